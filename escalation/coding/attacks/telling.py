"""Which words of violence in a sentence tell of an act, by those whom its names make of the rest.

Gunmen among the dead tell of no shooting of theirs, Tank is a district, and what a court has done
is an execution, not an attack.
"""

from spacy.tokens import Span, Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import Who
from escalation.coding.attacks.capture import by_captors, is_capture
from escalation.coding.attacks.carried_off import at_gunpoint, carried_off
from escalation.coding.attacks.deed import LOOSE
from escalation.coding.attacks.eventive import LIGHT
from escalation.coding.attacks.violence import Violence, violent_words
from escalation.coding.dealings.whence import only_came
from escalation.coding.sentence.clause import VERBS, agents, patients, prepositional
from escalation.coding.sides.victims import suffering

_TITLE = 12  # tokens within which a title ends
_EXECUTES = frozenset({"execute", "execution"})


def telling(sentence: Span, cast: Cast) -> list[Violence]:
    """Words of violence of a sentence that may tell of an act of violence."""
    found = _without_title(sentence, list(violent_words(sentence)))
    hurt = [t for word in found if word.is_verb for t in suffering(word)]
    hurt += [t for some in hurt for t in _among(some)]
    return [
        w
        for w in found
        if (w.token not in hurt or role_of(w.token) != "REB")
        and (w.is_verb or not cast.place_of(w.token))
        and not only_came(w.token)
        and (w.kind != "force.capture" or is_capture(w, cast))
        and (not carried_off(w.token) or by_captors(w.token, cast) or at_gunpoint(w.token))
        and (w.token.lemma_ not in _EXECUTES or _by_the_armed(w, cast))
    ]


def _without_title(sentence: Span, found: list[Violence]) -> list[Violence]:
    """ "Exford bombing: A bomber blows himself up": the title tells nothing of its own."""
    colon = next((t for t in sentence[:_TITLE] if t.text == ":"), None)
    if colon is None or any(t.pos_ in VERBS for t in sentence.doc[sentence.start : colon.i]):
        return found
    behind = [word for word in found if word.token.i > colon.i]
    return behind if any(word.kind not in LOOSE for word in behind) else found


def _among(dead: Token) -> list[Token]:
    """ "All six of the gunmen", "nine people including the gunmen"."""
    named = [c for c in dead.children if c.lower_ == "including"]
    return prepositional(dead, "of", "including") + [t for c in named for t in c.children]


def _by_the_armed(word: Violence, cast: Cast) -> bool:
    """ "Rebels executed 22 men": no sentence of a court, and no plan that is carried out."""
    token = word.token
    if word.is_verb:
        hurt = any(cast.who(t) is not None for t in patients(token))
        return hurt and any(who.is_outlaw for who in _known(agents(token), cast))
    carried = token.dep_ == "dobj" and token.head.lemma_.lower() in LIGHT
    by = prepositional(token, "by") + (agents(token.head) if carried else [])
    hands = _known(by, cast)
    return not hands or any(who.is_outlaw for who in hands)


def _known(tokens: list[Token], cast: Cast) -> list[Who]:
    return [who for t in tokens if (who := cast.who(t)) is not None]
