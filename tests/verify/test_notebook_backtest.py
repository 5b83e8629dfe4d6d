"""The notebook on the backtest: clean as kept, and runs from first cell to last."""

from pathlib import Path

import nbformat
import pytest

NOTEBOOK = Path(__file__).parent.parent.parent / "notebooks" / "03-backtest.ipynb"


def test_it_is_short_and_kept_without_outputs():
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    assert len(notebook.cells) <= 12
    assert not any(cell.get("outputs") for cell in notebook.cells)


@pytest.mark.slow
def test_it_runs(tmp_path):
    from nbclient import NotebookClient

    notebook = nbformat.read(NOTEBOOK, as_version=4)
    client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": tmp_path}})
    client.execute()
    kept = list((tmp_path / "backtest" / "units").glob("*.nc"))
    assert len(kept) == 20  # two models at ten origins, scored against three truths
    pictures = [o for cell in notebook.cells for o in cell.get("outputs", []) if "data" in o]
    assert any("image/png" in output["data"] for output in pictures)
