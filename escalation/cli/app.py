"""The command `escalation`: its groups of commands and what they share."""

import sys
from collections.abc import Callable
from typing import Any

import typer

from escalation import __version__
from escalation.cli import briefs, check, ledger, others, recover, road, trace, verify, whole
from escalation.cli.screen import complain
from escalation.errors import ContractError

_EPILOG = (
    "Start with `escalation run pak-afg --as-of 2026-02-19 --seed 7`: it codes the sample "
    "reports, counts, fits, forecasts, and writes a PDF brief."
)


class _Polite(typer.core.TyperGroup):
    """Shows a broken rule as one message, not as a traceback."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except ContractError as fault:
            complain(str(fault))
            sys.exit(1)
        except BrokenPipeError:  # the reader of a pipe has enough, as `| head`: click ends quietly
            raise
        except OSError as fault:  # a file that cannot be written is no bug
            told = f"{fault.filename}: {fault.strerror}" if fault.filename else str(fault)
            complain(f"{told}; name a file or folder that can be read and written")
            sys.exit(1)


app = typer.Typer(
    name="escalation",
    help="Reports go in; calibrated forecasts come out, with every number traceable.",
    epilog=_EPILOG,
    no_args_is_help=True,
    add_completion=False,
    cls=_Polite,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def main(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    """Reports go in; calibrated forecasts come out, with every number traceable."""


_ROAD: list[Callable] = [
    road.read,
    road.code,
    road.count,
    road.fit,
    road.forecast,
    recover.recover,
    briefs.brief,
    whole.run,
    trace.trace,
]
_CHECKS: list[Callable] = [check.backtest, check.audit, check.review]

for command in _ROAD:
    app.command(rich_help_panel="The road, step by step")(command)
for command in _CHECKS:
    app.command(rich_help_panel="How good is it?")(command)
app.add_typer(others.app, name="import", rich_help_panel="The road, step by step")
app.add_typer(verify.app, name="verify", rich_help_panel="How good is it?")
app.add_typer(ledger.app, name="ledger", rich_help_panel="How good is it?")
