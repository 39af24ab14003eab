"""How sure the check of the sampler's frequencies is (assignment a3): false alarms on right answers, power on wrong.

Run `python benchmarks/sampler_power.py`; it prints what stands in sampler_power.txt. Every right answer of the
catalogue and the reference draw in each of the situations of the test cells with 1,000 seeds, wrong ones with 200. A
test fails an answer where the chance is below `utils.sampler_checks.FALSE_ALARM`.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import numpy as np

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

from grading.catalogue import read_catalogue  # noqa: E402
from grading.master import Role, read_master  # noqa: E402
from utils.sampler_checks import FALSE_ALARM, frequency_chance  # noqa: E402

QUESTION = "q2_unigram_sampler"
SEEDS, FEW = 1000, 200
# counts of the words, targets, rows of each target, power: those of the visible and of the hidden test
VISIBLE = ([70, 29, 1], (0, 1, 2), 1000, 0.75)
HIDDEN = [([30, 900, 12, 300, 5, 90], (1, 4), 2400, power) for power in (0.75, 1.0, 0.5)]


def answers() -> dict[str, str]:
    """The reference and the right answers of the catalogue: {style: source}."""
    master = read_master(HOME / "assignments" / "a3" / "a3.py")
    found = {"reference": next(cell.source for cell in master.having(Role.SOLUTION) if cell.id == QUESTION)}
    entries = [entry for entry in read_catalogue(master) if entry.question == QUESTION and not entry.is_wrong]
    return found | {entry.name: entry.source for entry in entries}


def sampler_class(source: str):
    """The class that an answer defines."""
    space = {"np": np}
    exec(compile(source, "<answer>", "exec"), space)
    return space["UnigramSampler"]


def conditional(counts, power: float, targets) -> dict[int, np.ndarray]:
    """The probability of each word given the target."""
    weights = np.asarray(counts, dtype=float) ** power
    rows = {target: np.where(np.arange(len(counts)) == target, 0, weights) for target in targets}
    return {target: row / row.sum() for target, row in rows.items()}


def chance(draw, counts, targets, rows: int, power: float, seed: int) -> float:
    """The chance that `draw(corpus, power, target)`, which returns one word a row, is a right sampler."""
    random.seed(seed)
    np.random.seed(seed)
    corpus = np.random.default_rng(seed).permutation(np.repeat(np.arange(len(counts)), counts))
    target = np.tile(targets, rows)
    drawn = np.asarray(draw(corpus, power, target)).reshape(-1).astype(int)
    return frequency_chance(drawn, target, conditional(counts, power, targets))[0]


def summary(name: str, draw, cases, seeds: int) -> str:
    """One line of the table."""
    chances = np.array([min(chance(draw, *case, seed) for case in cases) for seed in range(seeds)])
    return f"{name:28}{seeds:6}{(chances < FALSE_ALARM).sum():8}{chances.min():12.1e}{chances.max():12.1e}"


def wrong_draws(right):
    """Samplers with one thing wrong each, made from a right one: {what: draw}."""

    def draw_as(power_of, shift=0):
        def draw(corpus, power, target):
            if shift:
                corpus = (corpus + shift) % (corpus.max() + 1)
            return right(corpus, power_of(power), 1).get_negative_sample(target)

        return draw

    return {
        "power 1 in place of 0.75": draw_as(lambda power: 1.0),
        "power 0.5 in place of 0.75": draw_as(lambda power: 0.5),
        "power 0.7 in place of 0.75": draw_as(lambda power: 0.7),
        "all words alike": draw_as(lambda power: 0.0),
        "index one too high": draw_as(lambda power: power, 1),
        "index one too low": draw_as(lambda power: power, -1),
    }


def main() -> None:
    """Print the table."""
    print(f"{'right answers':28}{'seeds':>6}{'failed':>8}{'least':>12}{'greatest':>12}  (chance, all four situations)")
    kinds = {name: sampler_class(source) for name, source in answers().items()}
    generator = np.random.default_rng
    for name, kind in kinds.items():

        def draw(corpus, power, target, kind=kind):
            # answers with a generator of their own are seeded too, so that the table can be made again
            np.random.default_rng = lambda *given: generator(given[0] if given else np.random.randint(2**31))
            try:
                return kind(corpus, power, 1).get_negative_sample(target)
            finally:
                np.random.default_rng = generator

        print(summary(name, draw, [VISIBLE, *HIDDEN], SEEDS), flush=True)
    print()
    for title, case in (("visible", VISIBLE), ("hidden", HIDDEN[0])):
        print(f"{'wrong answers, ' + title:28}{'seeds':>6}{'failed':>8}{'least':>12}{'greatest':>12}  (power 0.75)")
        for name, draw in wrong_draws(kinds["reference"]).items():
            print(summary(name, draw, [case], FEW), flush=True)
        print()


if __name__ == "__main__":
    main()
