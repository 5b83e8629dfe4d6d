"""`escalation import`: the data of others, UCDP's events and GDELT's counts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from escalation.cli.options import TheatreName
from escalation.cli.screen import say, show
from escalation.errors import ContractError

if TYPE_CHECKING:
    import pandas as pd

app = typer.Typer(
    help="The data of others: counts by country and week for `forecast --counts` and `backtest "
    "--counts`, or UCDP's events into a store.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Out = Annotated[
    Path | None, typer.Option("--out", help="CSV to write: week, series, count, observed.")
]


@app.command()
def gdelt(
    path: Annotated[
        Path, typer.Argument(help="CSV of country, week (its Monday), n_events, and counts.")
    ],
    out: Out = None,
    country: Annotated[
        list[str] | None,
        typer.Option(help="A country as the file names it; may be repeated. All if absent."),
    ] = None,
    value: Annotated[str, typer.Option(help="Column to take.")] = "n_material_conflict",
    since: Annotated[str, typer.Option(help="First day wanted.")] = "2015-01-05",
    last: Annotated[
        str | None,
        typer.Option(help="Last day that the file covers; told by the number of events else."),
    ] = None,
) -> None:
    """GDELT's counts by country and week, as a CSV of week, series, count, observed.

    A week in which a country has under a twentieth of its usual number of events was not
    collected whole, and is unobserved; so is the file's last week, where all its countries
    together have under two thirds of theirs.
    """
    from escalation.sources.gdelt import weekly_counts
    from escalation.sources.imported import series_of

    wanted = {name: series_of(name) for name in country} if country else None
    _write(weekly_counts(path, countries=wanted, value=value, since=since, last=last), out)


@app.command()
def ucdp(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="CSV of GED or candidate events, as UCDP has it; several releases in their order."
        ),
    ],
    out: Out = None,
    country: Annotated[
        list[str] | None,
        typer.Option(help="A country as UCDP names it; may be repeated. All if absent."),
    ] = None,
    by: Annotated[
        Literal["country", "type"],
        typer.Option(help="A series a country, or a type of violence (for --out)."),
    ] = "country",
    value: Annotated[
        Literal["events", "deaths"], typer.Option(help="Count events, or deaths (best estimate).")
    ] = "events",
    first: Annotated[
        str | None,
        typer.Option(help="First day that is covered; that of the first event's month else."),
    ] = None,
    last: Annotated[
        str | None,
        typer.Option(help="Last day that is covered; that of the last event's month else."),
    ] = None,
    store: Annotated[
        Path | None, typer.Option("--store", "-s", help="Event store to append the events to.")
    ] = None,
    known_at: Annotated[
        list[str] | None,
        typer.Option(
            help="Day of the release, which the file does not say (for --store); one a file, in "
            "their order."
        ),
    ] = None,
    source: Annotated[
        Literal["ucdp-candidate", "ucdp-ged"],
        typer.Option(help="Source that the stored events carry; a theatre counts those it names."),
    ] = "ucdp-candidate",
    theatre: TheatreName = "pak-afg",
) -> None:
    """UCDP's events: counted by week into a CSV (--out), or into a store (--store), or both.

    A file covers whole months; of a month in several, the file named last counts. A week that is
    covered only in part is unobserved. In a store, sides get the codes of the theatre's actors
    ('none': of the gazetteer's countries), and the next release of an event is a new version of it.
    """
    from escalation.sources.ucdp_counts import counts_of_releases, named_in_part

    if store is not None:
        days = _releases(paths, known_at or [])
        for path, day in zip(paths, days, strict=True):
            _keep(path, store, day, source, theatre, country)
        if out is None:
            return
    counts = counts_of_releases(
        paths, by=by, value=value, first=first, last=last, countries=country
    )
    _write(counts, out)
    if country is None and (partly := named_in_part(paths)):
        say(
            f"{len(partly)} countries are in some files and not in others ({', '.join(partly[:3])} "
            "...): zero there only if every file is of the whole world; else choose with --country"
        )


def _releases(paths: list[Path], known_at: list[str]) -> list[str]:
    """The day of each release, in the order in which they came out."""
    from escalation.periods import day

    if len(known_at) != len(paths):
        raise ContractError(
            "a store keeps the day on which we knew; say it with --known-at, the day of the "
            "release, such as --known-at 2026-05-20, once a file and in their order; got "
            f"{len(known_at)} for {len(paths)} of them"
        )
    if sorted(known_at, key=day) != known_at:
        raise ContractError(
            f"releases are kept in the order in which they came out; got {', '.join(known_at)}; "
            "name the earliest file and its day first"
        )
    return known_at


def _keep(
    path: Path,
    store: Path,
    known_at: str,
    source: Literal["ucdp-candidate", "ucdp-ged"],
    theatre: str,
    countries: list[str] | None,
) -> None:
    """Append a release's events to a store; say what was set aside and what will not count."""
    from escalation.cli.steps import tell_aside, uncounted
    from escalation.sources.ucdp import read_events
    from escalation.store import EventStore
    from escalation.theatre import Theatre

    chosen = None if theatre == "none" else Theatre.read(theatre)
    found = read_events(path, source=source, known_at=known_at, theatre=chosen, countries=countries)
    if found.events.empty:
        raise ContractError(f"no event of {path} can be kept: {_first(found.rejected)}")
    added = EventStore.open(store).append(found.events, loaded_through=known_at)
    tell_aside(found.rejected)
    say(f"{found.summary}; {added:,} new in {store}, known at {known_at}")
    if chosen is not None and (line := uncounted(found.events, chosen)):
        say(line)


def _first(rejected: "pd.DataFrame") -> str:
    return "it holds none" if rejected.empty else str(rejected["rule"].iloc[0])


def _until_seen(counts: "pd.DataFrame") -> "pd.DataFrame":
    """Up to the last week that was observed: the one that had only begun is the forecast's."""
    return counts[counts["week"] <= counts.loc[counts["observed"], "week"].max()]


def _write(counts: "pd.DataFrame", out: Path | None) -> None:
    """Write counts, or print what they would be where no file is named."""
    import pandas as pd

    counts = _until_seen(counts)
    if out is not None:
        out.parent.mkdir(parents=True, exist_ok=True)
        counts.to_csv(out, index=False, date_format="%Y-%m-%d")
    seen = counts[counts["observed"]]
    told = seen.groupby("series", sort=False).agg(
        first=("week", "min"), last=("week", "max"), weeks=("week", "size"), count=("count", "sum")
    )
    dark = counts.groupby("series")["observed"].agg(lambda told: int((~told).sum()))
    table = told.assign(unobserved=dark).reset_index()
    show(pd.DataFrame(table), title="weeks observed, by series", as_json=False)
    if out is None:
        say("nothing written: name a CSV with --out")
    else:
        say(f"{len(counts):,} rows written to {out}; next: escalation forecast --counts {out}")
