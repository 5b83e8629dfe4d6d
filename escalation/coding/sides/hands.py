"""Whose hand it was: the one who did a deed, by his verb, his weapon or the noun's own words."""

from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.allegiance import unknown_hand
from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import Who
from escalation.coding.attacks.deed import Deed
from escalation.coding.attacks.eventive import ANSWERS, LIGHT, comes_under, fighters, series_of
from escalation.coding.attacks.ground import taken_by
from escalation.coding.attacks.violence import OF_A_PLACE, WIELDED, Violence, noun_kind
from escalation.coding.attacks.violence_words import words
from escalation.coding.dealings.suspects import suspect
from escalation.coding.sentence.clause import agents, passive, patients, prepositional
from escalation.coding.sentence.noun_phrase import QUALIFIERS
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.culprits import on_trial
from escalation.coding.sides.no_hand import is_of_no_hand, is_scene
from escalation.coding.sides.victims import ENDURED, SUFFERED, TRIES, suffers
from escalation.coding.status.operators import SAY, foiled_plot
from escalation.coding.tolls.people import is_person

HANDS = frozenset({"REB", "MIL", "COP", "GOV", "CRM", "SPY", "CVL", "OPP", "ELI"})
_DOES = word_set(
    "cause detonate set carry launch conduct stage claim blame plan perpetrate commit fire plant"
    " send fly operate drop pilot lay lob hurl throw shoot rain toss"
)
_FORMER = frozenset({"former", "ex", "retired", "discharged"})
_TAKEN = word_set("seize capture abduct kidnap take hold detain")
_FLOGS = word_set("flog lash whip cane")
_LAYS = word_set("accuse blame suspect")
_OWNS_UP = frozenset({"apologize", "apologise"})
_JUDGES = ("GOV", "JUD", "COP")
_IN_PUBLIC = word_set(
    "public publicly stadium court convicted convict guilty adultery theft sentence sentenced"
)
_BY_ARMIES = word_set("bombing shelling bombardment gunfire firing fire")
_MAKES = (LIGHT - ENDURED) | {"use", "set"}


def hands_of(deed: Deed, cast: Cast) -> tuple[list[Who], bool]:
    """Who did it, the surest first; and whether a weapon or attack is the subject."""
    found: list[Who] = []
    means = False
    for word in _own_death(deed) or deed.words:
        tokens = taken_by(word.token) if word.is_verb and not suffers(word) else []
        foiled = foiled_plot(word.token)
        if foiled is not None or is_of_no_hand(word, deed, cast):
            tokens = []
        tokens = [t for t in tokens if not is_scene(word.token, t, cast)]
        for token in tokens:
            if noun_kind(token) or token.lemma_.lower() in words().means:
                means = True
                found += _behind(token, cast)
            else:
                found += _hand(token, cast)
        found += _behind(word.token, cast) + (_behind(foiled, cast) if foiled is not None else [])
        found += [who for token in _claiming(word.token) for who in _hand(token, cast)]
        found += [who for token in _answering(word.token) for who in _hand(token, cast)]
        found += [who for token in _accused(word.token) for who in _hand(token, cast)]
    found = [w for word in deed.words for t in _sorry(word.token) for w in _hand(t, cast)] + found
    if not found:
        found = [w for word in deed.words for t in _captors(word.token) for w in _hand(t, cast)]
    if not found:
        tried = (t for word in deed.words if word.is_verb for t in on_trial(word.token))
        found = [who for t in tried if (who := suspect(t, cast)) is not None]
    return found, means or any(not w.is_verb for w in deed.words)


def _own_death(deed: Deed) -> list[Violence]:
    """ "Two were shot by guards and a third blew himself up": his own hand, not the guards'."""
    verbs = [w for w in deed.words if w.is_verb and w.kind == "attack.suicide"]
    by_others = [w for w in deed.words if w.is_verb and w not in verbs and passive(w.token)]
    return verbs if by_others else []


def _claiming(killing: Token) -> list[Token]:
    """ "Rebels claim killing of two", "killing two", "repeat their claim of having killed two"."""
    verb = killing.head
    if killing.dep_ == "pcomp" and verb.head.lemma_ == "claim" and verb.head.dep_ == "dobj":
        return agents(verb.head.head)
    claims = killing.dep_ in ("dobj", "xcomp", "appos") and verb.lemma_ == "claim"
    return agents(verb) if claims and verb.pos_ == "VERB" else []


def _answering(verb: Token) -> list[Token]:
    """Who strikes back in a clause beside: "five killed as the army retaliates"."""
    clauses = [c for c in verb.children if c.dep_ in ("advcl", "ccomp") and c.lemma_ in ANSWERS]
    return [token for clause in clauses for token in agents(clause)]


def _accused(attack: Token) -> list[Token]:
    """ "Is accused of a raid", "blamed the rebels for a bombing": those to whom it is laid."""
    verb = attack.head.head
    laid = attack.dep_ == "pobj" and attack.head.lower_ in ("of", "for")
    return patients(verb) if laid and verb.lemma_ in _LAYS else []


def _sorry(attack: Token) -> list[Token]:
    """ "Rome apologised for a helicopter strike": whoever owns up to it, before whose craft."""
    verb = attack.head.head
    owned = attack.dep_ == "pobj" and attack.head.lower_ == "for" and verb.lemma_ in _OWNS_UP
    return agents(verb) if owned else []


def _captors(verb: Token) -> list[Token]:
    """ "Beheaded after being seized by rebels": by those who held them, as far as is told."""
    joined = (verb, *(c for c in verb.children if c.dep_ == "conj"))  # "... and two are missing"
    after = [c for v in joined for p in v.children if p.lower_ == "after" for c in p.children]
    taken = (c for c in after if c.dep_ == "pcomp" and c.lemma_ in _TAKEN and passive(c))
    return [t for clause in taken for t in agents(clause)]


def _hand(token: Token, cast: Cast) -> list[Who]:
    pair = cast.each(token)
    if len(pair) > 1:
        return pair
    who = cast.who(token)
    if who is None or token.lower_ in ("others", "people"):  # "200 others injured"
        return []
    if token.lower_ == "other" and any(c.lower_ == "each" for c in token.children):
        return []  # "accuse each other of a raid"
    if who.is_force and any(c.lower_ in _FORMER for c in token.children):
        return [replace(who, code=f"{who.country}.CVL")]  # bears no more arms for a state
    sector = who.sector
    if token.lower_ == "sides" and who.country == "UNK":
        return []
    if sector == "CVL" and unknown_hand(token):
        return [replace(who, code="UNK", role="REB")]  # "unknown persons opened fire"
    if who.role == "SITE":
        return []
    if sector in HANDS or sector is None or who.country in ("IGO", "IMG"):
        return [who]
    return []


def _behind(word: Token, cast: Cast) -> list[Who]:
    """Who stands behind an attack: "by X", "X's raid", "a Taliban attack", "claimed by X"."""
    found: list[Who] = []
    if (whole := series_of(word)) is not None:
        found += [w for t in prepositional(whole, "by") for w in _hand(t, cast)]
    attempt = word.dep_ == "compound" and word.head.lemma_ in TRIES
    by = prepositional(word.head if attempt else word, "by")
    if word.pos_ == "NOUN":  # "the killing of two men by rebels", by the parse the men's
        on = prepositional(word, "of", "against", "on")
        by = by or [t for of in on for t in prepositional(of, "by")]
    for token in by:
        if noun_kind(token) and not role_of(token):
            found += _behind(token, cast)
        else:
            found += _hand(token, cast)
    if word.pos_ == "NOUN" and (noun_kind(word) or "").startswith("attack"):
        out = (w for t in prepositional(word, "from") for w in _hand(t, cast))
        found += [who for who in out if who.sector in ("REB", "MIL")]  # "attacks from the rebels"
    if (came := comes_under(word)) is not None:  # "came under attack by ..."
        found += [w for t in prepositional(came, "by", "from") for w in _hand(t, cast)]
    for child in word.children:
        if child.dep_ == "acl" and child.lemma_.lower() in _DOES:
            doers = agents(child) if passive(child) else []
            doers += prepositional(child, "on", "by") if child.lemma_ == "blame" else []
            found += [who for t in doers for who in _hand(t, cast)]
    if word.pos_ in ("NOUN", "PROPN"):
        found += _fired_from(word, cast) or _whose(word, cast)
    if not found and word.lemma_.lower() in WIELDED:  # "a drone of the army"
        found += [who for t in prepositional(word, "of") for who in _hand(t, cast)]
    return found


def _whose(noun: Token, cast: Cast) -> list[Who]:
    """Whose attack it is; "rebels of the front launch militant attacks": the front's."""
    owner, launcher = _owner(noun, cast), _launcher(noun, cast)
    vague = bool(owner and launcher) and owner[0].country == "UNK"
    return launcher if vague else owner or launcher


def _fired_from(noun: Token, cast: Cast) -> list[Who]:
    """ "Artillery fire from Exland": by its army, as far as is told."""
    if noun_kind(noun) != "force.shelling" or not _heavy(noun):
        return []
    lands = [t for t in prepositional(noun, "from") if (name := cast.named(t)) and name.is_country]
    return [cast.plain(lands[0], "MIL")] if lands else []


def _heavy(noun: Token) -> bool:
    said = (t.lemma_.lower() for t in (noun, *noun.children))
    return any(lemma in ("artillery", "shelling", "tank") for lemma in said)


def _launcher(noun: Token, cast: Cast) -> list[Who]:
    """Who launched an attack: the subject of the light verb."""
    if fought := fighters(noun):
        return [w for t in fought for w in _hand(t, cast)]
    role, verb = noun.dep_, noun.head
    while role == "conj":
        role, verb = verb.dep_, verb.head
    if role == "pobj" and verb.lower_ == "with" and verb.head.lemma_ in ANSWERS:
        role, verb = "dobj", verb.head
    if role == "pobj" and verb.lower_ in ("amid", "amidst") and prepositional(noun, "with"):
        return [w for t in agents(verb.head) for w in _hand(t, cast)]  # "amid fighting with"
    if role == "pobj" and verb.lower_ == "of":
        role, verb = verb.head.dep_, verb.head.head
    if role not in ("dobj", "nsubjpass", "xcomp") or verb.lemma_.lower() not in _MAKES:
        return []
    if verb.lemma_ in SAY and prepositional(noun, "between"):
        return []  # "reported fighting between A and B"
    if verb.lemma_ == "trigger" and not any(role_of(t) == "REB" for t in agents(verb)):
        return []  # "a patrol triggered a mine": it went off beneath them
    found: list[Who] = []
    for token in agents(verb):
        if noun_kind(token) and not role_of(token):
            found += _owner(token, cast)
        else:
            found += _hand(token, cast)
    return found


def _opposed(word: Token) -> bool:
    """ "An anti-militant operation": against them, not theirs."""
    hyphened = word.i > 1 and word.nbor(-1).text == "-"
    return hyphened and word.nbor(-2).lower_ in ("anti", "counter")


def _owner(noun: Token, cast: Cast) -> list[Who]:
    suffered = noun.lemma_.lower() in SUFFERED
    if role_of(noun) == "REB" or noun.lemma_ == "mob":  # "gunmen": the word is the hand itself
        who = cast.who(noun)
        return [who] if who else []
    if is_person(noun):
        return []  # "Exlandish hostages": those who were taken
    force = (noun_kind(noun) or "").startswith("force")
    for child in noun.children:
        if child.tag_ == "VBG" and child.lemma_.lower() in LIGHT:  # "with Rome launching raids"
            return [
                w for t in child.children if t.dep_ in ("npadvmod", "nsubj") for w in _hand(t, cast)
            ]
        jet = child.lower_ == "fighter" and child.i == noun.i - 1  # "fighter jets" are no rebels'
        if child.dep_ not in QUALIFIERS or _opposed(child) or jet:
            continue
        name = cast.named(child)
        if name is not None and name.is_country:
            if noun.lemma_.lower() in OF_A_PLACE or name.how == "capital":
                continue  # "three killed in Exlandish blast": where it was
            if (child.dep_ == "poss" and suffered) or (name.how == "name" and not force):
                continue
            bombs = name.how == "demonym" and noun.lemma_.lower() in _BY_ARMIES
            return [cast.plain(child, "MIL" if force or bombs else None)]
        if suffered:
            continue
        if child.tag_ == "PRP$" and force and (its := cast.actor(child)) is not None:
            state = its.sector in ("GOV", None) and its.country not in NO_COUNTRIES
            return [replace(its, code=f"{its.country}.MIL") if state else its]
        if (
            name is not None
            or role_of(child) in ("REB", "MIL", "COP", "OPP")
            or (force and role_of(child) == "GOV")
        ):
            who = cast.who(child)
            if who is not None:
                return [who]
    return _whose_arms(noun, cast) if force else []


def _whose_arms(noun: Token, cast: Cast) -> list[Who]:
    """Whose "Indian shelling" is, however it is parsed; "an Indian Agni-2 missile"."""
    before = [noun.nbor(-1)] if noun.i > noun.sent.start else []
    before += [c for c in noun.subtree if c.i < noun.i and c.dep_ in ("compound", "amod")]
    names = ((t, cast.named(t)) for t in before)
    whose = (t for t, name in names if name is not None and name.how == "demonym")
    return [cast.plain(t, "MIL") for t in whose][:1]


def flogged_by(deed: Deed, speaker: Who | None, cast: Cast) -> Who | None:
    """ "Was flogged in a stadium, a court said": by those in power, as far as is told."""
    flogs = [w.token for w in deed.words if w.token.lemma_ in _FLOGS]
    courts = [who for verb in flogs for t in agents(verb) if (who := cast.who(t)) is not None]
    verbs = [verb for verb in flogs if passive(verb)]
    if not verbs:
        return next((who for who in courts if who.sector in _JUDGES), None)
    orders = [t for verb in verbs for t in prepositional(verb, "on", "by", "after")]
    courts += [who for t in orders for n in prepositional(t, "of", "by") if (who := cast.who(n))]
    told = next((w for w in (*courts, speaker) if w is not None and w.sector in _JUDGES), None)
    public = any(t.lower_ in _IN_PUBLIC for t in verbs[0].sent)
    at = verbs[0]
    return told or (Who("UNK.GOV", "", at.idx, at.idx, at.i, "GOV") if public else None)
