"""Measures the training check of a2: what right and wrong answers of q3_train reach over 50 seeds.

Writes benchmarks/training_check.json, from which the thresholds in the test cells come: midway between the worst right
run and the best run of the wrong answers that the threshold must catch. Takes about five minutes of processor time:

    python benchmarks/training_check.py
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from grading.build import HOME, read_assignment
from grading.cases import reference_answers
from grading.catalogue import read_catalogue
from grading.local import given_namespace
from utils.topics import TopicPairs

QUESTION = "q3_train"
MEASURES = ("error", "contrast")
SEEDS = range(1000, 1050)
EXACT = ("svd_of_counts",)
"""Wrong answers that these tests catch without a threshold: by what they reach with a step of 0."""
RESULTS = Path(__file__).with_suffix(".json")


def reached(train, seed: int) -> list[float]:
    """Error and contrast of one training; what is not a number counts as the worst."""
    text = TopicPairs(seed)
    with np.errstate(all="ignore"):
        V, U = train(
            text.centers,
            text.outsides,
            text.negatives,
            text.number_of_words,
            d=8,
            step=0.05,
            epochs=8,
            seed=seed + 5000,
        )
        found = text.error(V, U), text.contrast(V)
    return [round(value, 4) if np.isfinite(value) else worst for value, worst in zip(found, (1.0, -1.0), strict=True)]


def main() -> None:
    """Run every known answer with every seed and write what they reach."""
    master = read_assignment(HOME, "a2")
    given = given_namespace(master)
    answers = {"right/reference": (reference_answers(master)[QUESTION], ())}
    for entry in read_catalogue(master):
        if entry.question == QUESTION:
            kind = "wrong" if entry.is_wrong else "right"
            answers[f"{kind}/{entry.name}"] = (entry.source, [name.split("__")[1] for name in entry.fails])
    results = {}
    for name, (source, fails) in answers.items():
        space = dict(given)
        exec(source, space)
        runs = np.array([reached(space["train_pairs"], seed) for seed in SEEDS])
        results[name] = {"fails": list(fails)} | {m: runs[:, i].tolist() for i, m in enumerate(MEASURES)}
        print(f"{name:30}", *(f"{m} {runs[:, i].min():.3f} to {runs[:, i].max():.3f}" for i, m in enumerate(MEASURES)))
        sys.stdout.flush()
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
