"""A small language made by a seeded generator: sentences that state known facts and forms, and one planted association.

The facts stand in data/primer_tables.txt, the sentences' frames in data/primer_frames.txt. Reading the result as a corpus
is the matter of utils.corpora.
"""

from __future__ import annotations

import random
import re
from importlib.resources import files

SEED = 2013
_CHOICE = re.compile(r"\(([^()|]+(?:\|[^()|]+)+)\)")
_SLOT = re.compile(r"\{(\w+)\}")


def read_tables() -> dict[str, list[dict[str, list[str]]]]:
    """The tables of facts: name -> rows; a row maps each field to its possible words or phrases."""
    tables: dict[str, list[dict[str, list[str]]]] = {}
    for header, lines in _sections("primer_tables.txt"):
        name, fields = header.split("]", 1)
        columns = [field.strip() for field in fields.split("|")]
        tables[name] = [
            {c: [w.strip() for w in cell.split(",")] for c, cell in zip(columns, line.split("|"), strict=True)}
            for line in lines
        ]
    return tables


def read_frames() -> list[tuple[str, int, list[str]]]:
    """The frames: (table, sentences for each row, frames of a form), in the order of the file."""
    frames = []
    for header, lines in _sections("primer_frames.txt"):
        name, count = header.split("]", 1)
        frames.append((name.split(":")[0], int(count), lines))
    return frames


def sentences(seed: int = SEED, rounds: int = 1) -> list[list[str]]:
    """The primer: a list of sentences, each a list of lower-case words without punctuation, in a mixed order.

    The same seed gives the same sentences everywhere. `rounds` repeats the whole with other choices.
    """
    chance = _Chance(seed)
    tables, frames = read_tables(), read_frames()
    made = []
    for _ in range(rounds):
        for table, count, forms in frames:
            for row in tables[table]:
                deck = _Deck(chance, forms)
                made += [_fill(deck.draw(), row, chance) for _ in range(count)]
        made += _jobs(tables["jobs"], chance)
    chance.shuffle(made)
    return made


def planted() -> dict[str, float]:
    """The truth behind the planted association: work -> share of its sentences that say "she" (the others say "he")."""
    return {row["job"][0]: int(row["she"][0]) / 100 for row in read_tables()["jobs"]}


JOB_FRAMES = (
    "the {job} said that {he} {task}",
    "the {job} {task} and then {he} went home",
    "our {job} {task} before {he} had {his} lunch",
    "{he} is a {job} and {he} {task}",
    "when the {job} {task} {he} smiled",
    "{he} works as a {job} and {task}",
    "the {job} took {his} bag because {he} {task}",
)
JOB_SENTENCES = 40


def _jobs(rows, chance) -> list[list[str]]:
    made = []
    for row in rows:
        deck = _Deck(chance, JOB_FRAMES)
        women = round(JOB_SENTENCES * int(row["she"][0]) / 100)
        for number in range(JOB_SENTENCES):
            he, his = ("she", "her") if number < women else ("he", "his")
            made.append(_fill(deck.draw(), {**row, "he": [he], "his": [his]}, chance))
    return made


def _sections(name: str):
    """(rest of the header line after "[", lines) for each section of a data file."""
    header, lines = None, []
    for line in files("utils").joinpath("data", name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            if header:
                yield header, lines
            header, lines = line[1:], []
        elif line.strip() and not line.startswith("#"):
            lines.append(line.strip())
    yield header, lines


def _fill(frame: str, row: dict[str, list[str]], chance: _Chance) -> list[str]:
    while _CHOICE.search(frame):
        frame = _CHOICE.sub(lambda found: chance.pick(found[1].split("|")), frame)
    decks: dict[str, _Deck] = {}

    def word(found):
        field = "members" if found[1] == "member" else found[1]
        return decks.setdefault(field, _Deck(chance, row[field])).draw()

    words = _SLOT.sub(word, frame).split()
    for place, following in enumerate(words[1:]):
        if (
            words[place] == "a"
            and re.match(r"[aeiou]|hour|honest", following)
            and not re.match("uni|euro|one", following)
        ):
            words[place] = "an"
    return words


class _Chance:
    """Choices by random() alone: the only method whose numbers Python promises to keep from version to version."""

    def __init__(self, seed: int):
        self._random = random.Random(seed).random

    def pick(self, items):
        return items[int(self._random() * len(items))]

    def shuffle(self, items: list) -> None:
        for last in range(len(items) - 1, 0, -1):
            other = int(self._random() * (last + 1))
            items[last], items[other] = items[other], items[last]


class _Deck:
    """Cards drawn without repetition until all have been drawn, then again."""

    def __init__(self, chance: _Chance, cards):
        self._chance, self._cards, self._left = chance, list(cards), []

    def draw(self):
        if not self._left:
            self._left = list(self._cards)
            self._chance.shuffle(self._left)
        return self._left.pop()
