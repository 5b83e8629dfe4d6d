"""The notebooks: short, kept without outputs, and each runs from first cell to last."""

from pathlib import Path

import nbformat
import pytest

FOLDER = Path(__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def displayed(notebook: nbformat.NotebookNode, kind: str) -> list[str]:
    outputs = [each for cell in notebook.cells for each in cell.get("outputs", [])]
    return [each["data"][kind] for each in outputs if kind in each.get("data", {})]


def shows_the_words_behind_an_event(notebook: nbformat.NotebookNode, folder: Path) -> None:
    pages = displayed(notebook, "text/html")
    assert any("<mark" in page and "threat.military" in page for page in pages)


def saves_a_forecast_and_says_so(notebook: nbformat.NotebookNode, folder: Path) -> None:
    assert (folder / "forecast.nc").exists()
    assert notebook.cells[-1].outputs[0]["text"].strip()


def keeps_its_units_and_draws(notebook: nbformat.NotebookNode, folder: Path) -> None:
    kept = list((folder / "backtest" / "units").glob("*.nc"))
    assert len(kept) == 20  # two models at ten origins, scored against three truths
    assert displayed(notebook, "image/png")


RUNS = {
    "01-from-reports-to-events": shows_the_words_behind_an_event,
    "02-weekly-forecast": saves_a_forecast_and_says_so,
    "03-backtest": keeps_its_units_and_draws,
}


def test_every_notebook_is_here() -> None:
    assert [path.stem for path in NOTEBOOKS] == list(RUNS)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_is_short_and_kept_without_outputs(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert len(notebook.cells) <= 12
    assert not any(cell.get("outputs") for cell in notebook.cells)


@pytest.mark.mcmc  # only one samples, but each has a kernel of its own
@pytest.mark.parametrize("name", RUNS)
def test_it_runs(name: str, tmp_path: Path) -> None:
    from nbclient import NotebookClient

    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": tmp_path}})
    client.execute()
    RUNS[name](notebook, tmp_path)
