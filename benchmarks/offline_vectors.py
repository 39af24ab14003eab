"""Makes utils/data/offline_vectors.npz from the Wikipedia sample and the primer, and its figures beside this file.

    nice python benchmarks/offline_vectors.py          train, store, write offline_vectors.json
    python benchmarks/offline_vectors.py --figures     only judge the stored vectors again

One worker and a fixed seed: the same machine gives the same file, in two minutes of processor time. Others round
differently, which is why the file is committed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from gensim.models import KeyedVectors, Word2Vec

from utils import load_corpus, load_vectors, primer
from utils.vectors import OFFLINE, save_compact

STORED = Path(primer.__file__).with_name("data") / OFFLINE
FIGURES = Path(__file__).with_suffix(".json")
ANALOGIES = Path(__file__).with_name("analogies.txt")
PRIMER_ROUNDS = 10  # the primer that students load is the first of these
PIECE = 1000  # words; gensim cuts what is longer than 10,000
SETTINGS = dict(sg=1, vector_size=100, window=4, negative=10, sample=1e-3, alpha=0.025, epochs=7, min_count=5, seed=1)


def text() -> list[list[str]]:
    """What the vectors are trained on, in a mixed order, so that no part is seen only at a low learning rate."""
    wiki = [document[i : i + PIECE] for document in load_corpus("wiki") for i in range(0, len(document), PIECE)]
    pieces = wiki + primer.sentences(rounds=PRIMER_ROUNDS)
    return [pieces[i] for i in np.random.default_rng(0).permutation(len(pieces))]


def analogy_pairs(part: str) -> dict[str, list[tuple[str, str]]]:
    """The pairs of words of analogies.txt, `part` "tune" or "held-out": family -> pairs."""
    families: dict[str, list[tuple[str, str]]] = {}
    for line in ANALOGIES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            family, kept, pair = (field.strip() for field in line.split("|"))
            if kept == part:
                families.setdefault(family, []).append(tuple(pair.split()))
    return families


def analogies_right(vectors: KeyedVectors, pairs: list[tuple[str, str]]) -> tuple[int, int]:
    """(right, asked) of a : b = c : ? for every two pairs: the nearest word to b - a + c but a, b, c is wanted."""
    unit, row = vectors.get_normed_vectors(), vectors.key_to_index
    right = asked = 0
    for first, second in pairs:
        for third, wanted in pairs:
            if (first, second) != (third, wanted):
                likeness = unit @ (unit[row[second]] - unit[row[first]] + unit[row[third]])
                likeness[[row[first], row[second], row[third]]] = -np.inf
                asked += 1
                right += vectors.index_to_key[int(likeness.argmax())] == wanted
    return right, asked


def share_right(vectors: KeyedVectors, part: str) -> dict[str, float]:
    """Percent of analogies right for each family, and over all the questions."""
    counts = {family: analogies_right(vectors, pairs) for family, pairs in analogy_pairs(part).items()}
    counts["all"] = tuple(sum(count) for count in zip(*counts.values(), strict=True))
    return {family: round(100 * right / asked, 1) for family, (right, asked) in counts.items()}


DIRECTIONS = {  # planted association -> the words at either end of its direction
    "jobs": (["she", "her", "woman"], ["he", "his", "man"]),
    "liked": (primer.PLEASANT, primer.UNPLEASANT),
}


def planted_recovered(vectors: KeyedVectors, table: str) -> float:
    """Correlation of the planted shares with the words' places on the direction between the means of two word sets."""
    truth = primer.planted(table)
    unit, row = vectors.get_normed_vectors(), vectors.key_to_index
    first, second = ([row[word] for word in words] for words in DIRECTIONS[table])
    direction = unit[first].mean(axis=0) - unit[second].mean(axis=0)
    return float(np.corrcoef([unit[row[word]] @ direction for word in truth], list(truth.values()))[0, 1])


def main() -> None:
    """Train unless asked for figures only, then write the figures of what is stored."""
    figures = json.loads(FIGURES.read_text()) if FIGURES.exists() else {}
    if "--figures" not in sys.argv:
        pieces = text()
        trained = Word2Vec(pieces, workers=1, **SETTINGS).wv
        figures["training"] = {
            "settings": SETTINGS,
            "primer_rounds": PRIMER_ROUNDS,
            "tokens": sum(map(len, pieces)),
            "held_out_percent_before_rounding": share_right(trained, "held-out"),
        }
        save_compact(STORED, trained.index_to_key, trained.vectors)
    stored = load_vectors("offline")
    figures["stored"] = {
        "bytes": STORED.stat().st_size,
        "words": len(stored),
        "tuned_percent": share_right(stored, "tune"),
        "held_out_percent": share_right(stored, "held-out"),
        "planted_correlation": {table: round(planted_recovered(stored, table), 3) for table in DIRECTIONS},
    }
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(FIGURES.read_text())


if __name__ == "__main__":
    main()
