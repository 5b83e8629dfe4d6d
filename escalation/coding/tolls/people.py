"""Nouns for people: what a count can be of, and who is a person by an age or by company."""

from spacy.tokens import Token

from escalation.coding.sentence.phrases import word_set

PERSONS = word_set(
    "person people man woman child boy girl baby infant toddler teenager youth student pupil "
    "teacher professor doctor nurse medic worker labourer laborer miner farmer shepherd trader "
    "shopkeeper shopper driver passenger traveller traveler motorist pilgrim worshipper worshiper "
    "devotee mourner cleric imam priest pastor bishop monk scholar civilian villager resident "
    "bystander tourist foreigner national citizen refugee migrant deportee soldier troop trooper "
    "serviceman servicewoman marine sailor airman pilot ranger scout commando guard bodyguard "
    "sentry conscript recruit cadet officer policeman policewoman constable cop inspector "
    "commander commandant general brigadier colonel major captain lieutenant sergeant corporal "
    "official minister governor mayor lawmaker parliamentarian senator councillor councilor "
    "politician "
    "candidate leader chief chieftain elder judge lawyer prosecutor diplomat ambassador consul "
    "journalist reporter cameraman photographer editor activist protester protestor demonstrator "
    "supporter member aide spokesman negotiator contractor engineer staffer employee volunteer "
    "vaccinator peacekeeper militiaman militia paramilitary militant insurgent rebel fighter "
    "terrorist extremist jihadist guerrilla gunman attacker assailant bomber hijacker hostage "
    "prisoner inmate detainee victim survivor brother sister son daughter father mother husband "
    "wife cousin uncle nephew relative family bride guest personnel force infidel crew "
    "crewmember other suspect smuggler trafficker robber dacoit accomplice infiltrator king prince "
    "president administrator bureaucrat clerk accountant passerby passer-by passersby pedestrian "
    "cyclist commuter nomad herder singer dancer actor actress comedian poet writer author blogger "
    "lecturer principal headmaster custodian caretaker cook servant maid interpreter translator "
    "mullah preacher nun detective superintendent warden magistrate surgeon paramedic pharmacist "
    "dentist midwife vendor hawker baker butcher tailor barber customer neighbour neighbor friend "
    "newborn sibling twin spouse widow grandson granddaughter grandfather grandmother in-law "
    "pensioner tribesperson businessperson congressman parishioner seminarian celebrant reveller "
    "settler herdsman griever rescuer medics firefighter analyst expert academic scientist "
    "sikh hindu christian muslim shia shiite hazara ahmadi yazidi copt jew "
    "secretary deputy mediator attache "
    "parent kid evacuee returnee separatist mercenary operative conspirator ringleader warlord "
    "mastermind planner kingpin schoolteacher headteacher "
    "manager attendant informant informer boyfriend girlfriend fiance fiancee roommate colleague "
    "coworker co-worker classmate schoolmate companion aunt niece stepson stepdaughter stepfather "
    "stepmother grandchild orphan banker cashier seller dealer broker landlord tenant "
    "landowner homeowner entrepreneur industrialist technician electrician plumber carpenter mason "
    "welder mechanic gardener janitor cleaner sweeper waiter waitress chef porter chauffeur "
    "steward stewardess skipper boatman hunter woodcutter logger peasant grower physician "
    "psychiatrist psychologist veterinarian researcher historian economist geologist surveyor "
    "architect coach trainer athlete cricketer footballer boxer wrestler musician filmmaker "
    "presenter columnist correspondent publisher librarian tutor instructor educator dean "
    "investigator auditor treasurer advocate attorney witness convict fugitive dissident "
    "whistleblower campaigner organiser organizer coordinator delegate envoy muezzin qari "
    "rabbi missionary evangelist deacon believer convert follower disciple "
    "collector tribesman shaman healer astrologer beggar overseer foreman lineman jailer jailor "
    "bailiff tehsildar patwari nazim chowkidar registrar "
    "dsp sho asi ssp dig havildar subedar naik jawan spy agent host"
)
KIN = word_set(
    "wife husband son daughter child mother father parent sister brother sibling grandchild"
    " grandson granddaughter family niece nephew cousin girlfriend boyfriend fiancee stepson"
)
PLURAL_ONLY = frozenset(["people", "personnel", "troops", "police", "forces", "others"])


def is_person(token: Token) -> bool:
    """Is this a noun for people?"""
    lemma = token.lemma_.lower()
    return (
        lemma in PERSONS
        or token.lower_ in PLURAL_ONLY
        or token.lower_ in PERSONS  # "tribal elder", whose lemma is "old"
        or token.lower_.endswith(("men", "man", "women", "girl", "girls", "boy", "boys"))
        or aged(token)
        or _heads(token)
        or _beside_people(token)
    )


def _heads(token: Token) -> bool:
    """ "A council head": who heads it."""
    if token.lemma_.lower() != "head":
        return False
    return any(c.lemma_.lower() in _BODIES for c in token.children if c.dep_ == "compound")


_BODIES = word_set(
    "council department agency party union bank school college university police intelligence"
    " security prison office bureau authority commission committee mission board ministry tribe"
    " court hospital chamber association federation directorate district province village town"
)


def _beside_people(token: Token) -> bool:
    """ "Killing two tourists and a guide": who is told beside people is one of them."""
    one = token.dep_ == "conj" and token.tag_ == "NN" and token.head.lemma_.lower() in PERSONS
    return one and any(c.lower_ in ("a", "an", "one") for c in token.children)


def aged(token: Token) -> bool:
    """ "A 15-year-old": the one whose age it is."""
    if token.lower_ != "old" or token.i < 2 or token.nbor(-1).text != "-":
        return False
    follows = token.nbor(1).pos_ if token.i + 1 < len(token.doc) else ""
    return token.nbor(-2).lemma_ == "year" and follows not in ("NOUN", "PROPN", "ADJ")
