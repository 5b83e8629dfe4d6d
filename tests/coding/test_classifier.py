"""The classifier: what its file must hold, what it says, and what it must not depend on."""

import hashlib
import json
import time
import tomllib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.coding.sentence.parse import model
from escalation.coding.trained.classifier import ROOTS, Classifier, Vocabulary, classifier
from escalation.coding.trained.frame import Frame, frame
from escalation.coding.trained.hints import hints
from escalation.ontology import PLOVER_ROOTS, ontology
from escalation.schema import ContractError
from escalation.shipped import shipped
from tests.examples import examples

# Written for this test alone: no line of it stands in the training data.
UNSEEN = [
    ("Uruguay will lend Paraguay forty fire engines in the spring, its ambassador said.", "AGREE"),
    ("The Omani and Qatari foreign ministers met in Salalah on Tuesday.", "CONSULT"),
    ("Montenegro praised Croatia for its handling of the flood of tourists.", "SUPPORT"),
    ("Belize extradited two brothers to Canada to stand trial for fraud.", "COOPERATE"),
    ("Slovenia sent tents and blankets to the earthquake victims in Croatia.", "AID"),
    ("The governor of Cusco lifted the curfew after shopkeepers complained.", "CONCEDE"),
    ("Togo urged its neighbours to reopen their markets.", "REQUEST"),
    ("Latvia accused Belarus of jamming its radio masts.", "ACCUSE"),
    ("Lesotho rejected the proposal of a common currency.", "REJECT"),
    ("Guatemala threatened to cut off electricity to Belize.", "THREATEN"),
    ("Thousands of miners marched through Lusaka against job cuts.", "PROTEST"),
    ("Sudan massed tanks along the Ethiopian border on Friday.", "MOBILIZE"),
    ("Ottawa recalled its ambassador from Manila in the waste dispute.", "SANCTION"),
    ("Police in Baku arrested seven bloggers on Sunday.", "COERCE"),
    ("A suicide bomber killed nine people in a market in Maroua.", "ASSAULT"),
    ("Ethiopian jets bombed rebel positions near Gondar.", "FIGHT"),
    ("Senegal withdrew its troops from Guinea-Bissau in April.", "RETREAT"),
    ("Prosecutors in Vienna are investigating payments made to a minister.", "INVESTIGATE"),
    ("A bus skidded off an icy road in Kosovo, killing six tourists.", "NONE"),
]


@pytest.fixture(scope="module")
def sentences() -> list[dict]:
    lines = shipped("training", "sentences.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_sentences_that_no_one_trained_on(sentences):
    known = {row["text"] for row in sentences}
    texts = [text for text, _ in UNSEEN]
    assert not known & set(texts)
    chances = classifier().chances(texts)
    said = [ROOTS[best] for best in chances.argmax(axis=1)]
    wrong = [(text, got) for (text, root), got in zip(UNSEEN, said, strict=True) if got != root]
    assert len(wrong) <= 2, wrong


def test_the_test_split_scores_what_the_readme_may_say(sentences):
    test = [row for row in sentences if row["split"] == "test"]
    chances = classifier().chances([row["text"] for row in test])
    truth = np.array([ROOTS.index(row["plover"]) for row in test])
    best = chances.argmax(axis=1)
    scores = []
    for root in range(len(ROOTS)):
        both = np.sum((best == root) & (truth == root))
        scores.append(2 * both / (np.sum(best == root) + np.sum(truth == root)))
    assert np.mean(scores) >= 0.75
    # calibrated: the mean chance of what it says is about how often it is right
    assert abs(chances.max(axis=1).mean() - (best == truth).mean()) < 0.06


def test_training_sentences_keep_their_contract(sentences):
    kinds = ontology().kinds
    assert len({row["text"] for row in sentences}) == len(sentences) >= 1500
    for row in sentences:
        assert row["plover"] in ROOTS
        digest = int(hashlib.sha256(row["text"].encode()).hexdigest(), 16)
        assert row["split"] == ("test" if digest % 5 == 0 else "train")
        assert row["kind"] is None or row["kind"] in kinds
        for part in ("initiator", "target"):
            assert row[part] is None or row[part] in row["text"]
    per_root = {root: sum(row["plover"] == root for row in sentences) for root in ROOTS}
    assert min(per_root.values()) >= 60, per_root


def test_phrases_and_lexicon_are_of_the_roots():
    for name in ("training/phrases.toml", "lexicon-roots.toml"):
        table = tomllib.loads(shipped(*name.split("/")).read_text(encoding="utf-8"))
        assert set(table) == {*PLOVER_ROOTS, "NONE"}


def test_names_do_not_matter():
    pattern = "{} accused {} of harbouring rebels."
    pairs = [("Chad", "Sudan"), ("Peru", "Chile"), ("Narnia", "Gondor")]
    roots = {classifier().root_of(pattern.format(*pair))[0] for pair in pairs}
    assert roots == {"ACCUSE"}


def test_what_is_to_come_is_another_deed():
    said = [
        classifier().root_of(text)[0]
        for text in (
            "Ghana sent food to Togo.",
            "Ghana promised to send food to Togo.",
            "Ghana refused to send food to Togo.",
            "Ghana must send food to Togo, the bishop said.",
        )
    ]
    assert said == ["AID", "AGREE", "REJECT", "REQUEST"]


def test_frame_of_a_reported_promise():
    doc = model()("Officials said the ministers agreed to lift the strict curfew.")
    found = frame(doc[:])
    assert found.words["R"] == ["agree"]
    assert found.words["X"] == ["lift"]
    assert found.words["Y"] == ["curfew"]
    assert found.words["S"] == ["minister"]
    assert "reported" in found.flags and found.mode == ""
    assert hints(found)["LR=AGREE"] == 1.0


def test_frame_of_a_denial_to_come():
    doc = model()("The rebels will not sign the treaty.")
    found = frame(doc[:])
    assert (found.words["R"], found.words["O"], found.mode) == (["sign"], ["treaty"], "-")


@examples(40)
@given(
    st.dictionaries(
        st.sampled_from("ROMSXYPCKA"),
        st.lists(st.sampled_from(["lift", "curfew", "kill", "zzzz", "talks"]), max_size=4),
    ),
    st.sampled_from(["", "+", "-", "!"]),
)
def test_chances_are_chances(words, mode):
    chances = classifier().chances_of([Frame(words=words, mode=mode), Frame()])
    assert chances.shape == (2, 19)
    assert np.all(chances >= 0) and np.allclose(chances.sum(axis=1), 1)
    # nothing said in one sentence changes another
    assert np.allclose(chances[1], classifier().chances_of([Frame()])[0])


def test_scores_by_hand():
    """Two counts and one word vector, worked out with pencil."""
    vocabulary = Vocabulary({"R=lift": 0, "mode=": 1}, {"lift": 0}, np.array([[0.6, 0.8]], "f4"))
    counted = np.zeros((2, 19), "f4")
    counted[0, 5] = 2.0
    vectors = np.zeros((14 * 2, 19), "f4")
    vectors[1, 5] = 1.0  # second dimension of slot R
    small = Classifier(vocabulary, counted, vectors, np.zeros(19, "f4"), temperature=2.0)
    chance = small.chances_of([Frame(words={"R": ["lift"]})])[0, 5]
    raised = np.exp((2.0 + 0.8) / 2)
    assert chance == pytest.approx(raised / (raised + 18))


def test_no_sentences_no_chances():
    assert classifier().chances([]).shape == (0, 19)


def test_kept_and_read_again(tmp_path):
    classifier().save(tmp_path / "again.npz")
    again = Classifier.load(tmp_path / "again.npz")
    texts = [text for text, _ in UNSEEN[:6]]
    assert np.allclose(again.chances(texts), classifier().chances(texts), atol=0.02)


def test_a_model_of_other_roots_is_refused(tmp_path):
    with np.load(shipped("classifier.npz")) as kept:
        np.savez(tmp_path / "old.npz", **{**kept, "roots": np.array(["AGREE"])})
    with pytest.raises(ContractError, match="train it again"):
        Classifier.load(tmp_path / "old.npz")


def test_it_loads_in_a_moment():
    start = time.process_time()
    Classifier.load()
    assert time.process_time() - start < 1.0
