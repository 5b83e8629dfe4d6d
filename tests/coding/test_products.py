"""The parse's matrix products are the same by numpy as by the library that spaCy brings along."""

import numpy as np
import pytest
from thinc.api import NumpyOps

from escalation.coding.sentence.parse import model


@pytest.mark.parametrize("first", [False, True])
@pytest.mark.parametrize("second", [False, True])
def test_a_product_is_what_thinc_makes_of_it(first, second):
    random = np.random.default_rng(7)
    x = random.normal(size=(5, 7) if first else (7, 5)).astype("float32")
    y = random.normal(size=(3, 5) if second else (5, 3)).astype("float32")
    ours = model().get_pipe("tok2vec").model.ops
    wanted = NumpyOps().gemm(x, y, trans1=first, trans2=second)
    kept = np.empty((7, 3), dtype="float32")
    assert ours.gemm(x, y, out=kept, trans1=first, trans2=second) is kept
    np.testing.assert_allclose(kept, wanted, rtol=1e-5)
    np.testing.assert_allclose(ours.gemm(x, y, trans1=first, trans2=second), wanted, rtol=1e-5)


def test_every_network_of_the_parse_multiplies_by_numpy():
    networks = [part for _, part in model().pipeline if getattr(part, "model", None)]
    layers = [layer for part in networks for layer in part.model.walk()]
    assert len(networks) >= 3
    assert {type(layer.ops).__name__ for layer in layers} == {"_ByNumpy"}
