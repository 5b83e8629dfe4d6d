"""What was loaded is no place to look for garbage, for as long as reports are read."""

import gc

from escalation.coding.coder import kept_apart


def test_what_was_loaded_is_set_apart_and_given_back_after_a_fault() -> None:
    loaded = [[at] for at in range(1000)]
    before = gc.get_freeze_count()
    try:
        with kept_apart():
            assert gc.get_freeze_count() >= before + len(loaded)
            raise RuntimeError
    except RuntimeError:
        assert gc.get_freeze_count() < len(loaded)
