"""The notebook from a report to its events: clean as kept, and runs from first cell to last."""

from pathlib import Path

import nbformat
import pytest

NOTEBOOK = Path(__file__).parent.parent / "notebooks" / "01-from-reports-to-events.ipynb"


def test_it_is_short_and_kept_without_outputs():
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    assert len(notebook.cells) <= 12
    assert not any(cell.get("outputs") for cell in notebook.cells)


@pytest.mark.mcmc  # no sampling, but a kernel of its own: kept out of the fast set
def test_it_runs(tmp_path):
    from nbclient import NotebookClient

    notebook = nbformat.read(NOTEBOOK, as_version=4)
    client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": tmp_path}})
    client.execute()
    pages = [o["data"]["text/html"] for c in notebook.cells for o in c.get("outputs", ())
             if "text/html" in o.get("data", {})]  # fmt: skip
    assert any("<mark" in page and "threat.military" in page for page in pages)
