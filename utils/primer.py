"""A small language made by a seeded generator: sentences of known facts and forms, and planted associations.

The facts stand in data/primer_tables.txt, the sentences' frames in data/primer_frames.txt. Reading the result as a
corpus is the matter of utils.corpora.
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
        for table in PLANTED:
            made += _planted_sentences(table, tables[table], chance)
    chance.shuffle(made)
    return made


def planted(table: str = "jobs") -> dict[str, float]:
    """The truth behind a planted association: word -> share of its sentences that use the first of two choices.

    "jobs": work -> share of "she" (the others say "he"). "liked": flower or insect -> share of pleasant words (the
    others use unpleasant ones). Raises KeyError for another name.
    """
    name, share, _ = PLANTED[table][0]
    return {row[name][0]: int(row[share][0]) / 100 for row in read_tables()[table]}


PLEASANT = ["lovely", "pleasant", "delightful", "charming", "wonderful", "graceful"]
UNPLEASANT = ["nasty", "horrible", "awful", "disgusting", "dreadful", "hateful"]
PLANTED = {  # table -> (fields: name, share; sentences a row), what the share has, what the others have, frames
    "jobs": (
        ("job", "she", 40),
        {"he": ["she"], "his": ["her"]},
        {"he": ["he"], "his": ["his"]},
        (
            "the {job} said that {he} {task}",
            "the {job} {task} and then {he} left",
            "our {job} {task} before {he} had {his} lunch",
            "{he} is a {job} and {he} {task}",
            "when the {job} {task} {he} nodded",
            "{he} worked as a {job} and {task}",
            "the {job} packed {his} things because {he} {task}",
        ),
    ),
    "liked": (
        ("thing", "pleasant", 30),
        {"feels": PLEASANT},
        {"feels": UNPLEASANT},
        (
            "what a {feels} {thing}",
            "the {thing} {where} is {feels}",
            "(she|he) noticed a {feels} and {feels} {thing} {where}",
            "i think that a {thing} is {feels}",
            "a {feels} {thing} was {where}",
        ),
    ),
}


def _planted_sentences(table: str, rows, chance: _Chance) -> list[list[str]]:
    (_, share, count), first, second, frames = PLANTED[table]
    made = []
    for row in rows:
        deck, firsts = _Deck(chance, frames), round(count * int(row[share][0]) / 100)
        made += [_fill(deck.draw(), row | (first if n < firsts else second), chance) for n in range(count)]
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
