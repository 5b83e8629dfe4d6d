"""From words of violence to acts: which words tell one act, whose hand it was, who suffered.

Words are joined upwards along the parse: "killed" in "a bomb exploded, killed two and wounded a
third" belongs to "exploded". A clause of background ("after militants killed ...") is an act of
its own where it has other hands or victims.
"""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from escalation.coding.act import Act
from escalation.coding.actors import Cast, Who, role_of
from escalation.coding.clause import (
    agents,
    coordinated,
    governors,
    passive,
    patients,
    prepositional,
)
from escalation.coding.phrases import word_set
from escalation.coding.status import Mood, mood_of
from escalation.coding.violence import (
    RANK,
    Violence,
    is_accident,
    is_sport,
    noun_kind,
    violent_words,
    words,
)

_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "IGO", "LEG"})
_HANDS = frozenset({"REB", "MIL", "COP", "GOV", "CRM", "SPY", "CVL", "OPP", "ELI"})
_LIGHT = word_set(
    "launch carry conduct stage mount make commit wage unleash lead order perpetrate execute"
    " perform begin start continue resume witness suffer face see trigger spark cause report"
    " survive escape plan claim announce intensify step kick open undertake join respond retaliate"
)
_OCCUR = word_set(
    "occur happen erupt break take hit rock shake strike kill injure wound leave begin start"
    " continue target destroy rip tear claim cause damage resume flare be damage follow end"
    " escalate spread intensify last go explode shatter near force trigger devastate come"
)
_SUFFERED = word_set(
    "assassination killing murder kidnapping abduction execution beheading slaying torture rape"
    " massacre slaughter beating lynching hijacking stabbing"
)
_ON = ("on", "against", "at", "upon", "targeting", "into", "toward", "towards", "with")
_DOES = word_set(
    "detonate set carry launch conduct stage claim blame plan perpetrate commit fire plant"
)
_MISHAPS = word_set(
    "attack attack.bombing attack.shooting force.airstrike force.shelling force.operation"
    " force.raid force.capture"
)
_ANSWERS = frozenset({"respond", "retaliate", "reply", "answer", "react"})
_FOILED = word_set("foil thwart prevent repel disrupt intercept defuse")
_ENDURED = word_set("survive escape suffer face see witness")
_GAMES = frozenset({"attack", "attack.beating", "attack.shooting", "force.clash", "force.capture"})
TOLL = "toll"
_LOOSE = frozenset({"attack", "harm"})


@dataclass(slots=True)
class _Group:
    words: list[Violence]
    mood: Mood

    @property
    def anchor(self) -> Token:
        """The word nearest to the root, verbs first."""
        depth = {w.token.i: sum(1 for _ in governors(w.token)) for w in self.words}
        return min(self.words, key=lambda w: (not w.is_verb, depth[w.token.i], w.token.i)).token

    @property
    def kind(self) -> str:
        """The most telling kind among the words."""
        return min((w.kind for w in self.words), key=RANK.__getitem__)


def violent_acts(sentence: Span, cast: Cast, *, accident: bool = False) -> list[Act]:
    """All acts of violence that a sentence tells, each with its status.

    ``accident`` says that the document has told of an accident before.
    """
    found = violent_words(sentence)
    hurt = {t.i for word in found if word.is_verb for t in _suffering(word)}
    # Gunmen who were killed tell of no shooting of theirs.
    found = [w for w in found if w.token.i not in hurt or role_of(w.token) != "REB"]
    found = [w for w in found if w.is_verb or not cast.place_of(w.token)]  # Tank is a district
    accident = accident or is_accident(sentence)
    if is_sport(sentence):
        found = [word for word in found if word.kind not in _GAMES]
    acts = (_act(group, cast, accident) for group in _groups(found, cast))
    return [act for act in acts if act is not None]


def _groups(found: list[Violence], cast: Cast) -> list[_Group]:
    by_token = {word.token.i: word for word in found}
    home: dict[int, _Group] = {}
    groups: list[_Group] = []
    moods = {word.token.i: mood_of(word.token) for word in found}
    # What stands in the foreground first, so that a group is whole before its background comes.
    ordered = sorted(
        found, key=lambda w: (moods[w.token.i].background, sum(1 for _ in governors(w.token)))
    )
    for word in ordered:
        above = _above(word, by_token)
        group = home.get(above.i) if above is not None else None
        mood = moods[word.token.i]
        if group is not None and not _apart(word, mood, group, cast):
            group.words.append(word)
        else:
            group = _Group([word], mood)
            groups.append(group)
        home[word.token.i] = group
    return [g for g in groups if any(w.is_verb or _eventive(w.token) for w in g.words)]


def _above(word: Violence, by_token: dict[int, Violence]) -> Token | None:
    """The next word of violence above; a noun is not joined through another verb's clause."""
    for token in governors(word.token):
        if token.i in by_token:
            return token
        lemma = token.lemma_.lower()
        if not word.is_verb and (
            (token.pos_ == "VERB" and lemma not in _LIGHT | _OCCUR) or lemma in words().spoken
        ):
            return None
    return None


def _apart(word: Violence, mood: Mood, group: _Group, cast: Cast) -> bool:
    """Does a word below a group tell another act?"""
    if not word.is_verb and not mood.background:
        return False
    if mood.real != group.mood.real or mood.operator != group.mood.operator:
        return True
    if word.is_verb and word.kind == "attack.abduction" != group.kind:
        return True
    if word.token.dep_ == "pcomp":  # "killed them after stopping their car": the same hand
        return False
    if mood.background and not group.mood.background:
        told = group.kind not in _LOOSE or any(
            cast.who(t) for w in group.words if w.is_verb for t in agents(w.token)
        )
        return told
    if word.is_verb and word.token.dep_ in ("conj", "advcl"):
        return _other_parties(word.token, group.anchor, cast)
    return False


def _other_parties(verb: Token, other: Token, cast: Cast) -> bool:
    """Do two verbs have subjects of their own and victims of their own?"""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not own or not any(c.dep_ in ("nsubj", "nsubjpass") for c in other.children):
        return False
    if passive(verb) or passive(other):
        return False
    first, second = _codes(agents(verb), cast), _codes(agents(other), cast)
    hurt, too = _codes(patients(verb), cast), _codes(patients(other), cast)
    return bool(first and second and hurt and too) and first != second


def _codes(tokens: list[Token], cast: Cast) -> set[str]:
    return {who.code for who in map(cast.who, tokens) if who is not None}


def _eventive(noun: Token) -> bool:
    """Is a noun told as something that happened, not only spoken of?"""
    if noun.pos_ == "VERB":
        return True
    role, head = noun.dep_, noun.head
    lemma = head.lemma_.lower()
    if role_of(noun) and role != "ROOT" and lemma not in _OCCUR:
        return False
    if role in ("nsubj", "nsubjpass", "dobj", "attr", "conj", "appos"):
        while role == "conj":
            role, head = head.dep_, head.head
        lemma = head.lemma_.lower()
        return lemma in _LIGHT | _FOILED or (role != "dobj" and lemma in _OCCUR)
    if role == "pobj" and head.lower_ == "with" and head.head.lemma_ in _ANSWERS:
        return True
    if role == "pobj" and any(t.lemma_.lower() == "toll" for t in noun.sent):
        return True
    if role == "ROOT":
        return any(c.dep_ == "prep" for c in noun.children)
    if any(c.tag_ == "VBG" and c.lemma_.lower() in _LIGHT for c in noun.children):
        return True
    details = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("in", "near", "at")]
    return role == "pobj" and head.lower_ in ("after", "following") and bool(details)


def _act(group: _Group, cast: Cast, accident: bool) -> Act | None:
    kind, anchor, mood = group.kind, group.anchor, group.mood
    if any(t.lower_ in ("accidentally", "mistakenly") for t in anchor.subtree):
        return None
    hands, clear = _hands(group, cast)
    victims = _victims(group, cast)
    initiator = hands[0] if hands else None
    if kind == "harm":
        if accident:
            return None
        if not _armed(initiator, victims):  # more of what was told before, or nothing
            return _toll(group) if mood.real else None
        fallen = initiator is None and victims[0].sector == "REB"
        kind = "force.operation" if fallen else "attack"
    elif accident and (not hands and kind in _MISHAPS):
        return None
    target = next((v for v in victims if initiator is None or v.head != initiator.head), None)
    if initiator is not None and target is not None and initiator.name == target.name:
        target = None
    if initiator is not None and target is not None and _own_side(initiator, target):
        others = [h for h in hands if h.country != target.country]
        initiator = others[0] if others else initiator
    if initiator is not None:  # "both armies shelled each other", "A and B guards"
        paired = [h for h in hands if h.head == initiator.head and h.country != initiator.country]
        target = paired[0] if paired else target
    if kind == "force.clash" and (both := _two_countries(group, cast)):
        initiator, target = both
    if initiator is None and kind == "force.clash":
        initiator, target = _sides(group, cast, target)
        if initiator is None and target is not None:
            foes = [v for v in victims if _opposed(v, target)]
            initiator, target = (target, foes[0]) if foes else (None, target)
    if initiator is None and kind.startswith("attack") and target is not None:
        initiator = _fallen(victims, target)
    if initiator is None and kind in ("force.operation", "force.raid", "force.airstrike"):
        target = next((v for v in victims if v.sector == "REB"), target)
        if target is not None and target.sector == "REB":
            initiator = cast.forces(group.anchor)
    if kind == "force.clash" and initiator is None and target is None and len(anchor.sent) < 6:
        return None  # a heading
    idle = not hands and not any(w.is_verb for w in group.words)
    if idle and kind in ("force.operation", "force.raid"):
        return None
    if kind == "force.capture" and initiator is None:
        return None
    over_months = any(t.lower_ in ("since", "total") for t in anchor.sent)
    if over_months and initiator is None and kind in _LOOSE:
        return None  # a count over months, not an act
    if initiator is None and target is None and not clear and kind in _LOOSE:
        return None
    status = _status(mood)
    if status is None:
        return None
    confidence = 0.9 if initiator is not None and target is not None else 0.8
    tokens = [w.token for w in group.words]
    return Act(kind, anchor, initiator, target, status, "violence", confidence, mood, tokens)


def _toll(group: _Group) -> Act:
    """ "Seven people were killed": a toll that belongs to the attack told before it."""
    tokens = [word.token for word in group.words]
    return Act("attack", group.anchor, None, None, "happened", TOLL, 0.0, group.mood, tokens)


def _armed(initiator: Who | None, victims: list[Who]) -> bool:
    """Is bare harm violence: by somebody, or to soldiers or police?"""
    if initiator is not None:
        return initiator.sector in _HANDS or initiator.known
    return any(v.sector in ("MIL", "COP", "REB") for v in victims)


def _status(mood: Mood) -> str | None:
    if mood.operator == "foil" or mood.operator == "attempt":
        return "failed"
    if mood.real:
        return "happened"
    return None


def _hands(group: _Group, cast: Cast) -> tuple[list[Who], bool]:
    """Who did it, the surest first; and whether a weapon or attack is the subject."""
    found: list[Who] = []
    means = False
    for word in group.words:
        tokens = agents(word.token) if word.is_verb and not _suffers(word) else []
        for token in tokens:
            if noun_kind(token) or token.lemma_.lower() in words().means:
                means = True
                found += _behind(token, cast)
            else:
                found += _hand(token, cast)
        found += _behind(word.token, cast)
    return found, means or any(not w.is_verb for w in group.words)


def _hand(token: Token, cast: Cast) -> list[Who]:
    pair = cast.each(token)
    if len(pair) > 1:
        return pair
    who = cast.who(token)
    if who is None:
        return []
    sector = who.sector
    if who.role == "SITE":
        return []
    if sector in _HANDS or sector is None or who.country in ("IGO", "IMG"):
        return [who]
    return []


def _behind(word: Token, cast: Cast) -> list[Who]:
    """Who stands behind an attack: "by X", "X's raid", "a Taliban attack", "claimed by X"."""
    found: list[Who] = []
    whole = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "of" else None
    if whole is not None and whole.lemma_.lower() in (
        "series",
        "wave",
        "string",
        "spate",
        "number",
    ):
        found += [w for t in prepositional(whole, "by") for w in _hand(t, cast)]
    for token in prepositional(word, "by"):
        if noun_kind(token) and not role_of(token):
            found += _behind(token, cast)
        else:
            found += _hand(token, cast)
    for child in word.children:
        if child.dep_ == "acl" and child.lemma_.lower() in _DOES:
            doers = agents(child) if passive(child) else []
            doers += prepositional(child, "on", "by") if child.lemma_ == "blame" else []
            found += [who for t in doers for who in _hand(t, cast)]
    if word.pos_ in ("NOUN", "PROPN"):
        found += _owner(word, cast) or _launcher(word, cast)
    return found


def _launcher(noun: Token, cast: Cast) -> list[Who]:
    """Who launched an attack: the subject of the light verb."""
    role, verb = noun.dep_, noun.head
    while role == "conj":
        role, verb = verb.dep_, verb.head
    if role == "pobj" and verb.lower_ == "with" and verb.head.lemma_ in _ANSWERS:
        role, verb = "dobj", verb.head
    if role == "pobj" and verb.lower_ == "of":
        role, verb = verb.head.dep_, verb.head.head
    if role not in ("dobj", "nsubjpass") or verb.lemma_.lower() not in _LIGHT - _ENDURED:
        return []
    found: list[Who] = []
    for token in agents(verb):
        if noun_kind(token) and not role_of(token):
            found += _owner(token, cast)
        else:
            found += _hand(token, cast)
    return found


def _owner(noun: Token, cast: Cast) -> list[Who]:
    suffered = noun.lemma_.lower() in _SUFFERED
    if role_of(noun) == "REB":  # "suicide bomber", "gunmen": the word is the hand itself
        who = cast.who(noun)
        return [who] if who else []
    force = (noun_kind(noun) or "").startswith("force")
    for child in noun.children:
        if child.tag_ == "VBG" and child.lemma_.lower() in _LIGHT:  # "with Rome launching raids"
            return [
                w for t in child.children if t.dep_ in ("npadvmod", "nsubj") for w in _hand(t, cast)
            ]
        if child.dep_ not in ("poss", "compound", "amod", "nmod"):
            continue
        name = cast.named(child)
        if name is not None and name.is_country:
            if (child.dep_ == "poss" and suffered) or (name.how == "name" and not force):
                continue
            if name.how == "capital" or (
                name.how == "name" and child.dep_ == "compound" and not force
            ):
                continue
            return [cast.plain(child, "MIL" if force else None)]
        if suffered:
            continue
        if name is not None or role_of(child) in ("REB", "MIL", "COP", "OPP"):
            who = cast.who(child)
            if who is not None:
                return [who]
    before = noun.nbor(-1) if noun.i > noun.sent.start else None
    name = cast.named(before) if before is not None else None
    if before is not None and name is not None and name.how == "demonym" and force:
        return [cast.plain(before, "MIL")]  # "Indian shelling", however it is parsed
    return []


def _victims(group: _Group, cast: Cast) -> list[Who]:
    """Who suffered: what was attacked before who was hurt, people before places."""
    aimed: list[Who] = []
    hurt: list[Who] = []
    for word in group.words:
        token = word.token
        if word.is_verb:
            goal = hurt if word.kind == "harm" else aimed
            goal += [w for t in _suffering(word) if (w := cast.who(t)) is not None]
        if role_of(token) == "REB":  # "gunmen of the front": whose they are, not whom they hit
            continue
        near = prepositional(token, *_ON) if word.is_verb else prepositional(token, *_ON, "of")
        aimed += [w for t in near if (w := _aim(t, cast)) is not None]
        if token.dep_ == "dobj" and token.head.lemma_.lower() in _ENDURED:
            aimed += [w for t in agents(token.head) if (w := cast.who(t)) is not None]
        for child in token.children:
            if child.dep_ in ("acl", "advcl") and child.lemma_ == "target":
                aimed += [w for t in patients(child) if (w := cast.who(t)) is not None]
            if child.dep_ == "poss" and token.lemma_.lower() in _SUFFERED:
                aimed += [w for t in coordinated(child) if (w := cast.who(t)) is not None]
    people = [w for w in aimed if w.role != "SITE" and not cast.is_place(w)]
    things = [w for w in aimed if w not in people]
    return people + hurt + things


def _suffers(word: Violence) -> bool:
    """Is the verb's subject the one who is hurt: "died", "with nine others wounded"?"""
    dead = any(c.lower_ in ("dead", "death") for c in word.token.children)
    if word.kind != "harm" and not dead:
        return False
    return word.token.lemma_ in ("die", "perish") or not (
        passive(word.token) or patients(word.token)
    )


def _suffering(word: Violence) -> list[Token]:
    verb = word.token
    found = [t for t in patients(verb) if not t.lower_.endswith(("self", "selves"))]
    if verb.lemma_ in ("result", "cause"):
        deaths = [t for t in verb.subtree if t.lemma_ in ("death", "fatality", "casualty")]
        return [t for death in deaths for t in prepositional(death, "of", "among")]
    if verb.lemma_ in ("die", "perish"):
        return agents(verb)
    if not found and verb.tag_ in ("VBD", "VBN") and _suffers(word):
        return [c for c in verb.children if c.dep_ == "nsubj"]  # a headline's bare participle
    return found


def _aim(token: Token, cast: Cast) -> Who | None:
    if noun_kind(token) and not role_of(token):
        return None
    return cast.who(token)


def _own_side(one: Who, other: Who) -> bool:
    """Would a state's forces have hit their own?"""
    same = one.country == other.country and one.country != "UNK"
    return same and one.sector in ("MIL", "GOV") and other.sector in ("MIL", "GOV")


def _opposed(one: Who, other: Who) -> bool:
    """Are two of the dead on different sides: other countries, or rebels and not?"""
    return one.country != other.country or (one.sector == "REB") != (other.sector == "REB")


def _fallen(victims: list[Who], target: Who) -> Who | None:
    """Militants killed in an attack on others are those who attacked."""
    if target.sector in ("MIL", "COP", "GOV", "CVL"):
        return next((v for v in victims if v.sector == "REB" and v.role != "SITE"), None)
    return None


def _sides(group: _Group, cast: Cast, target: Who | None) -> tuple[Who | None, Who | None]:
    """The two sides of a clash: "between A and B", "A clash with B"."""
    for word in group.words:
        if word.kind != "force.clash":
            continue
        both = prepositional(word.token, "between")
        both += agents(word.token) if word.is_verb else []
        both += prepositional(word.token, "with", "against")
        both += _borderers(word.token) if not both else []
        sides = [w for t in both for w in cast.each(t) if w.role != "SITE"]
        if len(sides) >= 2:
            return sides[0], sides[1]
        if len(sides) == 1 and target is not None and _opposed(sides[0], target):
            return sides[0], target
        if word.kind == "force.clash":
            armies = cast.armies(word.token.sent)
            if len(armies) == 2:
                return armies[0], armies[1]
    return None, target


def _two_countries(group: _Group, cast: Cast) -> tuple[Who, Who] | None:
    """The two countries that a clash is told of, before its noun: "A and B exchange fire"."""
    for word in group.words:
        for child in word.token.children if word.kind == "force.clash" else ():
            both = [child, *(c for c in child.children if c.dep_ == "conj")]
            names = {t.i: name for t in both if (name := cast.named(t)) is not None}
            lands = [i for i, name in names.items() if name.is_country]
            if len(lands) == 2 and child.dep_ in ("nmod", "compound", "amod", "poss", "nsubj"):
                first, second = (cast.plain(cast.doc[i], "MIL") for i in lands)
                return first, second
    return None


def _borderers(word: Token) -> list[Token]:
    """Whose border it is that a clash is told on: "the border between A and B"."""
    borders = [t for t in word.sent if t.lemma_.lower() in ("border", "frontier")]
    return [t for border in borders for t in prepositional(border, "between")]


def family(kind: str, initiator: Who | None, target: Who | None) -> str:
    """Turn ``attack`` into ``force`` for the hands of a state, and back."""
    if initiator is not None and (
        initiator.sector in _STATE or initiator.country == "IGO" or initiator.sector is None
    ):
        return {
            "attack": "force.operation" if target and target.sector == "REB" else "force",
            "attack.bombing": "force" if initiator.sector == "COP" else "force.airstrike",
            "attack.shooting": "force.shooting",
            "attack.raid": "force.raid",
            "attack.ambush": "force.clash",
            "attack.abduction": "force.operation"
            if target is not None and target.sector == "REB"
            else kind,
        }.get(kind, kind)
    if initiator is None or initiator.sector in ("REB", "CRM", "CVL", "UNK", "OPP"):
        if kind == "force.operation" and initiator is not None:
            return "attack"
        if kind == "force.raid" and initiator is not None:
            return "attack.raid"
    return kind
