"""Who stands where in a clause: agents, patients and complement of a verb, over spaCy's parse.

All functions take and give tokens: the heads of noun phrases. Coordinated heads are given one by
one, relative pronouns as what they stand for, and subjects that a participle or an infinitive
shares with its governor are found there.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from escalation.coding.sentence.phrases import word_set

SUBJECTS = frozenset({"nsubj", "csubj"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
VERBS = frozenset({"VERB", "AUX"})
TENSED = frozenset({"VBZ", "VBP", "VBD"})
"""Tags of verbs with a tense of their own."""
FINITE = TENSED | {"MD"}
"""Tags of verbs that tell by themselves."""
OPENING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CD", "PRP$"})
"""Tags of words that open what a verb takes as its object."""
PARTS = frozenset({"compound", "nmod", "amod"})
"""How a word hangs on the noun that it is a part of."""
_HANDED_ON = frozenset({"conj", "xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp"})
_OBJECT_CONTROL = word_set(
    "ask urge tell order force allow permit invite press pressure persuade convince compel"
    " instruct require warn advise encourage enable help want expect lead cause"
)
# "Accuses Rome of shelling a camp": whoever is accused did it, not the one who accuses.
_CHARGED = word_set(
    "accuse suspect convict blame charge acquit fault condemn denounce criticize criticise indict"
    " praise thank sue fine punish arrest detain jail imprison sentence try prevent stop deter"
    " dissuade discourage keep bar ban prohibit force pressure bully lure trick forgive"
)
_BY_OBJECT = frozenset({"of", "for", "from", "into", "over", "with"})
_INTENTS = frozenset({"attempt", "plot", "plan", "bid", "effort", "conspiracy"})
WRITINGS = word_set(
    "decree order edict law directive notification resolution bill decision measure legislation"
    " statement message letter fatwa ordinance rule regulation"
)
_HARMED = word_set(
    "shot killed stabbed hanged murdered executed tortured beheaded abducted told ordered"
)
_HURT = _HARMED | word_set("hit struck attacked bombed beaten kidnapped seized ambushed wounded")
_STATEMENTS = word_set(
    "statement speech letter interview tweet address message broadcast post note briefing report"
)
TELLS = word_set("say announce report confirm state declare tell add note")
"""Verbs that tell news; what is "revealed" or "admitted" may be old."""
DEPLORES = word_set(
    "condemn denounce deplore decry slam protest criticize criticise blast mourn lament"
)
"""Verbs by which what somebody did, or what befell somebody, is deplored."""
POSSESSIVE = frozenset({"'s", "’s"})
"""What makes a name an owner's."""
_DEPTH = 6


def coordinated(head: Token) -> list[Token]:
    """A noun and those coordinated with it: "soldiers" and "policemen".

    So too where the parse hangs the second on the first one's name: "the president of Rome Ann
    Lee and the premier of Oslo".
    """
    found = [head]
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in NOUNS:
            found += coordinated(child)
        elif child.dep_ == "appos" and child.pos_ == "PROPN":
            found += [t for c in child.children if _is_the_other(c) for t in coordinated(c)]
    return found


def _is_the_other(token: Token) -> bool:
    titled = any(c.lower_ == "the" for c in token.children)
    return token.dep_ == "conj" and token.pos_ in NOUNS and titled


def meant(token: Token) -> Token:
    """What a relative pronoun stands for; any other token itself."""
    if token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and token.pos_ == "PRON"):
        clause = token.head
        while clause.dep_ not in ("relcl", "ROOT") and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ == "relcl":
            return _agreeing(clause.head, clause)
    return token


def _agreeing(noun: Token, clause: Token) -> Token:
    """ "The fighting with soldiers that threatens a road": what agrees with its verb in number."""
    above = noun.head.head
    many = noun.tag_ in ("NNS", "NNPS") and not any(c.dep_ == "conj" for c in noun.children)
    if clause.tag_ != "VBZ" or not many or noun.dep_ != "pobj" or above.tag_ != "NN":
        return noun
    return above


def spoken_of_before(noun: Token) -> bool:
    """ "The attack", "this siege", "that bomb"."""
    those = ("the", "both", "this", "that", "these", "those")
    return noun.pos_ == "NOUN" and any(c.lower_ in those for c in noun.children)


def passive(verb: Token, depth: int = 0) -> bool:
    """Is the verb in the passive voice, also as a bare participle after a noun?"""
    deps = {child.dep_ for child in verb.children}
    if deps & {"auxpass", "nsubjpass"}:
        return True
    bare = verb.dep_ == "conj" and not deps & (SUBJECTS | {"aux", "dobj", "prt"})
    if verb.tag_ == "VBD" and verb.lower_ in _HARMED and bare and depth <= _DEPTH:
        return verb.head.tag_ == "VBN" and passive(verb.head, depth + 1)  # "was seized and shot"
    if verb.tag_ != "VBN" or depth > _DEPTH:
        return False
    if _found_so(verb, depth):
        return True
    if verb.dep_ == "conj" and verb.head.pos_ in VERBS and not deps & (SUBJECTS | {"aux"}):
        return passive(verb.head, depth + 1)
    return verb.dep_ in ("acl", "advcl", "ROOT") and not deps & (SUBJECTS | {"aux", "dobj"})


def _found_so(verb: Token, depth: int = 0) -> bool:
    """ "Two were confirmed killed": the participle that a passive verb finds them in."""
    stands = verb.head.lemma_ == "stand"  # "stands accused of"
    roles = ("oprd", "acomp", "xcomp", "advcl") if stands else ("oprd", "acomp", "xcomp")
    bare = verb.tag_ == "VBN" and verb.dep_ in roles
    bare = bare and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return bare and verb.head.pos_ in VERBS and (stands or passive(verb.head, depth + 1))


def agents(verb: Token, depth: int = 0) -> list[Token]:
    """Heads of those who do what the verb says."""
    by = [t for c in verb.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj"]
    if by and not (verb.tag_ in TENSED and _has_subject(verb)):
        return [head for token in by for head in coordinated(token)]
    if passive(verb):
        return _by_of_the_next(verb)
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if own:
        return [head for token in own for head in coordinated(meant(token))]
    if depth > _DEPTH or verb.dep_ not in _HANDED_ON:
        return []
    return _inherited(verb, depth)


def _has_subject(verb: Token) -> bool:
    """ "The ministers conferred by telephone": whatever the parse makes of "by", they did."""
    deps = {child.dep_ for child in verb.children}
    return "nsubj" in deps and not deps & {"auxpass", "nsubjpass"}


def _by_of_the_next(verb: Token) -> list[Token]:
    """ "Were held and beaten by soldiers": by soldiers both."""
    for other in verb.children:
        shares = other.dep_ == "conj" and other.tag_ == "VBN"
        if shares and not any(c.dep_ in ("nsubjpass", "nsubj", "aux") for c in other.children):
            by = [t for c in other.children if c.dep_ == "agent" for t in c.children]
            return [head for t in by if t.dep_ == "pobj" for head in coordinated(t)]
    return []


def _inherited(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ == "pcomp" and head.head.i != head.i:
        charged = _charged(head)
        if charged:
            return charged
        head = head.head
        if head.dep_ == "dobj" and head.head.pos_ in VERBS and verb.head.lower_ == "including":
            return agents(head.head, depth + 1)  # "announced steps including closing ..."
    if head.pos_ not in VERBS:
        if head.dep_ == "acomp" and verb.dep_ == "xcomp" and head.head.pos_ in VERBS:
            return agents(head.head, depth + 1)  # "is ready to ..."
        if verb.dep_ == "acl" and verb.tag_ == "VBG" and head.lemma_.lower() in WRITINGS:
            return agents(head.head, depth + 1) if head.dep_ == "dobj" else []
        if head.dep_ == "attr" and head.head.lemma_ in ("be", "become"):
            return agents(head.head, depth + 1)  # "X becomes the first country to ..."
        if verb.dep_ == "acl" and head.lemma_.lower() in _INTENTS:
            return prepositional(head, "by", "of") or [c for c in head.children if c.dep_ == "poss"]
        return coordinated(head) if verb.dep_ in ("acl", "relcl") else []
    if verb.dep_ == "xcomp" and head.lemma_ in _OBJECT_CONTROL:
        objects = patients(head, depth + 1)
        if objects:
            return objects
    if verb.dep_ == "conj" and verb.tag_ in ("VBZ", "VBD") and _infinitive(head):
        return agents(head.head, depth + 1)  # "declares it to be over and vows revenge"
    if passive(head) and verb.dep_ in ("xcomp", "conj", "pcomp"):
        return patients(head, depth + 1) or agents(head, depth + 1)
    return agents(head, depth + 1)


def _infinitive(verb: Token) -> bool:
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return to and verb.tag_ == "VB" and verb.head.pos_ in VERBS


def _charged(preposition: Token) -> list[Token]:
    """Whom a verb's preposition says it of: "blamed Rome for shelling a camp"."""
    above = preposition.head
    if preposition.lower_ not in _BY_OBJECT:
        return []
    if above.dep_ == "dobj" and above.head.lemma_.lower() in _CHARGED:
        return coordinated(above)  # the parse hangs "of" on the accused
    return patients(above) if above.lemma_.lower() in _CHARGED else []


def patients(verb: Token, depth: int = 0) -> list[Token]:
    """Heads of those to whom the verb does it: direct objects, subjects of a passive."""
    if depth <= _DEPTH and _found_so(verb):
        stands = verb.head.lemma_ == "stand"
        return agents(verb.head, depth + 1) if stands else patients(verb.head, depth + 1)
    if passive(verb):
        own = [c for c in verb.children if c.dep_ == "nsubjpass"]
        if not own and verb.tag_ == "VBN":
            own = [c for c in verb.children if c.dep_ in SUBJECTS]
        if own:
            return [head for token in own for head in coordinated(meant(token))]
        if (latest := is_the_latest(verb)) or verb.dep_ == "acl":
            return agents(verb.head.head, depth + 1) if latest else coordinated(verb.head)
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        joined = verb.dep_ in ("xcomp", "conj") or (verb.dep_ == "pcomp" and verb.lower_ in _HURT)
        if joined and depth <= _DEPTH and above.pos_ in VERBS:
            # "claim to have been bombed", "was hit and killed", "crashed after being shot down"
            return patients(above, depth + 1) if passive(above) else agents(above, depth + 1)
        return []
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    objects += [c for c in verb.children if c.dep_ == "oprd" and c.pos_ in ("NOUN", "PROPN")]
    if not objects and (other := _shares_object(verb)) is not None:
        return patients(other, depth + 1)
    return [head for token in objects for head in coordinated(meant(token))]


def is_the_latest(verb: Token) -> bool:
    """ "He is the latest to be arrested": he was, as others had been."""
    one, to = verb.head, any(c.lower_ == "to" for c in verb.children)
    told = to and (verb.dep_, one.dep_) in (("acl", "attr"), ("relcl", "attr"))
    return told and any(c.lower_ == "latest" or c.tag_ == "JJ" for c in one.children)


def _shares_object(verb: Token) -> Token | None:
    """ "Killed or arrested nine men": the next verb, whose object is that of both."""
    after = verb.nbor(2) if verb.i + 2 < len(verb.doc) else verb
    joined = after.dep_ == "conj" and after.head.i == verb.i and after.tag_[:2] == "VB"
    return after if joined and any(c.dep_ == "dobj" for c in after.children) else None


def prepositional(token: Token, *words: str) -> list[Token]:
    """Objects of the prepositions of a verb or noun; of the given prepositions only, if any."""
    found = []
    for child in token.children:
        if child.dep_ not in ("prep", "agent", "dative") or child.pos_ not in ("ADP", "SCONJ"):
            continue
        if words and child.lower_ not in words:
            continue
        for inner in child.children:
            if inner.dep_ == "pobj":
                found += coordinated(inner)
            elif inner.dep_ == "prep":  # "out of", "up to"
                found += [t for p in inner.children if p.dep_ == "pobj" for t in coordinated(p)]
    return found


def for_to(clause: Token) -> bool:
    """ "Called for the guards to be tried": what is called for, in a clause of its own."""
    called = any(c.dep_ == "mark" and c.lower_ == "for" for c in clause.children)
    return called and any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


def governors(token: Token) -> Iterator[Token]:
    """The tokens above, nearest first; each once, though a mended parse went round in a ring."""
    for _ in range(len(token.doc)):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def backshifted(verb: Token, saying: Token | None) -> bool:
    """ "Chad said that it had closed the border": it has closed it, as it said."""
    while verb.dep_ == "conj" and verb.head.pos_ in VERBS:
        verb = verb.head
    said = saying is not None and verb.dep_ == "ccomp" and verb.head.i == saying.i
    return said and verb.head.tag_ == "VBD" and verb.head.lemma_ in TELLS


def said_in(clause: Token, noun: Token) -> Token | None:
    """ "Said in a statement that ...": the verb, where the parse hangs the clause on the noun."""
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    written = noun.dep_ == "pobj" and noun.lemma_.lower() in _STATEMENTS
    told = clause.dep_ == "acl" and noun.head.lower_ == "in" and noun.head.head.pos_ in VERBS
    return noun.head.head if that and written and told else None


def listed(name: Token) -> list[Token]:
    """ "Chadian, Malian forces": the second of two, in a headline that leaves out "and"."""
    comma = name.nbor() if name.i + 2 < len(name.doc) else name
    second = comma.nbor() if comma.text == "," else name
    beside = second.i != name.i and second.head == name.head
    return [second] if beside and second.dep_ in PARTS else []
