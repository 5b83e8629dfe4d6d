"""The sheet of pictures on a backtest."""

import pandas as pd
import pytest

from escalation.brief.sheet import sheet
from escalation.schema import ContractError
from tests.brief.world import make_scores

VALUES = {"last-year": [2.0, 3.0] * 9, "local-level": [1.0, 2.0, 4.0] * 6}
SCORES = make_scores(VALUES)
WEEKS = pd.concat(make_scores(VALUES, target="week", horizon=h) for h in (1, 2, 3))


def test_a_sheet_is_the_same_each_time(tmp_path):
    asked = {"model": "local-level", "series": "clashes", "seed": 1}
    whole = pd.concat([SCORES, WEEKS])
    one = sheet(whole, **asked, to=tmp_path / "deep" / "one.svg")
    two = sheet(whole, **asked, to=tmp_path / "two.svg")
    assert one.read_bytes() == two.read_bytes()


def test_an_unknown_model_lists_those_there_are(tmp_path):
    with pytest.raises(ContractError, match=r"no model 'ewma'.*last-year, local-level"):
        sheet(SCORES, model="ewma", series="clashes", seed=1, to=tmp_path / "a.svg")
