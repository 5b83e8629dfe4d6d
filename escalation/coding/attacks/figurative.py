"""Words of violence in a figure of speech: "an attack on the budget", "fans invaded the pitch".

Nobody is hurt where a right is attacked, where a crowd of tourists invades or where doctors fight
to save a life.
"""

from spacy.tokens import Token

from escalation.coding.actors.roles import role_of
from escalation.coding.sentence.clause import agents, patients, prepositional
from escalation.coding.sentence.phrases import word_set

_ON = ("on", "against", "upon", "into")
TIMES = word_set("time day night week month hour year")
"""Nouns by which "for" and "over" tell when or how often, and never why."""
_ABSTRACT = word_set(
    "right freedom liberty democracy budget constitution judiciary faith religion dignity"
    " character reputation sovereignty integrity independence value wage salary welfare law"
    " economy industry sector record title summit peak poverty inequality sense"
    " credibility honour honor culture language heritage education pension subsidy policy income"
    " plan bill reform equality privacy secularism federalism pluralism livelihood standard"
    " tradition morality marriage science truth speech expression union unity nature environment"
)
_FIGURES = word_set("attack assault offensive raid siege strike onslaught war campaign blow")
_MEDIA = word_set(
    "twitter facebook internet media web network audience crowd fan stadium population price cost"
    " demand sale popularity debate controversy scandal career anger rage fury laughter applause"
    " traffic number growth spending debt star supernova volcano inbox"
    " comet asteroid meteor meteorite sun wave"
)
_VISITORS = word_set(
    "tourist visitor fan shopper holidaymaker spectator reveller locust ant insect pest weed"
    " species mosquito wasp bee rat monkey germ virus bacterium weevil pilgrim worshipper jellyfish"
    " bollworm armyworm grasshopper cell antibody enzyme parasite fungus journalist reporter"
)
_SENT = word_set(
    "neutron proton electron particle photon ion question message call email mail letter ad advert"
    " advertisement request complaint information query text leaflet criticism praise love rumour"
)
_WITH_WORDS = frozenset({"attack", "blast", "savage", "pummel", "fire", "shoot", "strike"})
_SPEECHES = word_set(
    "speech sermon interview column editorial article tweet post statement book show broadcast"
    " essay debate memoir podcast letter monologue sketch satire song poem address khutba"
)
_WRITTEN = _SPEECHES | word_set("cable film movie documentary cartoon advert leaflet headline")
_OFFICES = frozenset({"GOV", "OPP", "LEG", "JUD", "PTY", "MED", "ELI", "BUS"})
_OPPOSED = word_set("critic opponent rival detractor predecessor successor")
_CROWDS = frozenset({"invade", "besiege", "storm", "swamp", "attack", "overrun", "raid", "mob"})
_ARMED = frozenset({"MIL", "COP", "REB", "SPY", "CRM"})
_ILLS = word_set(
    "cancer leukaemia leukemia illness disease addiction depression dementia parkinson alzheimer"
    " covid tuberculosis polio malaria corruption poverty inflation hunger drug crime"
    " climate pollution smog salinity obesity alcoholism pneumonia stroke tumour tumor injury"
    " malnutrition illiteracy unemployment racism discrimination aids hiv diabetes debt deficit"
)
_FIRMS = word_set("bank firm company team club candidate bidder insurer retailer carmaker airline")
_MEASURES = word_set(
    "campaign ad advert advertisement programme program scheme policy tax reform law bill drive"
    " initiative project app levy sanction tariff subsidy budget slogan leaflet product service"
)
_RIVALS = word_set("bidder candidate contender columnist economist lawyer pundit commentator")
_RISES = frozenset({"explode", "shoot", "storm", "blast", "raid"})
_GAINS = word_set(
    "scene fame stardom spotlight popularity number top"
    " final semifinal quarterfinal lead victory win semi charts history limelight prominence tears"
)


def is_figure_noun(noun: Token, lemma: str) -> bool:
    """ "An assault on workers' rights", "an attack on the budget": on nothing that can bleed."""
    if lemma in ("fight", "battle", "struggle"):
        return _of(prepositional(noun, "with", "against"), _ILLS)
    if lemma not in _FIGURES:
        return False
    ends = prepositional(noun, *_ON)
    return bool(ends) and all(t.lemma_.lower() in _ABSTRACT for t in ends)


def is_figure_verb(verb: Token, lemma: str) -> bool:
    """ "Twitter exploded", "tourists invade", "bombarded with questions", "fought to save him"."""
    if lemma in _RISES and _of(prepositional(verb, "onto", "into", "to"), _GAINS):
        return True
    if lemma in ("explode", "erupt", "detonate"):
        return _of(agents(verb), _MEDIA)
    if lemma in ("bombard", "pelt", "shower"):
        return _of(prepositional(verb, "with", "by"), _SENT) or _of(agents(verb), _MEDIA)
    if lemma == "target":
        return _of(agents(verb), _MEASURES) and not any(map(_is_armed, patients(verb)))
    if lemma == "clash":
        doers = agents(verb)
        return bool(prepositional(verb, "over")) and bool(doers) and all(map(_debates, doers))
    if lemma in ("launch", "mount", "begin", "start"):
        things = [c for c in verb.children if c.dep_ == "dobj"]
        return any(is_figure_noun(thing, thing.lemma_.lower()) for thing in things)
    if lemma in ("fight", "battle"):
        return _strives(verb)
    if lemma in _WITH_WORDS:
        return _is_in_words(verb, lemma)
    return lemma in _CROWDS and _of(agents(verb), _VISITORS)


def _is_in_words(verb: Token, lemma: str) -> bool:
    """ "Attacked the premier over taxes", "in a speech", "fired back at his critics".

    By a person without arms, upon an office or what it does.
    """
    doers = agents(verb)
    if lemma == "attack" and _of(doers, _WRITTEN):
        return True
    if lemma == "shoot" and any(t.lower_.endswith(("self", "selves")) for t in patients(verb)):
        return True  # "shot himself": nobody else
    if not doers or any(_is_armed(t) or t.tag_ in ("NNS", "NNPS") for t in doers):
        return False
    if lemma in ("fire", "shoot", "strike"):
        backs = [c for c in verb.children if c.lower_ == "back"]
        at = [t for word in (verb, *backs) for t in prepositional(word, "at")]
        return bool(backs) and _stand_in_office(at)
    if any(t.lemma_.lower() in _SPEECHES for t in prepositional(verb, "in", "during", "at")):
        return True
    if _of(patients(verb), _ABSTRACT):
        return True
    why = prepositional(verb, "over", "for")
    why += [c for p in verb.children if p.lower_ in ("over", "for") for c in p.children]
    why = [t for t in why if t.lemma_.lower() not in TIMES]  # "for the third time"
    return (bool(why) or lemma == "blast") and _stand_in_office(patients(verb))


def _is_armed(token: Token) -> bool:
    return role_of(token) in _ARMED


def _debates(token: Token) -> bool:
    """ "Lawmakers clashed over the bill"; not so crowds, or the armed."""
    return role_of(token) in ("LEG", "GOV", "PTY", "BUS", "JUD") or token.lemma_.lower() in _RIVALS


def _stand_in_office(tokens: list[Token]) -> bool:
    found = bool(tokens)
    return found and all(
        role_of(t) in _OFFICES or t.lemma_.lower() in _OPPOSED or t.pos_ == "PROPN" for t in tokens
    )


def _of(tokens: list[Token], known: frozenset[str]) -> bool:
    return bool(tokens) and all(token.lemma_.lower() in known for token in tokens)


def _strives(verb: Token) -> bool:
    """ "Fought to save the poet", "battled back to win": for something, and with nobody."""
    aims = any(
        c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" and any(t.tag_ == "TO" for t in c.children)
        for c in verb.children
    )
    back = any(c.lower_ == "back" for c in verb.children)
    foes = any(c.dep_ == "dobj" for c in verb.children) or prepositional(verb, "with", "against")
    doers = agents(verb)
    armed = any(map(_is_armed, doers))
    firms = any(t.lemma_.lower() in _FIRMS or role_of(t) in ("BUS", "PTY") for t in doers)
    if firms and prepositional(verb, "for", "over"):
        return True  # "banks are battling for control of the insurer"
    return (aims or back) and not (foes or armed)
