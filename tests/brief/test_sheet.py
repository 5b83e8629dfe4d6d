"""The sheet of pictures on a backtest."""

import pandas as pd
import pytest

from escalation.brief.sheet import sheet
from escalation.schema import ContractError
from tests.brief.world import make_scores

VALUES = {"last-year": [2.0, 3.0] * 9, "local-level": [1.0, 2.0, 4.0] * 6}
SCORES = make_scores(VALUES)
WEEKS = pd.concat(make_scores(VALUES, target="week", horizon=h) for h in (1, 2, 3))


START = {"svg": b"<?xml", "pdf": b"%PDF", "png": b"\x89PNG"}


@pytest.mark.parametrize(
    "form", ["svg", *(pytest.param(form, marks=pytest.mark.slow) for form in ("pdf", "png"))]
)
def test_a_sheet_is_the_same_each_time(tmp_path, form):
    asked = {"model": "local-level", "series": "clashes", "seed": 1}
    whole = pd.concat([SCORES, WEEKS])
    one = sheet(whole, **asked, to=tmp_path / "deep" / f"one.{form}")
    two = sheet(whole, **asked, to=tmp_path / f"two.{form}")
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes().startswith(START[form])


def test_a_sheet_of_no_known_format_is_refused(tmp_path):
    with pytest.raises(ContractError, match=r"a sheet ends in \.pdf, \.png, \.svg; got 'a\.doc'"):
        sheet(SCORES, model="local-level", series="clashes", seed=1, to=tmp_path / "a.doc")


def test_an_unknown_model_lists_those_there_are(tmp_path):
    with pytest.raises(ContractError, match=r"no model 'ewma'.*last-year, local-level"):
        sheet(SCORES, model="ewma", series="clashes", seed=1, to=tmp_path / "a.svg")
