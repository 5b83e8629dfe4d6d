"""How past forecasts did: from a saved table of scores, held against last year's counts.

Every number stands on the same targets for all models (``escalation.verify.compare``). A ratio
below 1 means closer to what came than last year's counts taken as the forecast. Where the table
was scored against more than one truth (as first known, as known later), each has its own.
"""

from dataclasses import dataclass, fields

import pandas as pd

from escalation.brief.spans import Spans
from escalation.periods import last_ended
from escalation.schema import SCORES, ContractError, checked
from escalation.verify.compare import compare, summary
from escalation.verify.table import failed_origins, of_truth, truth_names

BASELINE = "last-year"
_GROUPS = ("series", "target", "horizon")


@dataclass(frozen=True)
class Skill:
    """One series and target: the model's score over the baseline's, and what came inside.

    ``ratio`` is of mean CRPS, with its 90% interval ``low`` to ``high``; ``held50`` and ``held90``
    the shares of outcomes that lay in the model's intervals; ``origins`` the number of forecasts,
    after ``came`` of which at least one incident came.
    """

    model: str
    series: str
    target: str
    horizon: int
    truth: str
    ratio: float
    low: float
    high: float
    held50: float
    held90: float
    origins: int
    came: int


@dataclass(frozen=True)
class Record:
    """The skills that a brief shows, and what they rest on.

    The ripest of ``truths`` is last; ``main`` is the one that judgements rest on (``of_truth``).
    """

    skills: tuple[Skill, ...]
    models: tuple[str, ...]
    truths: tuple[str, ...]
    main: str
    origins: int
    first: pd.Timestamp
    last: pd.Timestamp
    horizons: tuple[int, ...]
    failed: int

    def scored(self, model: str, series: str, truth: str) -> bool:
        """Was anything of this model and series scored against this truth?"""
        return any((s.model, s.series, s.truth) == (model, series, truth) for s in self.skills)

    def find(self, model: str, series: str, horizon: int, truth: str) -> Skill | None:
        """The skill on one target (a single period for horizon 1, else a total), or None."""
        for skill in self.skills:
            if (skill.model, skill.series, skill.horizon, skill.truth) == (
                model,
                series,
                horizon,
                truth,
            ):
                return skill
        return None


def record(scores: pd.DataFrame, spans: Spans, *, as_of: pd.Timestamp, seed: int) -> Record | None:
    """Read a table of the SCORES contract; None if it holds nothing that had come by ``as_of``.

    Only targets whose last period had ended by ``as_of`` count: a record holds no hindsight.

    Raises
    ------
    ContractError
        If the baseline was not scored.
    """
    table = checked(scores, SCORES)
    table = table[table["week"] <= last_ended(as_of, cadence=spans.cadence)]
    if table.empty:
        return None
    models = list(dict.fromkeys(table["model"]))
    if BASELINE not in models:
        raise ContractError(
            f"a record is held against '{BASELINE}', which was not scored; scored are: "
            f"{', '.join(models)}; make the table again with it"
        )
    wanted = table[
        ((table["target"] == "week") & (table["horizon"] == 1)) | (table["target"] == "total")
    ]
    skills = [
        skill
        for truth, rows in wanted.groupby("truth", sort=True)
        for skill in _skills(str(truth), rows, seed)
    ]
    return Record(
        skills=tuple(skills),
        models=tuple(models),
        truths=tuple(truth_names(table)),
        main=str(of_truth(table)["truth"].iloc[0]),
        origins=table["origin"].nunique(),
        first=table["origin"].min(),
        last=table["origin"].max(),
        horizons=(1, *sorted(set(table.loc[table["target"] == "total", "horizon"]) - {1})),
        failed=sum(failed_origins(of_truth(table)).values()),
    )


def _skills(truth: str, rows: pd.DataFrame, seed: int) -> list[Skill]:
    held = summary(rows, by=("model", *_GROUPS), metrics=("crps", "covered50", "covered90"))
    keys = ["model", *_GROUPS]
    ratios = compare(rows, against=BASELINE, by=_GROUPS, seed=seed) if len(held) else None
    if ratios is None or ratios.empty:
        ratios = pd.DataFrame(columns=[*keys, "ratio", "low", "high"])
    table = held.merge(ratios[[*keys, "ratio", "low", "high"]], on=keys, how="left")
    observed = rows[rows["metric"] == "observed"].drop_duplicates([*_GROUPS, "origin"])
    came = (observed["value"] >= 1).groupby([observed[key] for key in _GROUPS]).sum()
    table = table.merge(came.rename("came").reset_index(), on=list(_GROUPS))
    # the baseline over itself
    table.loc[table["model"] == BASELINE, "ratio"] = 1.0
    names = [field.name for field in fields(Skill)]
    told = table.rename(columns={"covered50": "held50", "covered90": "held90", "n": "origins"})
    columns = told.assign(truth=truth)[names].itertuples(index=False, name=None)
    return [Skill(*row) for row in columns]
