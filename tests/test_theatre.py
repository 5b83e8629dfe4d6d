import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.ontology import PLOVER_ROOTS, Ontology, ontology
from escalation.schema import ContractError
from escalation.shipped import shipped
from escalation.theatre import Theatre

TEXT = shipped("theatres", "pak-afg.toml").read_text(encoding="utf-8")


def test_the_shipped_theatre_has_the_series_that_analysts_ask_for(theatre) -> None:
    for name in (
        "attacks-pakistan",
        "attacks-afghanistan",
        "cross-border-force",
        "force-by-pakistan",
        "force-by-afghanistan",
        "rhetoric",
        "coercion",
        "diplomacy",
    ):
        assert theatre[name].title


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("horizon = 12", "horizn = 12", "unknown key 'horizn'; did you mean 'horizon'?"),
        ("horizon = 12", "horizon = 0", "horizon: .*greater than or equal to 1.*got 0"),
        ('kinds = ["attack"]', 'kinds = ["atack"]', "no kind 'atack'; did you mean 'attack'?"),
        ('country = ["PK"]', 'country = ["PAK"]', "two letters .*such as PK; got 'PAK'"),
        ("[[series]]", "[[series", "pak-afg.toml: "),
    ],
)
def test_a_slip_is_answered_in_kind(tmp_path, old, new, message) -> None:
    assert old in TEXT
    file = tmp_path / "pak-afg.toml"
    file.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContractError, match=message):
        Theatre.read(file)


def test_an_unknown_theatre_or_series_lists_the_known(theatre) -> None:
    with pytest.raises(ContractError, match=r"no 'theatres/nowhere.toml'.*pak-afg"):
        Theatre.read("nowhere")
    with pytest.raises(ContractError, match=r"no series 'wars'.*rhetoric"):
        _ = theatre["wars"]


def test_series_tell_directions_and_statuses_apart(theatre) -> None:
    strike = {
        "kind": "force.airstrike",
        "status": "happened",
        "initiator": "PAK.MIL",
        "target": "PAK.REB.TTP",
        "country": "AF",
    }
    assert theatre["force-by-pakistan"].takes(strike)
    assert theatre["cross-border-force"].takes(strike)
    assert not theatre["force-by-afghanistan"].takes(strike)
    assert not theatre["cross-border-force"].takes({**strike, "status": "threatened"})
    assert not theatre["cross-border-force"].takes({**strike, "country": "PK"})
    assert not theatre["cross-border-force"].takes({**strike, "initiator": None})


def test_every_kind_says_what_it_is_and_every_root_is_there() -> None:
    kinds = ontology().kinds.values()
    assert {kind.plover for kind in kinds} == set(PLOVER_ROOTS)
    for kind in kinds:
        assert len(kind.definition.split()) >= 2, f"{kind.name} has no definition"
        assert -10 <= kind.intensity <= 10


def test_every_cameo_root_maps_to_a_kind() -> None:
    for root in range(1, 21):
        assert ontology().of_cameo(f"{root:02d}").name
    with pytest.raises(ContractError, match="CAMEO code '99'"):
        ontology().of_cameo("99")


def test_no_cameo_code_is_listed_by_two_kinds() -> None:
    codes = [code for kind in ontology().kinds.values() for code in kind.cameo]
    assert len(codes) == len(set(codes))


@given(st.sampled_from(sorted(ontology().kinds)))
def test_a_kind_lies_within_its_parents(name) -> None:
    kind = ontology()[name]
    assert all(kind.within(".".join(name.split(".")[:n])) for n in range(1, name.count(".") + 2))
    assert not kind.within(name + "x")


def test_a_kind_without_a_definition_is_refused(tmp_path) -> None:
    file = tmp_path / "o.toml"
    file.write_text('[kinds."x"]\nplover = "FIGHT"\nintensity = 1\n')
    with pytest.raises(ContractError, match="'x' needs a definition"):
        Ontology.read(file)
    file.write_text('[kinds."x"]\nplover = "WAR"\nintensity = 1\ndefinition = "a b c"\n')
    with pytest.raises(ContractError, match="plover 'WAR'"):
        Ontology.read(file)
    assert tomllib.loads(file.read_text())
