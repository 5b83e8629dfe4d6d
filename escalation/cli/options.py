"""Options that several commands share, each explained once."""

from pathlib import Path
from typing import Annotated

import typer

TheatreName = Annotated[
    str, typer.Option("--theatre", "-t", help="Name of a shipped theatre, or a TOML file.")
]
StoreFolder = Annotated[
    Path | None,
    typer.Option(
        "--store", "-s", help="Folder of an event store; the theatre's shipped history if absent."
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        help="Day on which to stand, such as 2026-02-19: nothing known later is used. "
        "The store's last load if absent; with --counts, the last day of the table.",
    ),
]
LoadedThrough = Annotated[
    str | None,
    typer.Option(
        "--loaded-through",
        help="Day up to which the source was read, where nothing came on the last days; that of "
        "the last report else.",
    ),
]
CountsFile = Annotated[
    Path | None,
    typer.Option(
        "--counts",
        help="A CSV (or Parquet) of week (or month), series, count[, observed] of your own, in "
        "place of a theatre and its store.",
    ),
]
Seed = Annotated[int, typer.Option("--seed", help="Same seed, same numbers.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")]
Processes = Annotated[int, typer.Option("--processes", "-p", min=1, help="Processes that code.")]
Horizon = Annotated[
    int | None,
    typer.Option(
        "--horizon",
        min=1,
        help="Weeks (or months) ahead; the theatre's own if absent, else 12 (6 months).",
    ),
]
Links = Annotated[
    int,
    typer.Option(
        "--links",
        min=0,
        help="Draw this often which reports tell of one incident, fit each, pool the samples: "
        "a forecast of incidents as wide as doubt about the links. 0 takes them as they stand.",
    ),
]
SamplerName = Annotated[
    str,
    typer.Option(
        "--sampler",
        help="What samples a Bayesian model: nutpie, or numpyro (pip install numpyro).",
    ),
]
ModelName = Annotated[
    str,
    typer.Option(
        "--model",
        "-m",
        help="Model to fit: local-level (the default), last-year, ewma, ensemble ... An unknown "
        "name lists them all; docs/models.md says which is for what.",
    ),
]
Against = Annotated[str, typer.Option(help="Model that others are compared with.")]
