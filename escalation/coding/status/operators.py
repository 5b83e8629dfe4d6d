"""Verbs that govern what others do: who says, intends, tries, foils, demands or denies it."""

from spacy.tokens import Token

from escalation.coding.sentence.phrases import word_set

SAY = word_set(
    "say tell announce report state declare hint claim add note confirm reveal disclose admit"
    " acknowledge explain insist argue assert maintain believe think estimate write suggest comment"
    " stress reiterate quote mention remark warn show indicate inform clarify emphasize emphasise"
    " speak according publish read conclude find vow caution imply recall contend observe"
    " describe predict underline boast tweet repeat understand allege"
)
INTEND = word_set(
    "plan intend want aim hope seek wish prepare propose consider mean plot expect schedule"
    " set vow pledge promise agree offer swear undertake commit decide volunteer need like"
    " tend conspire mull weigh resolve determine ready willing poised due likely going able"
    " eager capable prepared supposed bound slated go authorize authorise approve try-out"
)
ATTEMPT = word_set("try attempt fail struggle")
FOIL = word_set(
    "foil thwart prevent avert stop block disrupt avoid defuse repel repulse intercept frustrate"
    " halt scupper preempt scuttle"
)
PLOTS = word_set("plot plan attempt bid conspiracy scheme")
_REPELS = frozenset({"repel", "repulse"})
_WARDS = word_set("beat fight drive push ward fend stave hold throw turn head")
DEMAND = word_set(
    "demand urge ask call order request appeal press pressure instruct invite encourage advocate"
    " require beg advise recommend petition plead insist push warn tell force compel exhort"
)
THREATEN = word_set("threaten warn vow swear")
REFUSE = word_set("refuse decline reject rule")
DENY = word_set("deny refute dismiss dispute reject disavow contest rebut repudiate debunk")
BLAME = word_set(
    "accuse blame charge suspect convict indict condemn denounce criticize criticise allege"
    " implicate try sentence jail imprison arrest detain want link investigate question fault"
    " acquit wanted guilty deplore commemorate mourn mark remember fear believed alleged prosecute"
    " extradite execute hang deport protest decry honour honor discuss apologize apologise regret"
    " depict portray film direct praise celebrate cover describe address"
)
_STORIES = frozenset({"story", "tale", "truth", "history"})
_BOMBS = word_set("explosive bomb device mine landmine ied grenade dynamite")
_UNTRUE = word_set(
    "false untrue baseless unfounded fake fabricated incorrect wrong groundless untruthful"
    " inaccurate lie lies propaganda rumours rumors nonsense disinformation misinformation"
)
_CHARGES = word_set("claim allegation accusation report suggestion charge assertion rumour rumor")


def sets_off(bomb: Token) -> bool:
    """ "Rebels set off a bomb", not "the attacker", who was told of before."""
    verb = bomb.head
    off = verb.lemma_ == "set" and any(c.lower_ == "off" for c in verb.children)
    if not off or bomb.lemma_.lower() not in _BOMBS:
        return False
    doers = (t for t in verb.children if t.dep_ == "nsubj")
    return not any(c.lower_ == "the" for t in doers for c in t.children)


def foils(verb: Token) -> bool:
    """ "Foiled an attack", "beat back an assault", "the raid was fought off"."""
    return verb.lemma_.lower() in FOIL or wards_off(verb)


def wards_off(verb: Token) -> bool:
    """ "Repelled", "beat back", "fought off": by those who were attacked."""
    lemma = verb.lemma_.lower()
    if lemma not in _WARDS or verb.pos_ != "VERB":
        return lemma in _REPELS
    return any(c.lower_ in ("off", "back") and c.dep_ in ("prt", "advmod") for c in verb.children)


def foiled_plot(verb: Token) -> Token | None:
    """The plot of "foiled a plot to bomb a church", where the bombing hangs on the foiling."""
    if verb.dep_ != "xcomp" or not foils(verb.head):
        return None
    plots = (c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i)
    return next((c for c in plots if c.lemma_.lower() in PLOTS), None)


def operator_of(below: Token, lemma: str) -> str | None:
    """What a verb makes of what hangs on it, as in "denies a claim", "calls for talks"."""
    if lemma == "tell" and below.dep_ == "dobj" and below.lemma_.lower() in _STORIES:
        return None
    complement = below.dep_ in ("xcomp", "ccomp", "acl", "dobj")
    if (below.dep_ == "dobj" and foils(below.head)) or foiled_plot(below) is not None:
        return "foil"
    if lemma == "avoid" and complement:
        return "intend"
    if below.dep_ == "prep" and lemma in FOIL and below.lower_ == "from":
        return "foil"
    if lemma in DENY and any(t.lemma_.lower() in _CHARGES for t in _denied(below)):
        return "deny"
    for name, verbs in (
        ("refuse", REFUSE), ("deny", DENY), ("demand", DEMAND), ("intend", INTEND),
        ("attempt", ATTEMPT),
    ):  # fmt: skip
        does = name == "attempt" or lemma == "undertake" or sets_off(below)
        thing = below.dep_ == "dobj" and does
        if complement and lemma in verbs and not thing:
            return name
    if lemma == "call" and below.dep_ == "prep" and below.lower_ in ("for", "on", "upon"):
        return "demand"
    if lemma == "find" and below.lower_ == "of":
        return "blame" if any(c.lower_ == "guilty" for c in below.head.children) else None
    blaming = complement or (
        below.dep_ == "prep" and below.lower_ in ("of", "for", "with", "in", "on", "over", "to")
    )
    if lemma in BLAME and blaming and not _absolute(below):
        return "blame"
    return None


def _absolute(preposition: Token) -> bool:
    """ "Chad marks a holiday, with rebels killing nine": told beside it, and not of it."""
    told = (c for c in preposition.children if c.dep_ == "pcomp" and c.tag_ == "VBG")
    return preposition.lower_ == "with" and any(
        t.dep_ == "nsubj" for clause in told for t in clause.children
    )


def is_untrue(verb: Token) -> bool:
    """ "Reports that rebels took the base are false"."""
    said = (c for c in verb.children if c.dep_ in ("acomp", "attr"))
    untrue = any(c.lower_ in _UNTRUE for c in said)
    return untrue and not any(c.dep_ == "neg" for c in verb.children)


def _denied(below: Token) -> list[Token]:
    """ "Rejected the claim", "dismissed as false a claim": what is denied, by either word."""
    if below.dep_ == "prep" and below.lower_ == "as":
        return [c for c in below.children if c.dep_ == "pobj"]
    return [below] if below.dep_ == "dobj" else []


_COMMAS = frozenset({",", '"', "”", "''"})


def told_behind(verb: Token) -> Token | None:
    """ "Rome arms the rebels, a minister told Bern": its saying, parsed as a second clause."""
    for said in verb.children:
        if said.dep_ == "conj" and said.i > verb.i and said.lemma_.lower() in SAY:
            own = next((c for c in said.children if c.dep_ == "nsubj"), None)
            comma = own is not None and own.left_edge.i and own.left_edge.nbor(-1).text in _COMMAS
            if comma and not any(
                c.dep_ in ("cc", "ccomp") for c in (*verb.children, *said.children)
            ):
                return said
    return None
