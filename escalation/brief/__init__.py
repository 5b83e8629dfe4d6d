"""The brief: a forecast, the panel behind it and its record as a PDF of two to four pages.

It is made from saved tables alone and never imports a model, so any past brief can be made again.
Same inputs, same bytes: the file's day is the forecast's ``as_of``.
"""

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from escalation.forecast import Forecast
    from escalation.panel import Panel
    from escalation.theatre import Theatre

_PAGE = Path(__file__).with_name("brief.typ")


def brief(
    forecast: "Forecast",
    panel: "Panel",
    scores: "pd.DataFrame | None" = None,
    *,
    theatre: "Theatre",
    to: str | Path,
    events: "pd.DataFrame | None" = None,
    documents: "pd.DataFrame | None" = None,
    ledger: str | Path | None = None,
    headline: str | None = None,
    commands: dict[str, str] | None = None,
) -> Path:
    """Write a risk brief as PDF (PDF/A-2a and PDF/UA-1).

    Parameters
    ----------
    forecast, panel
        A forecast and the panel that it was made from (same as_of, vintage, cadence, series).
    scores
        A saved backtest by the SCORES contract, with ``last-year`` among its models; without
        it, the brief says that no record was given.
    theatre
        Titles of the series, names of the actors, sources and outages.
    to
        Path of the PDF; its folder is made.
    events, documents
        ``store.as_of(day).events()`` and ``.documents()``: what changed, and its sources.
    ledger
        Path of a ledger of issued forecasts, shown as it stood on the forecast's day.
    headline
        Series of the headline judgement; by default the first series of violence for which the
        fewest incidents are an alarm.
    commands
        Commands to print, by what they make: ``brief``, ``events``; ``backtest`` (the options alone
        that say where the theatre or the counts lie; the rest is read off the settings that
        ``scores`` carries in its ``attrs``), ``trace`` (its options alone: the headline's series,
        which only the brief knows, is put before them).

    Returns
    -------
    Path
        ``to``, written whole or not at all.

    Raises
    ------
    ContractError
        If the arguments do not belong together or break a contract.
    """
    from escalation.schema import ContractError

    target = Path(to)
    if target.suffix != ".pdf":
        raise ContractError(f"a brief is a PDF, such as brief.pdf; got {target.name}")
    from escalation.brief.facts import facts
    from escalation.brief.past import past_of
    from escalation.brief.plots import figures

    said = facts(
        forecast,
        panel,
        scores,
        theatre=theatre,
        events=events,
        documents=documents,
        ledger=ledger,
        headline=headline,
        commands=commands,
    )
    pictures = figures(forecast, panel, theatre, headline=said["headline_series"])
    said["figures"] = [picture.caption for picture in pictures]
    past = None if scores is None else past_of(scores, forecast, theatre[said["headline_series"]])
    said["past"] = past and past.caption
    page = typeset(
        said,
        {picture.caption["file"]: picture.svg for picture in [*pictures, past] if picture},
        timestamp=int(forecast.as_of.timestamp()),
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.draft")
    draft.write_bytes(page)
    draft.replace(target)
    return target


def typeset(said: dict[str, Any], pictures: dict[str, bytes], *, timestamp: int) -> bytes:
    """Set what is said, with its pictures by file name, on pages; offline, same in, same out."""
    import typst

    from escalation.brief.glyphs import font_folder, printable

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, svg in pictures.items():
            (root / name).write_bytes(svg)
        (root / "facts.json").write_text(json.dumps(printable(said)), encoding="utf-8")
        (root / "brief.typ").write_bytes(_PAGE.read_bytes())
        page = typst.compile(
            root / "brief.typ",
            root=root,
            font_paths=[font_folder()],
            ignore_system_fonts=True,
            pdf_standards=["a-2a", "ua-1"],
            timestamp=timestamp,
        )
    return page
