"""`workbook verify` sees what tests hand over: edges that cost much, and hidden parts that ask for something new."""

import numpy as np
import pytest
from conftest import TINY

from grading.inputs import Kind, input_problems, kinds
from grading.master import read_master


def problems(tmp_path, *edits):
    text = TINY
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "tiny.py"
    path.write_text(text, encoding="utf-8")
    return input_problems(read_master(path))


def test_all_well(tmp_path):
    """Is nothing found where hidden parts hand over what visible ones have shown?"""
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("hidden", "kind"),
    [
        ("call(more, 0)", "`x` of more: a number of type int, 0"),
        ("call(more, 2.5)", "`x` of more: a number of type float, positive"),
        ("import numpy as np\ncall(more, np.array([2, 3]))", "`x` of more: an array of int64, axes (many)"),
        ("import numpy as np\ncall(more, np.array([2.0, 3.0]))", "`x` of more: an array of float64, axes (many)"),
        ("import numpy as np\ncall(more, np.float32(2))", "`x` of more: a number of type float32, positive"),
    ],
)
def test_new_in_a_hidden_part(tmp_path, hidden, kind):
    """Is a kind of input found that only a hidden part hands over, with its function and parameter?"""
    (found,) = problems(tmp_path, ("call(more, 314159)", f"{hidden}\ncall(more, 314159)"))
    assert found == f"`q1_more__values`: its hidden part hands over {kind}; no visible test of q1_more has shown that"


def test_shown_by_another_test_of_the_question(tmp_path):
    """May a hidden part hand over what the visible part of another test of its question has shown?"""
    assert problems(tmp_path, ("call(more, 314159)", "call(more, -5).equals(-4)\ncall(more, 314159)")) == []


def test_what_a_test_returns_to_an_answer(tmp_path):
    """Is a kind found that a function of a hidden part returns to the answer?"""
    edits = (
        ("return x + 1", "return x + 1 if type(x) is int else x() + 1"),
        ("call(more, 2)", "call(more, lambda: 2)"),
        ("call(more, 314159)", "call(more, lambda: 2.5)\ncall(more, 314159)"),
        ("call(twice, 4)", "call(twice, 4)"),
    )
    found = problems(tmp_path, *edits)
    assert [line for line in found if "result of a function" in line] == [
        "`q1_more__values`: its hidden part hands over the result of a function of the test: a number of type float, "
        "positive; no visible test of q1_more has shown that"
    ]


EMPTY = 'call(more, __import__("numpy").zeros({shape}))'


@pytest.mark.parametrize("shape", ["0", "1", "(3, 1)", "(0, 2)"])
def test_edge_in_another_test(tmp_path, shape):
    """Is an edge found in a test of something else, whichever part hands it over?"""
    edge = EMPTY.format(shape=shape)
    (visible,) = problems(tmp_path, ("call(more, 1)", f"{edge}\ncall(more, 1)"))
    assert "its visible part hands over `x` of more: an array of float64" in visible
    assert "an edge stands in a test of its own, `q1_more__edge…`" in visible
    (hidden,) = problems(tmp_path, ("call(more, 314159)", f"{edge}\ncall(more, 314159)"))
    assert "its hidden part hands over" in hidden and "`q1_more__edge…`" in hidden


def test_edge_in_a_test_of_its_own(tmp_path):
    """May a test of edges hand one over, if it is worth at most an eighth of its question?"""
    edge = EMPTY.format(shape="1")
    new = (
        '# %% test="q1_more__edge_single" points={points}\n# Checks one entry.\n'
        + edge
        + '\n\n# %% solution="q1_twice"'
    )
    assert problems(tmp_path, ('# %% solution="q1_twice"', new.format(points="0.375"))) == []
    (found,) = problems(tmp_path, ('# %% solution="q1_twice"', new.format(points=1)))
    assert found == (
        "`q1_more__edge_single`: 1 of 4 points for an edge; at most one in 8 is wanted: give fewer, or leave the edge out"
    )


def test_edge_that_only_a_hidden_part_has(tmp_path):
    """Must a test of edges show an edge before its hidden part hands it over?"""
    new = (
        '# %% test="q1_more__edge" points=0.25\n# Checks edges.\ncall(more, 1)\n'
        f'### BEGIN HIDDEN TESTS\n{EMPTY.format(shape="1")}\n### END HIDDEN TESTS\n\n# %% solution="q1_twice"'
    )
    (found,) = problems(tmp_path, ('# %% solution="q1_twice"', new))
    assert "axes (1); no visible test of q1_more has shown that" in found


def test_prints_where_the_reference_passes(tmp_path):
    """Is a test found that prints something although all is well?"""
    (found,) = problems(tmp_path, ("call(more, 2)", "print('so far')\ncall(more, 2)"))
    assert found == "`q1_more__values`: prints `so far` where the reference passes; a test that passes prints nothing"


def test_first_line(tmp_path):
    """Is a test found whose first line does not say what it checks?"""
    (found,) = problems(tmp_path, ("# Checks numbers above zero.\n", ""))
    assert found == "`q1_more__values`: its first line does not say what it checks (`# Checks …`)"


def test_kinds():
    """Are kinds told by type, shape, emptiness and repetition, and not by values?"""

    def text(value):
        return {kind.text for kind in kinds(value)}

    assert text([["a", "b"], []]) == {
        "a list of many", "in it: a list of many", "in it: a list of none", "in it: in it: a string",
    }  # fmt: skip
    assert Kind("in it: a list of none", edge=True) in kinds([[]])
    assert text(("a", "a")) == {"a tuple of many", "a tuple in which an item repeats", "in it: a string"}
    assert text({"a": None}) == {"a dict of one", "in it: a string", "under a key: None"}
    assert text(np.array([[1, 2], [3, 4]])) == text(np.array([[7, 8, 9], [10, 11, 12]]))
    assert text(np.array([1, 2, 1])) == {
        "an array of int64, axes (many)", "an array of integers in which a number repeats",
    }  # fmt: skip
    assert text(np.array(2.0)) == {"an array of float64, axes ()"}
    assert text(max) == {"a function"} and text(np.random.default_rng(0)) == {"an object of Generator"}
    assert text(np.True_) == text(True) and text(True) != text(1)
