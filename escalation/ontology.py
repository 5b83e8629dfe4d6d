"""Kinds of events as a tree: ``attack.bombing`` is an ``attack``; each has its PLOVER and CAMEO.

The tree stands in ``data/ontology.toml``, one table a kind, named by its dotted path. A child
takes from its parent what it does not say itself, save definition, codes and examples.
"""

import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from escalation.schema import ContractError
from escalation.shipped import shipped

PLOVER_ROOTS = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "MOBILIZE",
    "SANCTION",
    "COERCE",
    "ASSAULT",
    "FIGHT",
    "RETREAT",
    "INVESTIGATE",
)
VIOLENT_ROOTS = ("ASSAULT", "FIGHT")


@dataclass(frozen=True, slots=True)
class Kind:
    """One node of the tree.

    Parameters
    ----------
    name
        Dotted path, such as ``force.airstrike``.
    plover
        Root in the PLOVER ontology, such as ``ASSAULT``.
    mode
        PLOVER-like mode, such as ``aerial``; None where the root says it all.
    cameo
        CAMEO codes that map here; the first is written when exporting.
    intensity
        From -10 (most conflictual) to 10 (most cooperative).
    """

    name: str
    plover: str
    mode: str | None
    cameo: tuple[str, ...]
    intensity: float
    definition: str
    positive: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()

    def within(self, ancestor: str) -> bool:
        """Is this kind ``ancestor`` or below it in the tree?"""
        return self.name == ancestor or self.name.startswith(ancestor + ".")


def same_branch(one: str, other: str) -> bool:
    """Is one of two kinds (or of two actors' codes) the other, or below it in the tree?"""
    short, long = sorted((one, other), key=len)
    return one == other or long.startswith(short + ".")


@dataclass(frozen=True)
class Ontology:
    """The tree of kinds, by name."""

    kinds: dict[str, Kind]

    @classmethod
    def read(cls, path: str | Path | None = None) -> "Ontology":
        """Read a tree from TOML; the shipped one if no path is given."""
        source = Path(path) if path else shipped("ontology.toml")
        table = tomllib.loads(source.read_text(encoding="utf-8"))
        kinds: dict[str, Kind] = {}
        for name in sorted(table["kinds"]):
            kinds[name] = _kind(name, table["kinds"][name], kinds, source)
        return cls(kinds)

    def __getitem__(self, name: str) -> Kind:
        if name not in self.kinds:
            near = get_close_matches(name, self.kinds, n=1)
            hint = f"; did you mean '{near[0]}'?" if near else ""
            raise ContractError(f"no kind '{name}'{hint}; there are: {', '.join(self.kinds)}")
        return self.kinds[name]

    def of_cameo(self, code: str) -> Kind:
        """Kind that takes in a CAMEO code: the longest listed code that it starts with.

        Raises
        ------
        ContractError
            If no kind lists the code or a prefix of it.
        """
        by_code = {listed: kind for kind in self.kinds.values() for listed in kind.cameo}
        for length in range(len(code), 1, -1):
            if code[:length] in by_code:
                return by_code[code[:length]]
        raise ContractError(f"no kind takes in CAMEO code {code!r}; add it to data/ontology.toml")


def _kind(name: str, entry: dict, known: dict[str, Kind], source: Path) -> Kind:
    unknown = set(entry) - {*Kind.__dataclass_fields__}
    if unknown:
        raise ContractError(f"{source.name}: kind '{name}' has unknown keys {sorted(unknown)}")
    parent = known.get(name.rpartition(".")[0])
    plover = entry.get("plover") or (parent.plover if parent else None)
    if plover not in PLOVER_ROOTS:
        raise ContractError(
            f"{source.name}: kind '{name}' has plover {plover!r}; it is one of {PLOVER_ROOTS}"
        )
    intensity = entry.get("intensity", parent.intensity if parent else None)
    if intensity is None or "definition" not in entry:
        raise ContractError(f"{source.name}: kind '{name}' needs a definition and an intensity")
    return Kind(
        name=name,
        plover=plover,
        mode=entry.get("mode", parent.mode if parent else None),
        cameo=tuple(entry.get("cameo", ())),
        intensity=float(intensity),
        definition=entry["definition"],
        positive=tuple(entry.get("positive", ())),
        negative=tuple(entry.get("negative", ())),
    )


@cache
def ontology() -> Ontology:
    """The shipped tree, read once."""
    return Ontology.read()
