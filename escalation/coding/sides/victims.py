"""Who suffered a deed: whom it was aimed at, and whom it hurt."""

from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import Who
from escalation.coding.actors.whose import in_service_of
from escalation.coding.attacks.carried_off import carried_off
from escalation.coding.attacks.deed import Deed
from escalation.coding.attacks.eventive import comes_under, dead_in, ruined_by
from escalation.coding.attacks.ground import driven_out, ground_of
from escalation.coding.attacks.rammed import driven_at, rammed, treads_on_a_mine
from escalation.coding.attacks.violence import WIELDED, Violence, noun_kind
from escalation.coding.sentence.clause import (
    agents,
    coordinated,
    governors,
    passive,
    patients,
    prepositional,
)
from escalation.coding.sentence.once import forms, sentence_of
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.aboard import aboard, met
from escalation.coding.sides.hit import hit
from escalation.coding.sides.premises import POSTS, bodies_beside, is_of_a_body
from escalation.coding.status.operators import wards_off
from escalation.coding.tolls.casualty import takes_injury
from escalation.coding.tolls.last_breath import bereft, dies, falls_in_battle

SUFFERED = word_set(
    "assassination killing murder kidnapping abduction execution beheading slaying torture rape"
    " massacre slaughter beating lynching hijacking stabbing"
)
_ANYBODY = frozenset({"people", "person", "persons", "others"})
ON = ("on", "against", "at", "upon", "targeting", "into", "toward", "towards")
ENDURED = word_set("survive escape suffer face see witness repel repulse withstand")
_HUNG = ("pobj", "npadvmod", "dobj")
TRIES = frozenset({"attempt", "bid", "plot"})
_HELD = word_set("hold control seize capture take occupy overrun retake rule storm attack besiege")
_ATTENDANTS = word_set("guard bodyguard driver escort watchman gatekeeper bystander")


def victims_of(deed: Deed, cast: Cast) -> list[Who]:
    """Who suffered: what was attacked before who was hurt, people before places."""
    aimed: list[Who] = []
    hurt: list[Who] = []
    for word in deed.words:
        token = word.token
        if word.is_verb and word.kind == "force.capture":
            aimed += _dispossessed(token, cast)
        elif word.is_verb:
            goal = hurt if word.kind == "harm" else aimed
            goal += [w for t in suffering(word) if (w := hit(t, cast)) is not None]
            members = [w for t in prepositional(token, "from") if (w := cast.who(t)) is not None]
            hurt += [w for w in members if w.sector == "REB" and goal]  # "16 men from the group"
            lairs = [w for t in prepositional(token, "in", "at") if (w := cast.who(t)) is not None]
            hurt += [w for w in lairs if w.sector == "REB" and w.role == "SITE" and goal]
        if not word.is_verb and (dead := dead_in(token)) is not None:
            hurt += [w for t in coordinated(dead) if (w := cast.who(t)) is not None]
        if role_of(token) != "REB":  # "gunmen of the front": whose they are, not whom they hit
            # "jets killed nine civilians during a battle with rebels": those were hit
            met_in_it = word.kind == "force.clash" != deed.kind and not word.is_verb
            (hurt if met_in_it else aimed).extend(_aimed_at(word, cast))
    aimed += [w for t in _targeted(deed) if (w := cast.who(t)) is not None]
    aimed, hurt = [_in_service(w, cast) for w in aimed], [_in_service(w, cast) for w in hurt]
    close = (t for word in deed.words for t in bodies_beside(word, cast))
    beside = [w for t in close if (w := cast.who(t)) is not None]
    people = [w for w in aimed if w.role != "SITE" and not (cast.is_place(w) or _post(w, cast))]
    people = [w for w in people if not _of_a_lair(w, aimed, cast)]
    things = [w for w in aimed if w not in people]
    if hurt and _only_there(hurt[0], cast):
        # "an attack on a police convoy killed three people": the police were attacked.
        people += [w for w in things if is_of_a_body(w, cast)]
        people += beside if not _ANYBODY.isdisjoint(hurt[0].name.lower().split()) else []
    if hurt and people and hurt[0].is_force and _only_there(people[0], cast):
        people = [*hurt, *people]  # "an attack on nurses kills two policemen"
    return people + hurt + things + beside


def _of_a_lair(who: Who, aimed: list[Who], cast: Cast) -> bool:
    """ "Camps of the front and its ally": by the parse the ally stands beside the camps."""
    told = cast.doc[who.head]
    lairs = {w.head for w in aimed if w.sector == "REB" and _post(w, cast)}
    return who.sector == "REB" and told.dep_ == "conj" and told.head.i in lairs


def _in_service(who: Who, cast: Cast) -> Who:
    """ "Government employees", hit for whom they work for."""
    sector = in_service_of(cast.doc[who.head]) if who.sector == "CVL" else None
    return replace(who, code=f"{who.country}.{sector}") if sector is not None else who


def _only_there(who: Who, cast: Cast) -> bool:
    """Those who fell where somebody else was attacked: people, or who guards or drives him."""
    return who.sector == "CVL" or cast.doc[who.head].lemma_.lower() in _ATTENDANTS


def _aimed_at(word: Violence, cast: Cast) -> list[Who]:
    """Whom an attack is on, by the words that stand at it."""
    token = word.token
    # "A clash with rebels" is against them, "an operation with the army" is not.
    on = (*ON, "with") if word.kind == "force.clash" else ON
    hand = token.lemma_.lower() in WIELDED or token.lemma_ == "mob"  # "a mob of villagers"
    of = () if word.is_verb or hand else ("of",)
    near = prepositional(token, *on, *of)
    ways = (t for t in prepositional(token, "in") if t.lemma_ == "direction")
    near += [t for way in ways for t in prepositional(way, "of")]
    near += [t for life in near if life.lemma_ == "life" for t in prepositional(life, "of")]
    if token.dep_ == "compound" and token.head.lemma_ in TRIES:
        # "an assassination attempt on the governor", "was made on him"
        made = token.head.head if token.head.dep_ in ("nsubjpass", "dobj") else token.head
        near += prepositional(token.head, *ON) or prepositional(made, *ON)
    if token.dep_ == "pobj" and token.head.head.lemma_ == "toll":
        near += prepositional(token.head.head, *ON)  # "the toll from a strike on a camp"
    called = [c for c in token.children if c.dep_ == "acl" and c.lemma_ in ("dub", "call")]
    near += [t for c in called for t in prepositional(c, *ON)]
    near += met(word)
    aimed = [w for t in near if (w := _aim(aboard(t), cast)) is not None]
    told = token.head if token.dep_ == "compound" else token  # "an assassination attempt"
    if (came := comes_under(token)) is not None:
        aimed += [w for t in agents(came) if (w := cast.who(aboard(t))) is not None]
    if (ruined := ruined_by(token)) is not None:
        aimed += [w for t in patients(ruined) if (w := cast.who(t)) is not None]
    endured = told.dep_ == "dobj" and told.head.lemma_.lower() in ENDURED
    if endured or (told.dep_ in ("dobj", "nsubjpass") and wards_off(told.head)):
        aimed += [w for t in agents(told.head) if (w := cast.who(t)) is not None]
    for child in token.children:
        own = child.pos_ == "PRON" and token.dep_ == "dobj"  # "carried out its execution"
        if child.dep_ == "poss" and token.lemma_.lower() in SUFFERED and not own:
            aimed += [w for t in coordinated(child) if (w := cast.who(t)) is not None]
    return aimed


def _dispossessed(verb: Token, cast: Cast) -> list[Who]:
    """From whom ground is taken, or whose post it is: a town itself is nobody."""
    ground = ground_of(verb)
    named = [t for token in ground for t in prepositional(token, "of")]
    said = [t for part in (verb, *ground, *named) for t in prepositional(part, "from")]
    places = [t for token in ground for t in prepositional(token, "in", "at")]
    said += [t for part in (*ground, *named, *places) for t in _holders(part)]
    said += driven_out(verb)
    lost = [w for t in said if (w := cast.who(t)) is not None]
    held = [w for t in ground if (w := cast.who(t)) is not None and w.is_force]
    return [
        w
        for w in (*lost, *held)
        if w.sector == "REB" or (w.role != "SITE" and not cast.is_place(w))
    ]


def _holders(ground: Token) -> list[Token]:
    """Who held it: "districts held by rebels", "a post that rebels had seized", "rebel-held"."""
    found: list[Token] = []
    # "districts in Exland that rebels had taken", by the parse a clause of another verb's
    loose = (t for t in ground.sent if t.i > ground.i and t.dep_ == "ccomp")
    which = [t for t in loose if any(c.tag_ == "WDT" and c.dep_ != "mark" for c in t.children)]
    for clause in (*ground.children, *which):
        if clause.dep_ in ("acl", "relcl", "ccomp") and clause.lemma_.lower() in _HELD:
            found += agents(clause)
        elif clause.dep_ == "relcl" and clause.lemma_ == "come":  # "that came under rebels' fire"
            parts = (clause, *prepositional(clause, "under"))
            found += [t for part in parts for t in prepositional(part, "by", "from")]
        elif clause.dep_ == "amod" and clause.lemma_.lower() in _HELD:
            found += [c for c in clause.children if c.dep_ in ("npadvmod", "compound")]
    return found


def _post(who: Who, cast: Cast) -> bool:
    """A post of the police: what was attacked, where nobody is named who was hurt."""
    return cast.doc[who.head].lemma_.lower() in POSTS


def _targeted(deed: Deed) -> list[Token]:
    """ "... targeting leaders of the group", wherever in the sentence the parse hangs it."""
    own = {word.token.i for word in deed.words}
    own |= {w.token.head.i for w in deed.words if w.token.dep_ == "dobj"}
    sentence = sentence_of(deed.anchor)
    if "targeting" not in forms(sentence):
        return []
    aims = (t for t in sentence if t.lower_ == "targeting" and t.i not in own)
    return [
        hit
        for aim in aims
        if aim.dep_ in ("acl", "advcl", "prep") and any(g.i in own for g in governors(aim))
        for hit in patients(aim)
    ]


def suffers(word: Violence) -> bool:
    """Is the verb's subject the one who is hurt: "died", "with nine others wounded"?"""
    verb = word.token
    fatal = {"dead", "death", "down"} if verb.lower_ == "gunned" else {"dead", "death"}
    dead = any(c.lower_ in fatal for c in verb.children) and not shot_down(verb)
    if treads_on_a_mine(verb):
        return True
    if word.kind != "harm" and not dead:
        return False
    return _falls(verb) or not (passive(verb) or patients(verb))


def _falls(verb: Token) -> bool:
    """ "Nine died", "six lost their lives", "troops lost three men": harm to its subject."""
    if verb.lemma_ in ("die", "perish", "lose"):
        return True
    return verb.pos_ == "VERB" and (
        takes_injury(verb) or dies(verb) or bereft(verb) or falls_in_battle(verb)
    )


def shot_down(verb: Token) -> list[Token]:
    """ "Guards gun down two smugglers", "shoot dead two": whom the parse hangs on that word."""
    down = (c for c in verb.children if c.lower_ in ("down", "dead"))
    hung = (c for word in down for c in word.children if c.dep_ in _HUNG)
    return [t for token in hung for t in coordinated(token)]


def suffering(word: Violence) -> list[Token]:
    """Heads of those whom a verb of violence hurts."""
    verb = word.token
    if driven_at(verb):
        return rammed(verb)
    if treads_on_a_mine(verb) or (word.kind == "harm" and _falls(verb)):
        return agents(verb)
    if taken := carried_off(verb):
        return taken
    found = [
        t
        for t in patients(verb) or _whom_it_took(verb)
        if not t.lower_.endswith(("self", "selves"))
    ]
    if any(_of_them(t) for t in found) and verb.dep_ == "advcl" and patients(verb.head):
        return patients(verb.head)
    if verb.lemma_ == "end":  # "ends with three gunmen dead"
        dead = [t for t in verb.children if t.lower_ == "dead"]
        told = [c for t in dead for c in t.children if c.dep_ == "nsubj"]
        return told or (prepositional(verb, "with") if dead else [])
    if verb.lemma_ in ("result", "cause", "lead"):
        deaths = [
            t for t in verb.subtree if t.lemma_ in ("death", "fatality", "casualty", "injury")
        ]
        fell = [t for death in deaths for t in prepositional(death, "of", "among", "to")]
        return fell if deaths else prepositional(verb, "in") or _made_to_suffer(verb)
    if verb.lemma_ == "lose" and not any(t.lemma_ == "life" for t in found):
        return agents(verb)  # "the army lost nine men"
    found = _whose_life(found) or found or shot_down(verb)
    if not found and verb.tag_ == "VBG":  # "claim the killing of two"
        return prepositional(verb, "of")
    if len(found) == 1 and found[0].head.lower_ == "among" and found[0].dep_ == "pobj":
        return [found[0].head.head]  # "a minister among four killed"
    if not found and verb.tag_ in ("VBD", "VBN"):
        bare = [c for c in verb.children if c.dep_ == "nsubj"]  # a headline's bare participle
        return (bare if suffers(word) else []) or _before_comma(verb)
    return found


def _whose_life(taken: list[Token]) -> list[Token]:
    """ "Took the lives of nine", "cut the driver's throat"."""
    cut = [t for t in taken if t.lemma_ in ("life", "throat")]
    throats = (t for t in cut if t.lemma_ == "throat")
    whose = [c for throat in throats for c in throat.children if c.dep_ == "poss"]
    return [t for part in cut for t in prepositional(part, "of")] + whose


def _made_to_suffer(verb: Token) -> list[Token]:
    """ "Resulted in two guards being wounded": the guards."""
    clauses = (c for p in verb.children if p.lower_ in ("in", "to") for c in p.children)
    return [t for c in clauses if c.dep_ == "pcomp" for t in patients(c)]


def _whom_it_took(verb: Token) -> list[Token]:
    """ "The guards it kidnapped last month": the guards, of whom the clause is."""
    own = verb.dep_ == "relcl" and verb.tag_ in ("VBD", "VBZ", "VBP") and bool(agents(verb))
    which = any(c.tag_ in ("WDT", "WP", "WRB") or c.dep_ == "mark" for c in verb.children)
    return [verb.head] if own and not which and verb.head.pos_ in ("NOUN", "PROPN") else []


def _before_comma(verb: Token) -> list[Token]:
    """ "They chose an heir to Rossi, killed in May": the one named right before it."""
    after = verb.dep_ == "advcl" and verb.i > 1 and verb.nbor(-1).text == ","
    named = verb.nbor(-2) if after else None
    return [named] if named is not None and named.pos_ == "PROPN" else []


def _of_them(number: Token) -> bool:
    """ "Drove the attackers off, killing twenty of them"."""
    return any(
        c.lower_ == "of" and [t.lower_ for t in c.children] == ["them"] for c in number.children
    )


def _aim(token: Token, cast: Cast) -> Who | None:
    if noun_kind(token) and not role_of(token):
        return None
    if token.lemma_ == "side" and token.dep_ == "pobj":  # "hit on the far side of the border"
        return None
    return cast.who(token)
