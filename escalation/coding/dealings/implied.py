"""What goes without saying in an act of word or deed: who does it.

"Protests erupt" are people's, "a curfew is declared" is the state's, and so is an arrest that
politics is told of.
"""

from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.who import POLITICAL, Who
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.dealings.captors import captors
from escalation.coding.dealings.crowds import HELD, MANY, acted_on, by_people
from escalation.coding.dealings.cue import Cue
from escalation.coding.dealings.no_side import JAILS
from escalation.coding.dealings.parties import party
from escalation.coding.dealings.strikes import strikers
from escalation.coding.places.crossings import is_gate
from escalation.coding.sentence.clause import (
    agents,
    is_the_latest,
    passive,
    patients,
    prepositional,
)
from escalation.coding.sentence.noun_phrase import QUALIFIERS
from escalation.coding.sentence.phrases import word_set

_DECLARED = word_set("emergency curfew martial section")
SENT_AWAY = ("coerce.deportation", "coerce.expulsion", "sanction.diplomatic")
_OWN_WORD = word_set("promise vow pledge threaten offer swear undertake agree")
_BANNED = word_set(
    "gathering assembly internet mobile network broadcast newspaper channel website media party"
    " movement organization organisation group rally protest march procession demonstration"
)
BARRED = word_set(
    "woman girl student pupil journalist pilgrim worshipper worshiper minority muslim christian"
    " hindu jew sikh man resident citizen traveller traveler candidate politician lawmaker activist"
    " dissident opposition reporter correspondent lawyer teacher lecturer professor barber musician"
    " singer charity ngo schoolgirl refugee nurse doctor midwife patient visitor protester"
    " demonstrator marcher school university college seminary madrassa salon cinema shop newspaper"
)
_EASED = word_set(
    "curfew restriction ban emergency blackout lockdown border crossing frontier gate route bridge"
    " sanction embargo blockade road airspace internet service school college university mosque"
    " website network airport"
)
_GUARDED = word_set("security airport station port metro railway seaport airfield")
_COURTS = ("coerce.arrest", "coerce.execution", "accuse.charge")
_JUDGED = word_set("sentence convict indict try charge")
_NOTED = POLITICAL | {"MED", "NGO", "REL", "LAB"}
_JAILED = ("REB", "OPP", "PTY", "ELI")  # by the state, as hostages are not
_VICTIMS = frozenset({"MIL", "REB", "LEG", "OPP", "PTY", "SPY", "MED"})
_SLAIN = frozenset({"REL", "GOV", "JUD", "COP"})
_KILLINGS = word_set("killing murder slaying shooting stabbing beheading")
_POLITICAL = (
    "terror", "militan", "extremis", "jihad", "insurg", "separatis", "secession", "rebel",
    "sedition", "treason", "espionage", "spy", "blasphem", "apostasy", "coup", "plot", "conspir",
    "assassin", "bomb", "massacre", "protest", "rally", "demonstration", "riot", "unrest",
    "dissent", "uprising", "mutiny", "incit", "subver", "lynch", "genocide", "hijack", "attack",
    "embass", "consulat", "koran", "quran", "desecrat",
)  # fmt: skip
_CONVICTS = word_set(
    "convict conviction sentence guilty court prison prisoner row inmate drug murder treason"
    " espionage crime genocide trafficking publicly judiciary spy spying smuggling gallows dawn"
)
_CULPRITS = word_set(
    "suspect gunman gunmen attacker assailant perpetrator shooter bomber accomplice assassin"
)
_INMATES = word_set(
    "prisoner detainee inmate fisherman sailor national convict combatant fighter captive militant"
)
_TRIED = word_set("appear stand go face be plead")
_CALLED = word_set("summon order direct call tell ask")
_OTHERS = frozenset({"OPP", "REB", "LAB", "CVL", "PTY", "REL", "EDU", "IGO", "NGO"})
_NATIONALS = word_set("national citizen expatriate")
_GETS = word_set("receive get obtain secure accept acquire draw")
_CAPTIVES = word_set("hostage captive body corpse captor kidnap kidnapper")


def unsaid(word: Cue, kind: str, target: Who | None, cast: Cast) -> Who | None:
    """Who goes without saying: people, where protests erupt; the state that declares a curfew."""
    at, doer = word.anchor, None
    if kind.startswith("protest"):
        if not by_people(word, kind):
            return strikers(at, cast) if kind == "protest.strike" else None
        doer = "UNK.CVL"
    elif kind == "coerce.restriction" and passive(at):
        doer = "UNK.GOV" if _is_decreed(at) else None
    elif kind in ("concede.easing", "concede.reopening"):
        doer = _who_eased(at)
    elif kind == "accuse.charge" and at.lemma_.lower() in _TRIED and _has_a_side(at, target):
        doer = f"{_held_by(at, target, cast)}.JUD"
    elif kind == "agree.deal" and passive(at) and target is not None and target.sector in _OTHERS:
        land = cast.only_country(at.sent)
        doer = f"{land}.GOV" if land is not None else None  # "a deal is reached with the unions"
    elif kind.startswith("mobilize") and passive(at) and acted_on(at) & _GUARDED:
        doer = "UNK.GOV"  # "security is tightened", "airports are put on alert"
    elif kind == "sanction.trade":
        doer = "UNK.GOV" if passive(at) and is_gate(at) else None
    elif kind == "sanction.border":
        subject = {t.lemma_.lower() for t in agents(at)}
        shut = word.rule.startswith("state:") or not subject.isdisjoint(_EASED)
        doer = "UNK.GOV" if passive(at) or shut or is_gate(at) else None
    elif kind == "accuse.complaint" and passive(at):
        called = at.lemma_.lower() in _CALLED  # "is summoned to the ministry"
        if not called and (host := _given_in(at, target, cast)) is not None:
            return host
        return party(prepositional(at, *(("to", "at", "by") if called else ("by",))), cast)
    elif kind in SENT_AWAY and passive(at):
        left = [t for c in at.children if c.lemma_ == "leave" for t in patients(c)]
        lands = (cast.land(t) for t in (*prepositional(at, "from", "out"), *left))
        land = next(filter(None, lands), None)
        doer = f"{land}.GOV" if land is not None else None  # "migrants are expelled from Rome"
    elif kind == "concede.release" and (captor := captors(at, cast)) is not None:
        return captor
    elif kind == "concede.release" and target is not None and _let_go_by_a_state(at, target):
        doer = f"{_held_by(at, target, cast)}.GOV"
    elif kind in _COURTS and _of_note(word, kind, target, cast):
        sector = "JUD" if at.lemma_.lower() in _JUDGED else "GOV"
        doer = f"{_held_by(at, target, cast)}.{sector}"
    return Who(doer, "", at.idx, at.idx, at.i, doer.split(".")[1]) if doer is not None else None


def _given_in(verb: Token, target: Who | None, cast: Cast) -> Who | None:
    """ "A note was handed to the Bernese envoy in Rome": by Rome."""
    to = prepositional(verb, "to")
    places = [t for one in (verb, *to) for t in prepositional(one, "in")]
    host = party((t for t in places if cast.land(t) is not None), cast)
    own = host is None or target is None or host.country == target.country
    return None if own or host is None else cast.state(host)


def _is_decreed(restricted: Token) -> bool:
    """ "A curfew was declared", "put under lockdown", "gatherings were banned"."""
    heads = patients(restricted)
    declared = {t.lemma_.lower() for head in heads for t in head.subtree} & _DECLARED
    near = [t for head in heads for t in (head, *head.children) if t.dep_ != "prep"]
    under = {t.lemma_.lower() for t in prepositional(restricted, "under")}
    forbidden = {t.lemma_.lower() for t in near} & (_BANNED | BARRED)
    return bool(declared or under & {"lockdown", "curfew"} or forbidden)


def _who_eased(verb: Token) -> str | None:
    """ "The curfew was lifted" by the state, "the strike was called off" by the workers."""
    ended = patients(verb) if passive(verb) else agents(verb)
    over = {t.lemma_.lower() for t in ended}
    if over & HELD and passive(verb):
        return "UNK.LAB"
    return "UNK.GOV" if over & _EASED or is_gate(verb) else None


def spoken_for(word: Cue, kind: str, doer: Who | None, cast: Cast) -> Who | None:
    """ "Rome will reopen the bridge, a minister promised": he speaks for Rome."""
    if doer is None or doer.country != "UNK" or not kind.startswith(("agree", "threat")):
        return None
    verb = word.anchor
    own = verb.lemma_.lower() in _OWN_WORD  # one warns of others' deeds, too
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and (own or c.i < verb.i)]
    who = party((t for c in clauses if not passive(c) for t in agents(c)), cast)
    return who if who is not None and who.country != "UNK" else None


def _has_a_side(verb: Token, target: Who | None) -> bool:
    """Is a trial one of politics, by whom it is of or what for?"""
    noted = target is not None and target.sector in _NOTED and target.country != "UNK"
    return noted or any(t.lemma_.lower().startswith(_POLITICAL) for t in verb.subtree)


def _let_go_by_a_state(verb: Token, target: Who) -> bool:
    """ "A rebel was freed", "a judge left jail on bail": by no kidnappers, and no mere thief."""
    if not passive(verb):
        return False
    many = any(t.tag_ == "NNS" and t.lemma_.lower() in _INMATES for t in patients(verb))
    jail = any(t.lemma_.lower() in JAILS for t in verb.subtree)
    many = many or any(_sentenced(t) for t in patients(verb))
    return target.sector in _JAILED or (jail and (many or target.sector in _NOTED))


def _sentenced(one: Token) -> bool:
    """ "Ann Lee, sentenced to death and acquitted": what tells who it is that is set free."""
    told = (c.lemma_.lower() for c in one.children if c.dep_ in ("acl", "relcl"))
    return not {"sentence", "jail", "imprison", "convict", "condemn", "arrest"}.isdisjoint(told)


def _held_by(verb: Token, target: Who | None, cast: Cast) -> str:
    """The country whose state arrests: where it is told to be, else that of the one arrested."""
    near = prepositional(verb, "in", "at", "near", "outside", "across")
    near += [t for t in verb.subtree if t.lemma_.lower() in JAILS]
    things = prepositional(verb, "with", "at", "in", "during")
    near += [t for thing in things for t in prepositional(thing, "in", "across")]
    # "in a New York court"
    near = [own for t in near for own in (t, *(c for c in t.children if c.dep_ in QUALIFIERS))]
    country = next(filter(None, (cast.land(t) for t in near)), None)
    own = target.country if target is not None and target.country not in NO_COUNTRIES else None
    if any(t.lemma_.lower() in _CULPRITS for t in patients(verb)):
        own = None  # "the attacker, an Exlander, was arrested": where he attacked
    return country or own or "UNK"


def _of_note(word: Cue, kind: str, target: Who | None, cast: Cast) -> bool:
    """Is an arrest that nobody is said to make one of politics, by whom it is of or what for?

    "A party leader was arrested", "five men are held over a bombing", not "a thief is arrested".
    """
    named = word.noun is not None and word.noun.i == word.anchor.i
    received = is_received(word, kind)
    known = word.anchor.dep_ in ("acl", "relcl", "advcl") and not is_the_latest(word.anchor)
    if known or not (named or received or passive(word.anchor)):
        return False  # or told of somebody as known
    if kind == "coerce.execution":
        words = {t.lemma_.lower() for t in word.anchor.sent}
        return bool(words & _CONVICTS) and not words & _CAPTIVES
    heads = prepositional(word.anchor, "of") if named else patients(word.anchor)
    heads = agents(word.anchor) if received else heads
    held = {token.i for token in heads}
    if target is not None and not named and _rounded_up(word.anchor, target, cast):
        return True
    before = word.anchor.doc[: word.anchor.sent.start]
    if {t.lemma_.lower() for t in heads} & _CULPRITS and any(noun_kind(t) for t in before):
        return True  # "... . A suspect is arrested", after an attack was told
    if target is not None and target.head in held and target.sector in _NOTED:
        known = target.country != "UNK" or cast.only_country(word.anchor.sent) is not None
        return known or target.sector != "REB"
    told = [t for w in (word.anchor, *heads) for t in w.subtree if t.i not in held]
    killed = [t for t in told if t.lemma_.lower() in _KILLINGS]
    if any(t.tag_ == "NNS" for t in killed):
        return True  # "is arrested for the killings of three men"
    victims = _VICTIMS | _SLAIN if killed else _VICTIMS
    return any(
        t.lemma_.lower().startswith(_POLITICAL)
        or ((who := cast.who(t)) is not None and who.sector in victims and who.known)
        for t in told
    )


def _rounded_up(verb: Token, target: Who, cast: Cast) -> bool:
    """ "Hundreds of Afghans were arrested in Rome": many people, or those of another land."""
    crowd = {t.lemma_.lower() for head in patients(verb) for t in (head, *head.children)}
    there = next((land for t in _where(verb) if (land := cast.land(t))), None)
    foreign = there is not None and target.country not in (there, *NO_COUNTRIES)
    counted = any(w.isdigit() and len(w) > 1 for w in (word.replace(",", "") for word in crowd))
    return foreign and (counted or not crowd.isdisjoint(MANY))


def _where(verb: Token) -> list[Token]:
    near = prepositional(verb, "in", "across")
    return near + [t for thing in near for t in prepositional(thing, "in", "across")]


def brought_to_court(
    verb: Token, doer: Who | None, cast: Cast
) -> tuple[Who | None, Who | None] | None:
    """Court and accused: "appears before the High Court", "is summoned to appear before it"."""
    tried = verb.lemma_.lower() in _TRIED
    if not tried and not (passive(verb) and doer is None and verb.lemma_.lower() in _CALLED):
        return None
    near = [t for v in (verb, *verb.children) for t in prepositional(v, "before", "in", "at", "by")]
    bench = (who for t in near if (who := cast.actor(t)) is not None and who.sector == "JUD")
    accused = doer if tried else party(patients(verb), cast)
    return (next(bench, None), accused) if _has_a_side(verb, accused) else (None, None)


def is_received(word: Cue, kind: str) -> bool:
    """Is help told by who gets it, or a sentence: "receives wheat from Rome", "gets ten years"?"""
    helped = (kind.startswith("aid") and kind != "aid.asylum") or kind == "coerce.arrest"
    return helped and word.anchor.lemma_.lower() in _GETS


def givers(verb: Token) -> list[Token]:
    """ "Receives wheat from Rome": who gives it, also where the parse hangs "from" on the wheat."""
    near = [verb, *patients(verb)]
    near += [t for thing in near for t in prepositional(thing, "of")]
    return [t for word in near for t in prepositional(word, "from")]


def taken_home(word: Cue, initiator: Who | None) -> Who | None:
    """ "China evacuates 200 nationals from Chad": its own."""
    if initiator is None or word.anchor.lemma_.lower() not in ("evacuate", "repatriate", "airlift"):
        return None
    own = next((t for t in patients(word.anchor) if t.lemma_.lower() in _NATIONALS), None)
    if own is None or any(c.dep_ == "amod" and c.text[0].isupper() for c in own.children):
        return None
    return replace(
        initiator, code=f"{initiator.country}.CVL", name=own.text, head=own.i, role="CVL"
    )
