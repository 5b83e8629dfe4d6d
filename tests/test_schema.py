"""The table contracts: what keeps the rules passes as it is, and every broken rule is told."""

import pandas as pd
import pytest

from escalation import faults, schema
from escalation.schema import ContractError, checked, typed

CONTRACTS = [
    schema.REPORTS,
    schema.REJECTED,
    schema.EVENTS,
    schema.DOCUMENTS,
    schema.VOLUME,
    schema.COUNTS,
    schema.SCORES,
]


def right(contract) -> pd.DataFrame:
    """Three rows that keep a contract: each value the first that its column allows."""
    rows = {}
    for name, column in contract.columns.items():
        kind = column.kind
        if "datetime" in kind:
            rows[name] = list(pd.date_range("2024-01-01", periods=3))
        elif "str" in kind:
            rows[name] = [column.among[0]] * 3 if column.among else ["a", "b", "c"]
        else:
            rows[name] = [True] * 3 if "bool" in kind else [1] * 3
    return typed(pd.DataFrame(rows), contract)


def wrongs(contract) -> list[tuple[str, pd.DataFrame]]:
    """What breaks a contract, one rule at a time: its name, and the table."""
    fine, found = right(contract), []

    def broken(rule: str, column: str, value) -> None:
        table = fine.copy()
        table.loc[1, column] = value
        found.append((f"{contract.name}: {column} {rule}", table))

    for name, column in contract.columns.items():
        kind = column.kind
        if not column.nullable and ("str" in kind or "datetime" in kind):
            broken("empty", name, None)
        if "datetime" in kind:
            broken("with an hour", name, pd.Timestamp("2024-01-02 06:00"))
            continue
        if column.unique:
            broken("twice", name, fine.loc[0, name])
        if column.among:
            broken("unknown", name, "nothing")
        if column.low is not None:
            broken("too low", name, column.low - 1)
        if column.high is not None:
            broken("too high", name, column.high + 1)
    for low, high in contract.ordered:
        is_day = "datetime" in str(fine[high].dtype)
        broken(f"below {low}", high, pd.Timestamp("2023-12-31") if is_day else 0.5)
    if contract.unique:
        twice = pd.concat([fine, fine.iloc[[1]]], ignore_index=True)
        found.append((f"{contract.name}: a row twice", twice))
    return found


WRONGS = [(contract, rule, table) for contract in CONTRACTS for rule, table in wrongs(contract)]


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.name)
def test_what_keeps_the_rules_passes_without_a_second_look(contract, monkeypatch):
    table = right(contract)
    monkeypatch.setattr(faults, "mended", lambda *_: pytest.fail("looked twice"))
    pd.testing.assert_frame_equal(checked(table, contract), table)
    assert checked(table.iloc[:0], contract).empty


@pytest.mark.parametrize(("contract", "rule", "table"), WRONGS, ids=[rule for _, rule, _ in WRONGS])
def test_a_broken_rule_is_told(contract, rule, table):
    with pytest.raises(ContractError, match=f"the {contract.name} table breaks its contract"):
        checked(table, contract)


def test_empty_values_break_no_rule_where_they_are_allowed():
    table = right(schema.EVENTS)
    for name, column in schema.EVENTS.columns.items():
        if column.nullable:
            table.loc[1, name] = None
    table = typed(table, schema.EVENTS)
    pd.testing.assert_frame_equal(checked(table, schema.EVENTS), table)


def test_a_column_too_many_is_told():
    table = right(schema.VOLUME)
    with pytest.raises(ContractError, match="more"):
        checked(table.assign(more=1), schema.VOLUME)
