"""What a hint says of the numbers is so, in the whole result, whatever the result is."""

import re

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from utils.checks import CheckFailed, Outcome, call
from utils.structure import count_hint, structure_hint
from utils.terms import DIFFER, term_hint

SMALL_NUMBERS = st.integers(-4, 4).map(float)
WANTED = arrays(float, array_shapes(max_dims=2, max_side=5), elements=SMALL_NUMBERS)


def changed(draw, wanted):
    """A result as mistakes make it: other numbers, multiples, turned or missing rows, a shift, single entries."""
    rows = draw(arrays(bool, len(wanted)))
    factor = draw(st.sampled_from([-2.0, -1.0, 0.0, 0.25, 1 / 3, 0.5, 0.9, 1.8, 2.0, 3.0, 30.0]))
    every = np.ones(wanted.shape)
    some = (rows * factor + ~rows).reshape(-1, *[1] * (wanted.ndim - 1)) * every
    return draw(
        st.sampled_from(
            [
                wanted * factor,
                wanted * some,
                wanted[::-1],
                wanted.T if wanted.ndim == 2 and len(set(wanted.shape)) == 1 else wanted + factor,
                wanted + rows.reshape(-1, *[1] * (wanted.ndim - 1)) * draw(SMALL_NUMBERS),
                wanted + draw(arrays(float, wanted.shape[1:], elements=SMALL_NUMBERS)),
                draw(arrays(float, wanted.shape, elements=SMALL_NUMBERS)),
            ]
        )
    )


def rows_named(hint, count):
    """The rows that a hint names: all of them, unless it ends the list with an ellipsis."""
    listed = re.match(r"all are right but (?:row|rows|entry|entries) ([\d, and]+)(…)?", hint)
    numbers = [int(number) for number in re.findall(r"\d+", listed[1])]
    return numbers, bool(listed[2])


def is_so(hint, found, wanted):
    """Whether each claim of a hint on the structure of a result holds."""
    right = np.isclose(found, wanted).reshape(len(wanted), -1).all(axis=1)
    if hint.startswith("the result is the negative"):
        return np.allclose(found, -wanted)
    if hint.startswith("the result is the transpose"):
        return np.allclose(found.T, wanted)
    if hint.startswith("every number is zero"):
        return not found.any() and wanted.any()
    if hint.startswith("every row differs"):
        return np.allclose(found - wanted, (found - wanted)[0])
    claim = re.search(r"(?:is|are) (?:(\d+) times|1/(\d+) of) what is (right|wanted)", hint)
    factor = None if claim is None else float(claim[1]) if claim[1] else 1 / int(claim[2])
    if hint.startswith("the result is"):
        return np.allclose(found, factor * wanted)
    rows, more = rows_named(hint, len(wanted))
    wrong = np.flatnonzero(~right).tolist()
    named = rows == (wrong[: len(rows)] if more else wrong) and more == (len(wrong) > len(rows))
    if factor is not None:
        return named and np.allclose(found[wrong], factor * wanted[wrong])
    return named and (not hint.endswith(" zero.") or not found[wrong].any())


@settings(max_examples=600, deadline=None)
@given(st.data(), WANTED)
def test_what_is_said_of_the_structure_is_so(data, wanted):
    """Does every sentence hold for the whole result?"""
    found = changed(data.draw, wanted)
    if hint := structure_hint(found, wanted):
        assert is_so(hint, found, wanted), (hint, found, wanted)


@settings(max_examples=200, deadline=None)
@given(arrays(float, (4, 2), elements=SMALL_NUMBERS), st.sets(st.integers(0, 3), min_size=1, max_size=3))
def test_a_part_of_a_sum_of_proportional_tables_is_no_factor(table, parts):
    """Is no factor told where the result holds some tables of a sum, all multiples of one table?"""
    hint = structure_hint(sum(10**part for part in parts) * table, 1111 * table)
    assert "times" not in hint and " of what" not in hint


COUNTS = st.integers(2, 5).flatmap(
    lambda size: arrays(int, (size, size), elements=st.sampled_from([0, 1, 1, 2, 3])).map(lambda half: half + half.T)
)


@settings(max_examples=600, deadline=None)
@given(st.data(), COUNTS)
def test_what_is_said_of_counts_is_so(data, wanted):
    """Is a kind of pairs named where all of this kind are wrong, no other, and others are there that are right?"""
    edges = data.draw(st.sets(st.integers(0, len(wanted) - 1)))
    kinds = {
        "a word with itself": np.eye(len(wanted), dtype=bool),
        "pairs that occur several times": wanted > 1,
    }
    off = data.draw(arrays(bool, wanted.shape)) & data.draw(st.sampled_from([*kinds.values(), wanted > 0]))
    found = np.where(off | off.T, data.draw(st.sampled_from([0, 1, 5])), wanted)
    assume((found != wanted).any())
    hint, wrong = count_hint(found.astype(float), wanted, edges), found != wanted
    for kind, those in kinds.items():
        if kind in hint:
            assert not wrong[~those].any() and wrong[those & (wanted > 0)].all() and (~wrong & (wanted > 0)).any()
    if "ends of a document" in hint:
        inner = [row for row in range(len(wanted)) if row not in edges]
        assert not wrong[np.ix_(inner, inner)].any() and wanted[np.ix_(inner, inner)].any()


def test_an_accident_of_a_small_corpus_is_no_kind():
    """Is no kind of pairs named where nearly all pairs are of it, or where two kinds fit?"""
    chain = np.array([[0.0, 1, 0], [1, 0, 1], [0, 1, 0]])
    assert "document" not in count_hint(chain * [[0, 0, 1]] * [[0], [0], [1]] + np.triu(chain), chain, {0, 2})
    twice = np.array([[2.0, 1, 1], [1, 0, 1], [1, 1, 0]])
    less = twice - np.diag([1.0, 0, 0])
    assert count_hint(less, twice, set()) == "all are right but row 0."
    assert count_hint(less, twice, set(), ["a", "b", "c"]) == "all are right but the row of 'a'."


@settings(max_examples=400, deadline=None)
@given(st.data(), arrays(float, array_shapes(min_dims=1, max_dims=2, max_side=5), elements=SMALL_NUMBERS))
def test_what_is_said_of_a_formula_is_so(data, wanted):
    """Does what is said of a gradient as a whole hold for it?"""
    found = changed(data.draw, wanted)
    hint = term_hint(found, wanted)
    if "the sign" in hint:
        assert np.allclose(found, -wanted)
    elif "transpose" in hint:
        assert np.allclose(found.T, wanted)
    elif "zero" in hint:
        assert not found.any() and wanted.any()
    elif told := re.search(r"is (\S+) times what is wanted", hint):
        assert np.allclose(found, float(told[1]) * wanted, rtol=1e-3)
    else:
        assert hint == DIFFER


@pytest.mark.parametrize("size", [1e-9, 1.0, 1e9])
def test_small_and_large_numbers_are_told_alike(size):
    """Does what is said not hang on the size of the numbers?"""
    wanted, other = size * np.array([1.0, 2.0, 4.0]), size * np.array([-0.5, -1.5, 4.0])
    assert "the sign" in term_hint(-wanted, wanted) and "2 times" in structure_hint(2 * wanted, wanted)
    assert term_hint(other, wanted) == DIFFER and structure_hint(other, wanted) == ""


def test_a_mistake_of_two_names_is_either():
    """Is a result that two well-known mistakes give told as either of them?"""
    known = {"the sum": 3.0, "the other sum": 3.0, "the product": 4.0}
    assert term_hint(3.0, 5.0, looks_like=known).startswith("what looks wrong: either the sum or the other sum.")


def test_only_the_worst_terms_are_named_as_such():
    """Is it said that others differ, where only the terms are named that are missing?"""
    rows = np.eye(5)[:3]
    along = {"the first": rows[:1], "the second": rows[1:2], "the third": rows[2:]}
    wanted = np.array([1.0, 2.0, 3.0]) @ rows
    hint = term_hint(np.array([0.0, 5.0, 3.0]) @ rows, wanted, along)
    assert hint == "what looks wrong: the first. Your result has nothing there. Other terms differ, too."
    assert "Other" not in term_hint(np.array([0.0, 2.0, 3.0]) @ rows, wanted, along)


def test_half_of_a_term_is_not_called_counted_once():
    """Is a halved term, of words that count one and three times, not told as one that counts each word once?"""
    rows = np.eye(5)[:3]
    along, times = {"the words": rows[:2], "the rest": rows[2:]}, {"the words": [1, 3]}
    wanted = np.array([2.0, 6.0, 1.0]) @ rows
    assert "counting each word once" in term_hint(np.array([2.0, 2.0, 1.0]) @ rows, wanted, along, times)
    assert "a wrong factor" in term_hint(np.array([1.0, 3.0, 1.0]) @ rows, wanted, along, times)


def test_none_is_a_missing_return_only_where_it_is_the_whole_result():
    """Is nothing said of a `return` where None stands in a part, or where a function was handed None?"""
    for name in ("loss", "centerWordVec at a call"):
        with pytest.raises(CheckFailed) as caught:
            Outcome("f(1)", None, name).close_to(1.0, "the loss")
        assert "return" not in str(caught.value)
    with pytest.raises(CheckFailed, match="is there a `return`"):
        call(lambda x: None, 1).close_to(1.0)
