"""Splits the primer's pairs of words into pairs to tune on and pairs held out, once: writes analogies.txt beside it.

Which pair is held out is decided by a hash of its words, not by how well it does.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from utils import primer

FILE = Path(__file__).with_name("analogies.txt")
FAMILIES = {
    "capital": ("countries", "capital", "country"),
    "family": ("pairs", "male", "female"),
    "tense": ("verbs", "base", "past"),
    "plural": ("nouns", "one", "many"),
    "comparative": ("adjectives", "plain", "more"),
}
SHARE = 0.35  # of the pairs are held out


def split() -> str:
    """The text of analogies.txt: `family | tune or held-out | first second`, a line a pair."""
    tables = primer.read_tables()
    lines = [
        "# Pairs of words for analogies, made by analogy_pairs.py: the first word is to the second as in every other pair of",
        "# its family. The held-out pairs were chosen, by hash, before anything was trained; the sentences of the primer and",
        "# the settings of the training were tuned on the other pairs only.",
    ]
    for family, (table, first, second) in FAMILIES.items():
        pairs = [(row[first][0], row[second][0]) for row in tables[table]]
        pairs = sorted(
            (p for p in pairs if " " not in p[0] + p[1]), key=lambda p: hashlib.sha256(" ".join(p).encode()).hexdigest()
        )
        held = set(pairs[: round(SHARE * len(pairs))])
        lines += [
            f"{family} | {'held-out' if pair in held else 'tune'} | {pair[0]} {pair[1]}" for pair in sorted(pairs)
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FILE.write_text(split(), encoding="utf-8")
