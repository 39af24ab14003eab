"""Counts for a1: compares answers about words and counts with what any right answer has in common.

The order of rows, the kind of numbers and the sign of a column are free where the task leaves them free. Which corpora
are tried is the matter of the test cells.
"""

from __future__ import annotations

import numbers
from collections import Counter
from collections.abc import Sequence

import numpy as np

from utils.calls import arguments_after, with_names
from utils.checks import CheckFailed, Outcome
from utils.show import shown_call
from utils.structure import count_hint

Counts = dict[tuple[str, str], int]


def check_arguments_kept(function, *args, **names) -> None:
    """Check that a call leaves its arguments as they are. `names` replace names of the notebook during the call."""
    __tracebackhide__ = True
    after = arguments_after(function, *args, **names)
    outcome = Outcome(shown_call(function, args, {}), after, "the arguments after the call")
    outcome.equals(args, "work on a copy: the caller still needs what it handed over")


def check_words(outcome: Outcome, wanted: Sequence[str]) -> None:
    """Check (words, how many) against the sorted list `wanted`; a tuple or an array of words will do."""
    words, how_many = outcome.parts("the words", "how many")
    found = words.value.tolist() if isinstance(words.value, np.ndarray) else words.value
    text = f"the list {list(wanted)}"
    if not isinstance(found, list | tuple) or not all(isinstance(word, str) for word in found):
        words.fail(text, "sorted(…) gives a list")
    found, wanted = [str(word) for word in found], list(wanted)
    if found != wanted:
        words.fail(text, _words_hint(found, wanted))
    how_many.equals(len(wanted), "count the distinct words, not the tokens")


def _words_hint(found: list[str], wanted: list[str]) -> str:
    if sorted(found) == wanted:
        return "the words are right, their order is not: sort them as Python sorts strings"
    if len(set(found)) < len(found):
        return "each word stands in the list once"
    if missing := [word for word in wanted if word not in found]:
        return f"{missing[0]!r} is in the corpus as a token of a document"
    stray = next(word for word in found if word not in wanted)
    return f"{stray!r} is no token of the corpus: leave the tokens as they are, capitals included"


def keep_frequent(corpus: Sequence[Sequence[str]], how_many: int) -> list[list[str]]:
    """The corpus with only its most frequent words; the others are left out, as word2vec leaves out rare words."""
    counts = Counter(token for document in corpus for token in document)
    kept = {word for word, _ in counts.most_common(how_many)}
    return [[token for token in document if token in kept] for document in corpus]


def with_words(function, words: Sequence[str]):
    """The function, with a right `distinct_words` in place of the notebook's, for a corpus of these sorted words.

    It answers with those of the words that are in the corpus it is asked about.
    """

    def distinct_words(corpus):
        found = [word for word in words if any(word in document for document in corpus)]
        return found, len(found)

    return with_names(function, distinct_words=distinct_words)


def seen_together(*outcomes: Outcome) -> tuple[Outcome, ...]:
    """The outcomes of several calls, of which a known mistake is told by all results together.

    For results that are a single number: one alone is that of many a mistake by accident.
    """
    whole = [outcome.value for outcome in outcomes]
    for outcome in outcomes:
        outcome.seen_as(whole)
    return outcomes


def check_counts(
    outcome: Outcome, words: Sequence[str], wanted: Counts, hint: str = "", together: object = None
) -> None:
    """Check (M, word2ind) entry by entry; the order of the rows is free.

    `words` are the distinct words; `wanted` has the counts above zero, for each unordered pair at least one way round.
    A known mistake is told by M, its rows in the order of the words, or by what stands in `together`.
    """
    found = _in_order(outcome, words)
    M, _ = outcome.parts("M", "word2ind")
    M.seen_as(found if together is None else together)
    documents = [document for corpus in outcome.arguments[:1] for document in corpus if document]
    ends = {document[end] for document in documents for end in (0, -1)}
    right = np.array([[wanted.get((one, other), wanted.get((other, one), 0)) for other in words] for one in words])
    if (found == right).all():
        return
    row, column = np.argwhere(found != right)[0]
    place = f"M[word2ind[{words[row]!r}], word2ind[{words[column]!r}]]"
    numbers = count_hint(found, right, {words.index(end) for end in ends if end in words}, words)
    M.fail(f"{right[row, column]} at {place}", hint, f"{found[row, column]:g} at {place}", numbers)


def check_several_counts(*checks: tuple[Outcome, Sequence[str], Counts, str]) -> None:
    """`check_counts` for each (outcome, words, wanted, hint); a known mistake is told by all results together."""
    together = []
    for outcome, words, _, _ in checks:
        try:
            together.append(_in_order(outcome, words))
        except CheckFailed:
            together.append(outcome.value)
    for check in checks:
        check_counts(*check, together=together)


def _in_order(outcome: Outcome, words: Sequence[str]) -> np.ndarray:
    """M of (M, word2ind), with its rows and columns in the order of the words; CheckFailed if it is no such pair."""
    M, word2ind = outcome.parts("M", "word2ind")
    check_index(word2ind, words)
    found = M.array((len(words), len(words)), f"M has a row and a column for each of the {len(words)} distinct words")
    rows = [int(word2ind.value[word]) for word in words]  # True and False would choose rows
    return found[np.ix_(rows, rows)]


def check_index(word2ind: Outcome, words: Sequence[str]) -> None:
    """Check that a dictionary gives each of `words`, and nothing else, a row of its own from 0 on."""
    found = word2ind.value
    what = f"a dictionary that gives each of the {len(words)} distinct words a number of its own, 0 to {len(words) - 1}"
    if not isinstance(found, dict) or not all(isinstance(word, str) for word in found):
        word2ind.fail(what)
    if set(found) != set(words):
        missing = sorted(set(words) - set(found)) + sorted(set(found) - set(words))
        word2ind.fail(what, f"look at {missing[0]!r}")
    if not all(isinstance(i, numbers.Integral) for i in found.values()) or set(found.values()) != set(
        range(len(words))
    ):
        word2ind.fail(what)


def check_reduced_shape(outcome: Outcome, shape: tuple[int, int], hint: str = "") -> np.ndarray:
    """Check the shape of U·S and return it. Its signs are free, so known mistakes are told without them."""
    if isinstance(outcome.value, np.ndarray) and outcome.value.dtype.kind in "fiu":
        outcome.seen_as(np.abs(outcome.value))
    return outcome.array(shape, hint)


def check_reduced(outcome: Outcome, wanted: np.ndarray, hint: str = "") -> None:
    """Check rows of U·S, (V, k), where each column may have the other sign.

    The lengths of the columns are compared with the singular values, and X·Xᵀ with that of `wanted`. The singular
    values must differ by a factor of 1.5 or more, or else right answers could differ too.
    """
    found = check_reduced_shape(outcome, wanted.shape, hint)
    size = np.abs(wanted).max()
    lengths, right = np.linalg.norm(found, axis=0), np.linalg.norm(wanted, axis=0)
    if not (np.abs(lengths - right) <= 1e-3 * size).all():
        outcome.fail(f"columns of lengths {_numbers(right)}", hint, f"columns of lengths {_numbers(lengths)}")
    if not (np.abs(found @ found.T - wanted @ wanted.T) <= 1e-3 * size**2).all():
        outcome.fail("rows whose inner products are those of the rows of U·S", hint)


def _numbers(values: np.ndarray) -> str:
    return ", ".join(f"{value:.4g}" for value in values)
