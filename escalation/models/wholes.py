"""A series that contains another is never less than it: the part's incidents are the whole's.

    total of the part = its own forecast's total, paired by rank with the whole's, at most that
    the part's weeks  ~ that many of the whole's incidents, drawn without putting back

Series that are modelled apart can have force by one side come out above force by either. Here the
part keeps the distribution of its total (as far as the whole allows), and every sample is one
future that can happen. A part that exceeds its whole in no sample is left as it is; one that does
in any is drawn anew in all.
"""

import numpy as np

from escalation.panel import Panel


def within_wholes(samples: np.ndarray, panel: Panel, rng: np.random.Generator) -> np.ndarray:
    """Samples (sample, week, series) in which every part is within its whole, week by week."""
    whole_of = {panel.series.index(part): panel.series.index(at) for part, at in panel.parts}
    made = samples
    for part, whole in sorted(whole_of.items(), key=lambda pair: _depth(pair[0], whole_of)):
        if (made[:, :, part] > made[:, :, whole]).any():
            made = made.copy() if made is samples else made
            made[:, :, part] = drawn_from(made[:, :, whole], made[:, :, part], rng)
    return made


def drawn_from(whole: np.ndarray, part: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Paths of a part, (sample, week), each drawn from the incidents of one path of its whole."""
    sums, wanted = (np.rint(each.sum(axis=1)).astype(int) for each in (whole, part))
    order = np.lexsort((rng.random(len(sums)), sums))  # ties in any order
    left = np.empty_like(sums)
    left[order] = np.sort(wanted)
    left = np.minimum(left, sums)
    rest, made = sums.copy(), np.zeros(whole.shape)
    for week, incidents in enumerate(np.rint(whole).astype(int).T):
        taken = rng.hypergeometric(left, rest - left, incidents)
        made[:, week] = taken
        left, rest = left - taken, rest - incidents
    return made


def _depth(series: int, whole_of: dict[int, int]) -> int:
    """How many wholes a series lies in, one within the other."""
    return 1 + _depth(whole_of[series], whole_of) if series in whole_of else 0
