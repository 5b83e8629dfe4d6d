"""How many examples a property is tried on: a fifth of them in the fast set, all in the whole."""

from hypothesis import settings

FAST = "fast"  # the profile that conftest loads where slow tests are left out


def examples(number: int) -> settings:
    """Settings of a property; no example has a deadline, for machines differ."""
    few = settings.get_current_profile_name() == FAST
    return settings(max_examples=max(3, number // 5) if few else number, deadline=None)
