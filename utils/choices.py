"""Checks words that a student chose freely, by what the vectors say of them; there is no list of accepted answers.

A known mistake is told here by its kind (`Outcome.seen_as`), since the words are free. Whether a choice is sensible
beyond that is graded by a person.
"""

from __future__ import annotations

from collections.abc import Iterable

from gensim.models import KeyedVectors

from utils.checks import Outcome
from utils.show import shown

NEIGHBOURS = 20
MARGIN = 0.05


def check_two_senses(outcome: Outcome, vectors: KeyedVectors, not_again: str) -> None:
    """Check (word, neighbour, neighbour): both near the word, and less alike than they are to the word."""
    word, *neighbours = _words(outcome, vectors, ("word", "neighbour of the one sense", "neighbour of the other"))
    outcome.seen_as("the word of the example")
    outcome.must(word != not_again, f"another word than {not_again!r}")
    nearest = [near for near, _ in vectors.most_similar(word, topn=NEIGHBOURS)]
    outcome.seen_as("another order" if _other_order_is_near(word, neighbours, vectors) else "not near")
    for neighbour in neighbours:
        outcome.must(
            neighbour in nearest,
            f"{neighbour!r} among the {NEIGHBOURS} words nearest to {word!r}",
            f"these are: {', '.join(nearest)}",
        )
    between = vectors.similarity(*neighbours)
    to_word = [vectors.similarity(word, neighbour) for neighbour in neighbours]
    limit = sum(to_word) / 2 - MARGIN
    outcome.seen_as("one sense twice")
    outcome.must(
        between <= limit,
        f"two neighbours whose similarity to each other is at most {limit:.3f}",
        f"to {word!r} they have the similarities {to_word[0]:.3f} and {to_word[1]:.3f}, to each other {between:.3f}: "
        f"try other neighbours, one from each sense: {', '.join(nearest)}",
    )


def _other_order_is_near(word: str, neighbours: list[str], vectors: KeyedVectors) -> bool:
    """Whether one of the neighbours has both other words among those nearest to it."""
    words = {word, *neighbours}
    return any(
        words - {other} <= {near for near, _ in vectors.most_similar(other, topn=NEIGHBOURS)} for other in neighbours
    )


def check_antonym_nearer(outcome: Outcome, vectors: KeyedVectors) -> None:
    """Check (word, synonym, antonym): the antonym is nearer to the word than the synonym is."""
    word, synonym, antonym = _words(outcome, vectors, ("word", "synonym", "antonym"))
    far, near = vectors.distance(word, synonym), vectors.distance(word, antonym)
    outcome.seen_as("the synonym is nearer")
    outcome.must(
        near < far,
        f"a distance from {word!r} to {antonym!r} smaller than that to {synonym!r}",
        f"the distances are {near:.3f} and {far:.3f}",
    )


def check_analogy(outcome: Outcome, vectors: KeyedVectors, works: bool, not_again: Iterable[str] = ()) -> None:
    """Check (a, b, c, x): the first answer of the vectors to "a is to b as c is to …" is x, or (works=False) is not."""
    a, b, c, x = _words(outcome, vectors, ("a", "b", "c", "x"))
    used = set(not_again)
    outcome.seen_as("the example")
    outcome.must({a, b, c, x} != used, f"other words than {', '.join(sorted(used))}")
    answers = [answer for answer, _ in vectors.most_similar(positive=[b, c], negative=[a], topn=5)]
    turned = [vectors.most_similar(positive=[a, one], negative=[other])[0][0] for one, other in ((b, c), (c, b))]
    outcome.seen_as("the answer" if answers[0] == x else "the answer in another order" if x in turned else "no answer")
    outcome.must(
        (answers[0] == x) is works,
        f"an analogy {'' if works else 'not '}answered with x, here {x!r}",
        f"{a} is to {b} as {c} is to …: the vectors answer {', '.join(answers)}, in this order",
    )


def check_word_sets(
    outcome: Outcome, vectors: KeyedVectors, at_least: int, not_again: Iterable[str] = ()
) -> tuple[list[str], list[str], tuple[str, str]]:
    """Check the form of (A, B, (source, goal)) and return it: two lists of words, and two words, all different."""
    outcome.seen_as(_form(outcome.value))
    first, second, ends = outcome.parts("A", "B", "(source, goal)")
    for part in (first, second):
        part.seen_as(_form(part.value))
        part.must(isinstance(part.value, list | tuple | set), f"a list of at least {at_least} words")
        part.seen_as("too few words")
        part.must(len(part.value) >= at_least, f"at least {at_least} words")
    ends.seen_as(_form(ends.value))
    ends.must(isinstance(ends.value, list | tuple) and len(ends.value) == 2, "two words, (source, goal)")
    everything = []
    for part in (first, second, ends):
        everything += _known(part, list(part.value), vectors)
    in_sets = everything[: len(first.value) + len(second.value)]
    outcome.seen_as("the direction in a set" if set(everything[-2:]) & set(in_sets) else "a word twice")
    outcome.must(len(set(everything)) == len(everything), "words that are all different")
    outcome.seen_as("words of the example")
    used = sorted(set(everything) & set(not_again))
    outcome.must(not used, f"other words than {', '.join(used)}", "the kinds of work of 2.9 are known already")
    return list(first.value), list(second.value), tuple(ends.value)


def _words(outcome: Outcome, vectors: KeyedVectors, names: tuple[str, ...]) -> list[str]:
    """The words of a tuple with these parts, all different and all with a vector."""
    outcome.seen_as(_form(outcome.value))
    words = _known(outcome, [part.value for part in outcome.parts(*names)], vectors)
    outcome.seen_as([words.index(word) for word in words])
    outcome.must(len(set(words)) == len(words), f"{len(names)} different words: {', '.join(names)}")
    return words


def _known(outcome: Outcome, words: list, vectors: KeyedVectors) -> list[str]:
    for word in words:
        outcome.must(isinstance(word, str), f"strings where {shown(word)} stands")
    for word in words:
        outcome.seen_as("capital letters" if word.lower() in vectors else "an unknown word")
        try:
            vectors.get_index(word)
        except KeyError as error:
            outcome.fail("words that have a vector", error.args[0])
    return [str(word) for word in words]


def _form(value) -> str:
    """How an answer of free choice is built: the types of its parts."""
    if isinstance(value, list | tuple):
        return f"{len(value)} parts: {', '.join(type(part).__name__ for part in value)}"
    return type(value).__name__
