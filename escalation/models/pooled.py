"""pooled: deaths by country and month; what one country has not shown, all have.

    deaths[t] ~ NegativeBinomial(rate = exp(level[t]) (sometimes a burst times more),
                                 dispersion falling with the level, by temper)
    level[t]  = level[t-1] + a small step (now and then a wide one), drawn slightly to peace;
                or, in a war, its end: anywhere between peace and level[t-1]; or, with the
                temper's chance, a jump: to where the country has been of late, or to where any
                country may be
    temper    = one of five, steady to volatile; it rarely changes

So a level drifts, tails are heavy, wars end and break out, and a steady war that goes quiet is
taken to have ended where a fitful one is not. Countries share every setting; a country's own
past says which temper it has and where a jump lands (partial pooling). The state
is a grid and the filter exact (Kitagawa 1987, doi:10.1080/01621459.1987.10478534). ``LEARNED``
comes from windows 1995-2017 of the country-month protocol by benchmarks/country_months_learn.py
(the chance of a war's end was counted: 1% of war months); its fit looked at nothing from 2018 on.
Its intervals are as wide as past origins ask, at every level of violence
(benchmarks/country_months_coverage.py); Pakistan, steady of late, lies inside them more often.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln

from escalation.models.base import BRIEF, DRAWS, Gate, PathFit, seen
from escalation.panel import Panel
from escalation.schema import ContractError

TEMPERS = 5
LEVELS = np.arange(np.log(0.003), np.log(60_000), 0.2)
_WAR = 25.0  # deaths a month: from about here on it is a war, which can end
_MOST = 1e6  # deaths a month: a guard on simulated rates


@dataclass(frozen=True)
class Settings:
    """What all countries share. Levels are log deaths a month; the fourth temper is the norm,
    each other one differs from it by so many factors of ``*_by_temper``."""

    step: float  # sd of the level's usual step
    wide_step: float
    wide_share: float  # share of steps that are wide
    pull: float  # share of the way to ``peace`` in a month
    peace: float
    end: float  # chance in a month that a war ends: a level anywhere between peace and itself
    jump: float  # logit of the chance of a jump at level 1
    jump_by_level: float
    jump_by_temper: float
    quiet_share: float  # share of the pool that is at peace
    war_level: float  # mean and sd of the level in the rest of the pool
    war_sd: float
    fresh: float  # logit of the share of jumps that land in the pool, whatever the past
    fresh_by_temper: float
    pool_months: float  # months that the pool counts for in a country's own memory
    memory: float  # what is left after a month of where the country has been
    dispersion: float  # log of the negative binomial's, at 10 deaths a month
    dispersion_by_level: float
    dispersion_by_temper: float  # factor
    step_by_temper: float  # factor
    burst_share: float
    burst: float  # factor on the rate
    change: float  # chance that the temper is drawn anew in a month
    steadiest: float  # how common tempers are, against 1 for the fourth
    steadier: float
    steady: float
    volatile: float


LEARNED = Settings(
    step=0.05943,
    wide_step=0.3364,
    wide_share=0.01958,
    pull=0.0008651,
    peace=-15.91,
    end=0.01,
    jump=-3.111,
    jump_by_level=0.02098,
    jump_by_temper=0.7547,
    quiet_share=0.6892,
    war_level=1.878,
    war_sd=2.003,
    fresh=-3.382,
    fresh_by_temper=-0.2637,
    pool_months=0.6302,
    memory=0.9724,
    dispersion=1.891,
    dispersion_by_level=-0.563,
    dispersion_by_temper=2.678,
    step_by_temper=0.8632,
    burst_share=0.008295,
    burst=4.547,
    change=0.0009569,
    steadiest=0.06991,
    steadier=0.8761,
    steady=0.5216,
    volatile=0.02069,
)


@dataclass(frozen=True)
class World:
    """Settings laid out on the grid: ``moves`` (temper, level, level), from row to column;
    ``jump`` and ``dispersion`` (temper, level); ``pool`` (level,); ``tempers`` and ``fresh``
    (temper,)."""

    settings: Settings
    moves: np.ndarray
    jump: np.ndarray
    pool: np.ndarray
    dispersion: np.ndarray
    tempers: np.ndarray
    fresh: np.ndarray


@dataclass(frozen=True)
class State:
    """What is known of countries: ``now`` (country, temper, level), sums to 1 a country;
    ``landing`` (country, temper, level): where a jump would land."""

    now: np.ndarray
    landing: np.ndarray


@dataclass(frozen=True)
class Pooled:
    """The learned settings unless others are given."""

    settings: Settings | None = None
    draws: int = DRAWS
    name: str = "pooled"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        """Filter each country's months; nothing is estimated.

        Raises
        ------
        ContractError
            If the panel is weekly: the settings are of months.
        """
        if panel.cadence != "monthly":
            raise ContractError(f"pooled is a model of months; the panel is {panel.cadence}")
        counts = seen(panel)
        world = laid_out(self.settings or LEARNED)
        state = filtered(counts, world)[len(counts) - 1]

        def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
            each = range(counts.shape[1])
            return np.stack(
                [_futures(state, k, world, horizon, self.draws, rng) for k in each], axis=2
            )

        return PathFit(self.name, panel, paths)


def laid_out(settings: Settings) -> World:
    """Lay settings out on the grid."""
    s, scale = settings, np.arange(TEMPERS) - 3
    middle = LEVELS - s.pull * (LEVELS - s.peace)
    below = np.tril(np.ones((len(LEVELS), len(LEVELS))))
    below /= below.sum(axis=1, keepdims=True)
    ends = (s.end / (1 + np.exp(-2 * (LEVELS - np.log(_WAR)))))[:, None]
    moves = []
    for factor in s.step_by_temper**scale:
        usual, wide = (_bell(middle, sd * factor) for sd in (s.step, s.wide_step))
        drift = (1 - s.wide_share) * usual + s.wide_share * wide
        moves.append((1 - ends) * drift + ends * below)
    logit = s.jump + s.jump_by_level * (LEVELS - 1) + s.jump_by_temper * scale[:, None]
    quiet, war = _bell(np.log([0.006]), 0.5)[0], _bell(np.array([s.war_level]), s.war_sd)[0]
    log_dispersion = s.dispersion + s.dispersion_by_level * (LEVELS - np.log(10))
    log_dispersion = log_dispersion + np.log(s.dispersion_by_temper) * scale[:, None]
    tempers = np.array([s.steadiest, s.steadier, s.steady, 1.0, s.volatile])
    return World(
        settings=s,
        moves=np.stack(moves),
        jump=1 / (1 + np.exp(-logit)),
        pool=s.quiet_share * quiet + (1 - s.quiet_share) * war,
        dispersion=np.exp(np.clip(log_dispersion, -5, 3)),
        tempers=tempers / tempers.sum(),
        fresh=1 / (1 + np.exp(-s.fresh - s.fresh_by_temper * scale)),
    )


def filtered(counts: np.ndarray, world: World, *, at: set[int] | None = None) -> dict[int, State]:
    """What is known after months ``at`` (the last one if None) of counts (months, countries).

    NaN is a month that was not observed: then only time passes.
    """
    wanted = {len(counts) - 1} if at is None else at
    values = np.unique(counts[np.isfinite(counts)])
    masses = mass(values, world)
    places = np.searchsorted(values, np.nan_to_num(counts))
    now = np.tile(world.tempers[:, None] * world.pool, (counts.shape[1], 1, 1))
    s, been, months = world.settings, np.zeros(now.shape[::2]), 0.0
    fresh, states = world.fresh[:, None], {}
    for month, row in enumerate(counts):
        weight = np.where(
            np.isfinite(row)[:, None, None], masses[np.minimum(places[month], len(values) - 1)], 1.0
        )
        now = now * weight
        now /= now.sum(axis=(1, 2), keepdims=True)
        been = s.memory * been + now.sum(axis=1)
        months = s.memory * months + 1
        own = (s.pool_months * world.pool + been) / (s.pool_months + months)
        landing = (1 - fresh) * own[:, None] + fresh * world.pool
        if month in wanted:
            states[month] = State(now, landing)
        now = stepped(now, landing, world)
    return states


def stepped(now: np.ndarray, landing: np.ndarray, world: World) -> np.ndarray:
    """Chances of (country, temper, level) a month later."""
    stay = (now * (1 - world.jump)).transpose(1, 0, 2) @ world.moves
    jumped = (now * world.jump).sum(axis=2, keepdims=True) * landing
    after = stay.transpose(1, 0, 2) + jumped
    change = world.settings.change
    mixed = world.tempers[:, None] * after.sum(axis=1, keepdims=True)
    return (1 - change) * after + change * mixed


def mass(counts: np.ndarray, world: World) -> np.ndarray:
    """Mass of each count at every temper and level: shape (counts, temper, level)."""
    s, y = world.settings, counts[:, None, None]
    size = 1 / world.dispersion

    def one(rate: np.ndarray) -> np.ndarray:
        logs = gammaln(y + size) - gammaln(size) - gammaln(y + 1)
        logs = logs + size * np.log(size / (size + rate)) + y * np.log(rate / (size + rate))
        return np.exp(logs)

    rate = np.exp(LEVELS)
    return (1 - s.burst_share) * one(rate) + s.burst_share * one(s.burst * rate) + 1e-30


def _futures(
    state: State, country: int, world: World, horizon: int, draws: int, rng: np.random.Generator
) -> np.ndarray:
    """Deaths of one country, (draws, horizon), each draw one path through the grid."""
    s = world.settings
    now, landing = state.now[country], state.landing[country].cumsum(axis=1)
    place = rng.choice(now.size, size=draws, p=now.ravel() / now.sum())
    temper, level = np.unravel_index(place, now.shape)
    reach = world.moves.cumsum(axis=2)
    deaths = np.empty((draws, horizon))
    for month in range(horizon):
        jumps = rng.random(draws) < world.jump[temper, level]
        chances = np.where(jumps[:, None], landing[temper], reach[temper, level])
        level = (rng.random(draws)[:, None] * chances[:, -1:] > chances).sum(axis=1)
        changes = rng.random(draws) < s.change
        temper = np.where(changes, rng.choice(TEMPERS, size=draws, p=world.tempers), temper)
        bursts = np.where(rng.random(draws) < s.burst_share, s.burst, 1.0)
        dispersion = world.dispersion[temper, level]
        rate = np.exp(LEVELS[level]) * bursts * rng.gamma(1 / dispersion, dispersion)
        deaths[:, month] = rng.poisson(np.minimum(rate, _MOST))
    return deaths


def _bell(centres: np.ndarray, sd: float) -> np.ndarray:
    """Normal weights of the levels around each centre: shape (centres, levels), rows sum to 1."""
    width = max(sd, 0.6 * (LEVELS[1] - LEVELS[0]))
    weights = np.exp(-(((LEVELS - centres[:, None]) / width) ** 2) / 2)
    return weights / weights.sum(axis=1, keepdims=True)
