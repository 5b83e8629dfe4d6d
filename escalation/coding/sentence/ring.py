"""A parse that went round in a ring when it was mended: each word above would be below itself."""

import numpy as np
from spacy.attrs import HEAD
from spacy.tokens import Doc


def in_a_ring(doc: Doc) -> bool:
    """Does any word, followed upwards, never reach a root?"""
    above = np.arange(len(doc)) + doc.to_array(HEAD).astype(np.int64)
    top = above
    for _ in range(len(doc).bit_length()):
        top = top[top]  # twice as far up as before
    return bool((above[top] != top).any())
