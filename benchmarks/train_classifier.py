"""Train the classifier of PLOVER roots and say how good it is on sentences that it never saw.

    python benchmarks/train_classifier.py            # train, report, write data/classifier.npz
    python benchmarks/train_classifier.py --gold F   # report also on hand-coded sentences
    python benchmarks/train_classifier.py --vectors V  # select word vectors anew, from GloVe's text

Three sources, all in our own words: sentences (data/training/sentences.jsonl, split train), what
each root looks like (data/training/phrases.toml), and what grammar makes of these: help still to
come is an agreement, harm still to come a threat, either asked for is a request, help denied a
rejection. The chances are calibrated by a temperature on sentences left out in turn.
"""

import argparse
import json
import random
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import minimize_scalar
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report, f1_score
from sklearn.model_selection import StratifiedKFold

from escalation.coding.auditing.gold import read_gold
from escalation.coding.sentence.parse import model
from escalation.coding.trained.classifier import ROOTS, VECTOR_SLOTS, Classifier, Vocabulary, counts
from escalation.coding.trained.frame import Frame, frame
from escalation.shipped import shipped

HELP = ("AID", "COOPERATE", "RETREAT", "CONCEDE", "CONSULT", "SUPPORT")
HARM = ("SANCTION", "COERCE", "ASSAULT", "FIGHT", "PROTEST")
OFFERS = (
    "will", "would", "agreed to", "promised to", "are ready to", "offered to", "plan to",
    "are willing to", "have vowed to", "pledged to", "have undertaken to", "are prepared to",
    "announced they will", "said they would", "have decided to", "are due to", "intend to",
    "committed themselves to",
)  # fmt: skip
DENIALS = (
    "refused to", "will not", "declined to", "would not", "are refusing to",
    "said they would not", "said they will never", "cannot", "do not want to", "failed to",
)  # fmt: skip
THREATS = (
    "will", "would", "threatened to", "vowed to", "warned they would", "may", "plan to", "could",
    "are prepared to", "swore to", "said they would", "announced they will", "intend to",
    "are threatening to",
)  # fmt: skip
DEMANDS = (
    "said the government must",
    "said rebels should",
    "urged them to",
    "asked them to",
    "called on them to",
    "want them to",
    "pressed the army to",
    "demanded that they",
    "insisted that the state",
    "begged them to",
    "ordered them to",
    "told them to",
    "appealed to them to",
    "said the council must",
)
LINKS = (
    ", after rebels ",
    " as the army ",
    " because the government ",
    ", while others ",
    ", days after they ",
    ", which ",
    " since the police ",
    ", officials who ",
    ", although they ",
    " before they ",
    ", in a region whose leaders ",
    ", whose supporters ",
    " despite calls by those who ",
)
COUNTED, VECTORS = 1.5, 2.0  # how much the two kinds of evidence may weigh, by cross-validation
ELSEWHERE = 0.3  # words of other clauses say less
COMPOSED = 0.2  # and so do sentences that grammar made


def sentences(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def phrases() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(predicate, root) and (whole clause, root)."""
    table = tomllib.loads(shipped("training", "phrases.toml").read_text(encoding="utf-8"))
    they = [(text, root) for root, said in table.items() for text in said["they"]]
    whole = [(text, root) for root, said in table.items() for text in said["whole"]]
    return they, whole


def composed(they: list[tuple[str, str]], *, seed: int) -> list[tuple[str, str]]:
    """What grammar makes of predicates: (sentence, root)."""
    draw = random.Random(seed)
    out = []
    docs = model().pipe(f"They {text}." for text, _ in they)
    for doc, (text, root) in zip(docs, they, strict=True):
        past = doc[1].tag_ == "VBD"
        bare = " ".join([doc[1].lemma_, *text.split()[1:]]) if past else ""
        if bare and root in HELP:
            out += [(f"They {word} {bare}.", "AGREE") for word in draw.sample(OFFERS, 3)]
            out.append((f"They {draw.choice(DENIALS)} {bare}.", "REJECT"))
            out.append((f"They {draw.choice(DEMANDS)} {bare}.", "REQUEST"))
        if bare and root in HARM:
            out += [(f"They {word} {bare}.", "THREATEN") for word in draw.sample(THREATS, 3)]
            out.append((f"They {draw.choice(('urged', 'told'))} them not to {bare}.", "REQUEST"))
        done = [t for t in doc if t.dep_ == "dobj" and t.head.i == 1 and t.left_edge.i == 2]
        if past and done and doc[1].text.endswith("ed"):
            thing = doc[2 : done[0].right_edge.i + 1].text
            rest = doc[done[0].right_edge.i + 1 : -1].text
            was = draw.choice(("was", "were", "has been", "have been"))
            out.append((f"{thing.capitalize()} {was} {doc[1].text} {rest}".strip() + ".", root))
        out.append((f"They {text}{draw.choice(LINKS)}{draw.choice(they)[0]}.", root))
        if draw.random() < 0.3:
            out.append((f"They said they {text}, officials said.", root))
    return out


def frames(texts: Iterable[str]) -> list[Frame]:
    return [frame(doc[:]) for doc in model().pipe(texts, batch_size=256)]


def selected(path: Path | None, *, most: int = 25000) -> tuple[dict[str, int], np.ndarray]:
    """The commonest words' vectors: of GloVe's text file, else those of the shipped model."""
    if path is None:
        kept = Classifier.load().vocabulary
        return dict(kept.words), kept.vectors
    words, rows = {}, []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            word, *numbers = line.split()
            if word.isascii() and word.isalpha() and word.islower() and len(word) > 1:
                words[word] = len(words)
                rows.append(np.array(numbers, np.float32))
            if len(words) == most:
                break
    vectors = np.array(rows)
    return words, vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def scales(vocabulary: Vocabulary) -> np.ndarray:
    """How much each column of the table may weigh."""
    size = vocabulary.vectors.shape[1]
    slots = [VECTORS * (ELSEWHERE if slot == "A" else 1.0) for slot in VECTOR_SLOTS]
    return np.concatenate([np.full(len(vocabulary.counted), COUNTED), np.repeat(slots, size)])


def table(vocabulary: Vocabulary, found: Sequence[Frame]) -> sparse.csr_matrix:
    named = [vocabulary.named(one) for one in found]
    rows = [row for row, said in enumerate(named) for _ in said]
    columns = [column for said in named for column in said]
    values = [value for said in named for value in said.values()]
    shape = (len(found), len(vocabulary.counted))
    counted = sparse.csr_matrix((values, (rows, columns)), shape=shape, dtype=np.float32)
    both = [counted, sparse.csr_matrix(vocabulary.directions(found))]
    return sparse.hstack(both).tocsr() @ sparse.diags(scales(vocabulary))


def fitted(x: sparse.csr_matrix, y: np.ndarray, weight: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=1.0, max_iter=300).fit(x, y, sample_weight=weight)


def scores(fit: LogisticRegression, x: sparse.csr_matrix) -> np.ndarray:
    """Scores before the softmax, columns by ROOTS."""
    order = [list(fit.classes_).index(root) for root in ROOTS]
    return fit.decision_function(x)[:, order]


def temperature(held_out: np.ndarray, y: np.ndarray) -> float:
    """The divisor of the scores under which the truth is likeliest."""
    truth = np.array([ROOTS.index(root) for root in y])

    def surprise(log_divisor: float) -> float:
        scaled = held_out / np.exp(log_divisor)
        top = scaled.max(axis=1)
        total = top + np.log(np.exp(scaled - top[:, None]).sum(axis=1))
        return float((total - scaled[np.arange(len(truth)), truth]).mean())

    return float(np.exp(minimize_scalar(surprise, bounds=(-3, 3), method="bounded").x))


def left_out(x: sparse.csr_matrix, y: np.ndarray, weight: np.ndarray, real: int) -> np.ndarray:
    """Scores of the first ``real`` rows, each by a fit that did not see it."""
    out = np.empty((real, len(ROOTS)))
    rest = np.arange(real, len(y))
    for kept, held in StratifiedKFold(5, shuffle=True, random_state=7).split(x[:real], y[:real]):
        rows = np.concatenate([kept, rest])
        out[held] = scores(fitted(x[rows], y[rows], weight[rows]), x[held])
    return out


def train(vectors: Path | None, *, seed: int, calibrate: bool = True) -> Classifier:
    rows = [r for r in sentences(shipped("training", "sentences.jsonl")) if r["split"] == "train"]
    they, whole = phrases()
    short = [(f"They {text}.", root) for text, root in they]
    short += [(f"{text}.", root) for text, root in whole]
    made = composed(they, seed=seed)
    texts = [r["text"] for r in rows] + [text for text, _ in short + made]
    y = np.array([r["plover"] for r in rows] + [root for _, root in short + made])
    weight = np.repeat([1.0, 1.0, COMPOSED], [len(rows), len(short), len(made)])
    found = frames(texts)
    seen = Counter(n for one in found[: len(rows) + len(short)] for n in counts(one))
    names = sorted(name for name, times in seen.items() if times > 1)
    vocabulary = Vocabulary({n: i for i, n in enumerate(names)}, *selected(vectors))
    x = table(vocabulary, found)
    print(
        f"{len(rows)} sentences, {len(short)} phrases, {len(made)} composed; {x.shape[1]} columns"
    )
    divisor = 1.0
    if calibrate:
        held = left_out(x, y, weight, len(rows))
        guessed = np.array(ROOTS)[held.argmax(axis=1)]
        divisor = temperature(held, y[: len(rows)])
        print(
            f"left out in turn: macro-F1 {f1_score(y[: len(rows)], guessed, average='macro'):.3f}"
        )
    fit = fitted(x, y, weight)
    order = [list(fit.classes_).index(root) for root in ROOTS]
    weights = (fit.coef_[order] * scales(vocabulary)).T.astype(np.float32)
    cut, bias = len(names), fit.intercept_[order].astype(np.float32)
    return Classifier(vocabulary, weights[:cut], weights[cut:], bias, divisor)


def report(model_: Classifier, texts: list[str], truth: list[str], title: str) -> None:
    chances = model_.chances(texts)
    guessed = np.array(ROOTS)[chances.argmax(axis=1)]
    right, sure = guessed == np.array(truth), chances.max(axis=1)
    present = [root for root in ROOTS if root in set(truth)]
    macro = f1_score(truth, guessed, labels=present, average="macro", zero_division=0)
    print(f"\n{title}: {len(texts)} sentences, macro-F1 {macro:.3f}, right {right.mean():.3f}")
    print(classification_report(truth, guessed, labels=present, zero_division=0, digits=2))
    for low, high in ((0, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 1.01)):
        within = (sure >= low) & (sure < high)
        if within.any():
            print(
                f"  said {low:.1f}-{min(high, 1):.1f}: mean {sure[within].mean():.2f},"
                f" right {right[within].mean():.2f} of {within.sum()}"
            )


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--vectors", type=Path, help="GloVe's text file, to select words anew")
    ask.add_argument("--gold", type=Path, help="hand-coded sentences in PLOVER's JSON")
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--quick", action="store_true", help="leave the calibration out")
    ask.add_argument("--to", type=Path, help="where to write; data/classifier.npz if left out")
    told = ask.parse_args()
    trained = train(told.vectors, seed=told.seed, calibrate=not told.quick)
    to = told.to or shipped("training").parent / "classifier.npz"
    trained.save(to)
    kept = Classifier.load(to)
    test = [r for r in sentences(shipped("training", "sentences.jsonl")) if r["split"] == "test"]
    report(kept, [r["text"] for r in test], [r["plover"] for r in test], "our test split")
    if told.gold:
        gold = read_gold(told.gold)
        texts = [text.strip("{} ") for text in gold["text"]]
        report(kept, texts, list(gold["root"]), "hand-coded, development")


if __name__ == "__main__":
    main()
