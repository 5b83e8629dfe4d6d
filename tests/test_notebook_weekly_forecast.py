"""The notebook on the weekly forecast: clean as kept, and runs from first cell to last."""

from pathlib import Path

import nbformat
import pytest

NOTEBOOK = Path(__file__).parent.parent / "notebooks" / "02-weekly-forecast.ipynb"


def test_it_is_short_and_kept_without_outputs():
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    assert len(notebook.cells) <= 12
    assert not any(cell.get("outputs") for cell in notebook.cells)


@pytest.mark.mcmc
def test_it_runs(tmp_path):
    from nbclient import NotebookClient

    notebook = nbformat.read(NOTEBOOK, as_version=4)
    client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": tmp_path}})
    client.execute()
    assert (tmp_path / "forecast.nc").exists()
    last = notebook.cells[-1].outputs[0]["text"]
    assert last.strip()
