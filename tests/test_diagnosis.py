"""A known mistake is told by what came back, in any style, and tells nothing that is hidden."""

import json
import re
import tracemalloc
import warnings
from collections import Counter, namedtuple
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from conftest import HOME
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from grading.build import assignment_names, read_assignment
from grading.catalogue import Entry, read_catalogue
from grading.diagnosis import TABLE, Knowledge, Outcome, differences, gather
from grading.local import LocalResult
from grading.master import Role
from grading.tests_split import split_hidden
from grading.verdicts import Status
from utils import diagnosis
from utils.checks import CheckFailed, call
from utils.diagnosis import alike, fingerprint, is_raised, seen, seen_raising
from utils.points import _withdraw, earned
from utils.structure import count_hint, structure_hint
from utils.terms import DIFFER, term_hint

NUMBERS = st.floats(-1e3, 1e3, allow_nan=False)
ARRAYS = arrays(float, array_shapes(max_dims=3, max_side=5), elements=NUMBERS)


@settings(max_examples=200, deadline=None)
@given(ARRAYS)
def test_styles_are_alike(array):
    """Are lists, single precision, extra axes of length one and results of another order of additions alike?"""
    one = fingerprint(array)
    assert alike(one, fingerprint(array.tolist())) or array.shape == ()
    assert alike(one, fingerprint(array[..., None]))
    assert alike(one, fingerprint(array.astype(np.float32)))
    assert alike(one, fingerprint(array * (1 + 1e-9)))
    assert alike(fingerprint((array, 3)), fingerprint([array, np.int64(3)]))


@settings(max_examples=200, deadline=None)
@given(ARRAYS, st.data())
def test_another_number_is_not_alike(array, data):
    """Is one changed entry seen, and the negative, unless they are too small to tell?"""
    place = tuple(data.draw(st.integers(0, length - 1)) for length in array.shape)
    size = 1e-2 * max(np.linalg.norm(array), 1.0)
    changed = array.copy()
    changed[place] += size
    assert not alike(fingerprint(array), fingerprint(changed))
    if np.linalg.norm(array) > 1e-3:
        assert not alike(fingerprint(array), fingerprint(-array))


def test_order_and_shape_count():
    """Are a permuted, a transposed and a reshaped array others, and so are other words, keys and kinds?"""
    table = np.arange(6.0).reshape(2, 3)
    others = [table[::-1], table.T, table.reshape(3, 2), table.ravel(), table[:, [1, 0, 2]], "text", None, {}, []]
    assert not any(alike(fingerprint(table), fingerprint(other)) for other in others)
    pairs = [("a", "b"), (["a", "b"], ["b", "a"]), ({"a": 1}, {"b": 1}), ({"a": 1}, {"a": 2}), ({1}, {2}), (1, "1")]
    for one, other in pairs:
        assert not alike(fingerprint(one), fingerprint(other)), (one, other)
    assert alike(fingerprint({"a": 1, "b": 2.0}), fingerprint({"b": 2, "a": 1}))


def test_what_is_no_number():
    """Are entries that are not finite told by their place, and objects of any class taken without looking inside?"""
    one, other = np.array([1.0, np.nan, 2.0]), np.array([np.nan, 1.0, 2.0])
    assert alike(fingerprint(one), fingerprint(one.copy()))
    assert not alike(fingerprint(one), fingerprint(other))
    assert not alike(fingerprint(np.array([np.inf])), fingerprint(np.array([1.0])))
    assert alike(fingerprint(object()), fingerprint(lambda: 1))


def test_what_the_grader_gets_as_plain_data_is_taken_as_such():
    """Are numpy's strings, and kinds of dictionaries and tuples, alike to the plain ones that reach the grader?"""
    words = np.array(["b", "a"])
    assert alike(fingerprint(list(words)), fingerprint(["b", "a"]))
    assert alike(fingerprint({words[0]: 1}), fingerprint({"b": 1}))
    assert alike(fingerprint(Counter("abb")), fingerprint({"a": 1, "b": 2}))
    assert alike(fingerprint(namedtuple("Pair", "M rest")(words, 3)), fingerprint((["b", "a"], 3)))


def looping():
    made = [1]
    made.append(made)
    return made


@pytest.mark.parametrize(
    "value",
    [
        ["a" * 4000] + [1] * 4000,
        [["a" * 400] + [1] * 400 for _ in range(100)],
        np.empty((10**6, 0), dtype="S1"),
        looping(),
        {"a": looping(), 1: [2**4000], (None, b"x"): {1j}, "\ud800": "\ud800"},
    ],
)
def test_strange_results_cost_little(value):
    """Does a result cost no more memory than it holds: a long text among numbers, rows without entries, a loop?"""
    tracemalloc.start()
    try:
        assert alike(fingerprint(value), fingerprint(value))
        assert tracemalloc.get_traced_memory()[1] < 5 * 10**6
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("size", [1e300, 1e200, 1e-300])
def test_numbers_of_any_size(size):
    """Are huge and tiny results alike to themselves, without a warning and where numpy is told to raise?"""
    numbers = np.full((4, 3), size)
    with np.errstate(all="raise"), warnings.catch_warnings(action="error"):
        one = fingerprint(numbers)
        assert alike(one, fingerprint(numbers.copy()))
        assert np.isfinite(one[1:]).all()
        assert isinstance(structure_hint(numbers, TABLE_OF_FOUR), str)


def test_an_exception_counts_by_its_built_in_class():
    """Is an error of a library's own class the same as the built-in one that it is a kind of, and another not?"""
    error = np.linalg.LinAlgError("singular")
    assert seen_raising("f()", error) == seen_raising("f()", ValueError("singular"))
    assert seen_raising("f()", error) != seen_raising("f()", KeyError("x"))
    assert seen_raising("f()", error) != seen_raising("g()", error)


class Wordless(Exception):
    def __str__(self):
        raise RuntimeError


def test_the_message_of_an_exception_counts_without_its_values():
    """Do other words make another exception, and other names and numbers not, and is any message taken?"""

    def of(error):
        return seen_raising("f()", error)[1]

    assert of(IndexError("list index out of range")) != of(
        IndexError("index 3 is out of bounds for axis 1 with size 3")
    )
    assert of(IndexError("index 3 is out of bounds for axis 1")) == of(
        IndexError("index -12 is out of bounds for axis 0")
    )
    assert of(NameError("name 'a' is not defined")) == of(NameError("name 'total' is not defined"))
    assert of(KeyError("a")) == of(KeyError(("b", 3)))
    assert of(ValueError("a" * 2000)) == of(ValueError("a" * 3000))
    for error in (Wordless(), ValueError("\ud800"), ValueError(), ValueError(1, 2)):
        what = seen_raising("f()", error)
        assert is_raised(what) and alike(what[1], what[1]) and not alike(what[1], fingerprint(None))
    assert not is_raised(seen("f()", "raised IndexError"))


@pytest.fixture
def table(monkeypatch):
    """A table of one known mistake of a function f, and of two that can't be told apart."""
    known = [["q1_f/doubled", fingerprint(4)], ["q1_f/left", fingerprint(0)], ["q1_f/right", fingerprint(0)]]
    raised, kind = seen_raising("f(2)", ZeroDivisionError("division by zero"))
    texts = {"q1_f/doubled": "It is doubled.", "q1_f/left": "Left.", "q1_f/right": "Right.", "q1_f/divides": "By zero."}
    monkeypatch.setattr(diagnosis, "_passed", set())
    kept = {
        "fails": {"q1_f/left": ["q1_f__a", "q1_f__b"]},
        "seen": {seen("f(2)", 0)[0]: known, raised: [["q1_f/divides", kind]]},
        "texts": texts,
    }
    monkeypatch.setattr(diagnosis, "_table", lambda: kept)


def test_a_visible_test_says_the_probable_reason(table):
    """Does a failing check begin with the text of the one known mistake that gives this result, or of either of two?"""

    def f(x):
        return answer

    messages = {}
    for answer in (4, 0, 7):
        with pytest.raises(CheckFailed) as failure:
            call(f, 2).equals(1)
        messages[answer] = str(failure.value)
    assert messages[4].startswith("probable reason: It is doubled.\nf(2)\n")
    assert messages[0].startswith("probable reason: either (1) Left. Or (2) Right.\nf(2)\n")
    assert "probable reason" not in messages[7]


def test_a_notebook_tells_no_mistake_that_fails_what_was_passed(table):
    """Is a mistake left out that fails a test which this answer passed, until a cell may have changed the answer?"""

    def told():
        return diagnosis.probable_reason(seen("f(2)", 0))

    earned("q1_f__b")
    assert told() == "Right."
    _withdraw(SimpleNamespace(raw_cell='call(f, 1).equals(2)\nearned("q1_f__c")\n'))
    assert told() == "Right."
    _withdraw(SimpleNamespace(raw_cell="def f(x):\n    return 0\n"))
    assert told() == "either (1) Left. Or (2) Right."


def test_a_table_of_an_earlier_form_is_read(table):
    """Is a mistake told from a table that does not say what it fails, so that a new one can be made beside it?"""
    del diagnosis._table()["fails"]
    assert diagnosis.probable_reason(seen("f(2)", 4)) == "It is doubled."


def test_an_exception_says_no_probable_reason(table):
    """Is no reason given for an exception, though a known mistake raises the same one? Too many mistakes do."""

    def f(x):
        return x / 0

    with pytest.raises(ZeroDivisionError) as failure:
        call(f, 2)
    assert failure.value.__notes__ == ["in the call f(2)"]


def outcome(test, value=None, hidden=False, status=Status.FAILED):
    return Outcome(test, status, hidden, None if value is None else seen("f", value))


def knows(**tests):
    return Knowledge(
        {
            f"q__{test}": {f"q/{name}": [hidden, *seen("f", value)] for name, (hidden, value) in known.items()}
            for test, known in tests.items()
        },
        {"q/a": "A.", "q/b": "B.", "q/c": "C."},
    )


def test_all_tests_of_a_question_are_weighed_together():
    """Do two mistakes that look alike in one test get told apart by another, also by one that is passed?"""
    known = knows(one={"a": (False, 1), "b": (False, 1)}, two={"b": (False, 2)})
    passed = outcome("q__two", status=Status.PASSED)
    assert known.mistakes([outcome("q__one", 1), passed]) == {"q__one": ("q/a",)}
    assert known.mistakes([outcome("q__one", 1), outcome("q__two", 2)]) == {"q__one": ("q/b",), "q__two": ("q/b",)}


def test_two_mistakes_in_one_answer():
    """Is each test explained by itself where no mistake explains all, by two that can't be told apart, not by three?"""
    known = knows(
        one={"a": (False, 1)},
        two={"b": (False, 2), "c": (False, 2)},
        three={"b": (True, 3)},
        four={"a": (False, 4), "b": (False, 4), "c": (False, 4)},
    )
    found = known.mistakes(
        [outcome("q__one", 1), outcome("q__two", 2), outcome("q__three", 3, hidden=True), outcome("q__four", 4)]
    )
    assert found == {"q__one": ("q/a",), "q__two": ("q/b", "q/c"), "q__three": ("q/b",), "q__four": ()}


def test_a_right_answer_that_misses_an_edge_is_told_no_other_mistake():
    """Is a mistake left out that fails a test which was passed, or the visible part before a hidden one that failed?"""
    known = knows(one={"a": (False, 1)}, two={"a": (False, 0)}, three={"b": (False, 0)}, four={"b": (True, 5)})
    passed = outcome("q__one", status=Status.PASSED)
    assert known.mistakes([passed, outcome("q__two", 0)]) == {"q__two": ()}
    found = known.mistakes([outcome("q__three", 7, hidden=True), outcome("q__four", 5, hidden=True)])
    assert found == {"q__three": (), "q__four": ()}


def raising(test, error, hidden=False):
    return Outcome(test, Status.ERROR, hidden, seen_raising("f", error))


def test_an_exception_alone_explains_nothing():
    """Does an exception only count beside a value that tells the mistake, and does it speak against others then?"""
    error, other = IndexError("list index out of range"), IndexError("tuple index out of range")
    known = knows(one={"a": (False, 1), "b": (False, 1)}, two={"c": (False, 2)})
    known.tests["q__two"] |= {
        f"q/{name}": [False, *seen_raising("f", raised)] for name, raised in {"a": error, "b": other}.items()
    }
    assert known.mistakes([raising("q__two", error)]) == {"q__two": ()}
    found = known.mistakes([outcome("q__one", 1), raising("q__two", error)])
    assert found == {"q__one": ("q/a",), "q__two": ("q/a",)}
    found = known.mistakes([outcome("q__one", 5), raising("q__two", error)])
    assert found == {"q__one": (), "q__two": ()}


def test_mistakes_that_only_raise_are_not_kept():
    """Is a mistake that shows by exceptions alone left out of the tables, and its text with it?"""
    entries = [Entry("q", name, Path(name), "", f"{name}.", ("unknown",)) for name in ("raises", "returns")]
    value, error = seen("f", 1), seen_raising("f", ValueError())
    ended = [LocalResult(Status.ERROR, seen=error), LocalResult(Status.FAILED, seen=value)]
    made = gather([(entries[0], {"q__one": ended[0]}), (entries[1], {"q__one": ended[0], "q__two": ended[1]})])
    assert made.tests == {"q__one": {"q/returns": [False, *error]}, "q__two": {"q/returns": [False, *value]}}
    assert made.texts == {"q/returns": "returns."}


def test_visible_and_hidden_parts_are_not_mixed_up():
    """Does what was seen in the hidden part explain nothing in the visible one?"""
    known = knows(one={"a": (True, 1)})
    assert known.mistakes([outcome("q__one", 1)]) == {"q__one": ()}
    assert known.mistakes([outcome("q__one", 1, hidden=True)]) == {"q__one": ("q/a",)}


def test_texts():
    """Are up to two texts given, and none where it could be anything?"""
    known = knows()
    assert known.text(["q/a"]) == "A."
    assert known.text(["q/a", "q/b"]) == "either (1) A. Or (2) B."
    assert known.text(["q/a", "q/b", "q/c"]) == known.text([]) == ""


def test_stale_tables_are_seen():
    """Are changed results, changed texts and missing entries differences, and other questions' not?"""
    kept, now = knows(one={"a": (False, 1), "b": (False, 1)}), knows(one={"a": (False, 1), "c": (False, 1)})
    assert differences(kept, kept, ["q"]) == []
    assert differences(kept, now, ["q"]) == ["q/b", "q/c"]
    assert differences(kept, now, ["other"]) == []
    now = Knowledge(kept.tests, {**kept.texts, "q/a": "Another text."})
    assert differences(kept, now, ["q"]) == ["q/a"]


def test_what_travels_to_students_tells_nothing():
    """Does the shipped table hold no code, nothing of a hidden test and nothing that only hidden tests see?"""
    text = diagnosis.TABLE.read_text(encoding="utf-8")
    shipped, kept = json.loads(text), json.loads(TABLE.read_text(encoding="utf-8"))
    secret = visible = ""
    texts = {}
    for name in assignment_names(HOME):
        master = read_assignment(HOME, name)
        for cell in master.having(Role.TEST):
            shown, hidden = split_hidden(cell.source)
            visible, secret = visible + shown, secret + hidden
        texts |= {
            f"{entry.question}/{entry.name}": " ".join(entry.explanation.split())
            for entry in read_catalogue(master)
            if entry.is_wrong
        }
    constants = set(re.findall(r"\b\d{6}\b", secret)) - set(re.findall(r"\b\d{6}\b", visible))
    words = set(re.findall(r'"([A-Za-z]{4,})"', secret)) - set(re.findall(r"[A-Za-z]+", visible))
    said = " ".join(shipped["texts"].values())
    assert len(constants) > 50 and len(words) > 20
    assert not [word for word in words if re.search(rf"\b{word}\b", said)]
    assert not [constant for constant in constants if constant in said]
    assert not re.search(r"def \w+\(|lambda ", said)
    assert shipped["texts"].items() <= texts.items()
    known = [known for test in kept["tests"].values() for known in test.values() if not is_raised(known[1:])]
    hidden_calls = {call for is_hidden, call, _ in known if is_hidden}
    visible_calls = {call for is_hidden, call, _ in known if not is_hidden}
    assert shipped["seen"].keys() == visible_calls
    assert not shipped["seen"].keys() & (hidden_calls - visible_calls)


TABLE_OF_FOUR = np.arange(1, 13.0).reshape(4, 3)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda table: -table, "the result is the negative of what is wanted."),
        (lambda table: 3 * table, "3 times"),
        (lambda table: table / 4, "the result is 1/4 of what is wanted."),
        (lambda table: table * [[1], [1], [0], [1]], "row 2: it is zero."),
        (
            lambda table: table / [[1], [3], [1], [1]],
            "row 1: it is 1/3 of what is right. Is something counted once that counts 3 times?",
        ),
        (lambda table: table * [[1], [1], [2], [1]], "row 2: it is 2 times"),
        (lambda table: table * [[0], [1], [0], [1]], "all are right but rows 0 and 2: they are zero."),
        (lambda table: table * [[1], [1], [2], [2]], "rows 2 and 3: they are 2 times"),
        (
            lambda table: table / [[3], [3], [1], [1]],
            "rows 0 and 1: they are 1/3 of what is right. Is something counted once that counts 3 times?",
        ),
        (lambda table: 0 * table, "every number is zero: was anything written into it?"),
        (lambda table: table + np.array([0.0, 1.0, 5.0]), "the same vector"),
        (lambda table: table + 7 * np.eye(4, 3) * (table == 5), "all are right but row 1."),
    ],
)
def test_structure(change, words):
    """Is what a wrong table has in common with the right one said?"""
    assert words in structure_hint(change(TABLE_OF_FOUR), TABLE_OF_FOUR)


def test_rows_are_named_in_words():
    """Are three rows named with commas and an `and`, and of more the first ones?"""
    table = np.arange(1, 25.0).reshape(8, 3)
    three, four = table.copy(), table.copy()
    three[[0, 2, 3]] = four[[0, 2, 3, 5]] = 0
    assert "but rows 0, 2 and 3:" in structure_hint(three, table)
    assert "but rows 0, 2, 3, …:" in structure_hint(four, table)
    assert "but entries 0 and 1:" in structure_hint(np.array([0.0, 0, 3, 4, 5]), np.arange(1, 6.0))


@pytest.mark.parametrize("wanted", [[20.0, 40.0], [[20.0, 40.0, 0.0], [-40.0, 20.0, 20.0]], [2.0, 2.0, 2.0]])
def test_a_factor_of_two_numbers_is_an_accident(wanted):
    """Is no factor claimed where fewer than three different sizes of numbers are there?"""
    wanted = np.array(wanted)
    assert structure_hint(wanted / 8, wanted) == term_hint(wanted / 8, wanted).replace(DIFFER, "") == ""
    assert "the negative" in structure_hint(-wanted, wanted)
    assert "every number is zero" in structure_hint(0 * wanted, wanted)


def test_structure_says_nothing_where_it_can_tell_nothing():
    """Is nothing said of unrelated numbers, single numbers and what is not finite?"""
    other = np.random.default_rng(5).normal(size=(4, 3))
    assert structure_hint(other, TABLE_OF_FOUR) == ""
    assert structure_hint(np.array([2.0]), np.array([1.0])) == ""
    assert structure_hint(np.full((4, 3), np.nan), TABLE_OF_FOUR) == ""


SYMMETRIC = TABLE_OF_FOUR[:3] + TABLE_OF_FOUR[:3].T


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (np.array([3e-7, -5e-7]), np.array([1e-7, 2e-7])),
        (SYMMETRIC * (1 + 5e-6), SYMMETRIC),
        (TABLE_OF_FOUR * (1 + 5e-5), TABLE_OF_FOUR),
        (np.full((4, 3), 1e7), TABLE_OF_FOUR),
        (TABLE_OF_FOUR + np.linspace(0, 9e-8, 12).reshape(4, 3) ** 2, TABLE_OF_FOUR),
    ],
)
def test_structure_says_nothing_untrue(found, wanted):
    """Is nothing said of differences that are as small as the tolerance, or beside which the numbers are small?"""
    assert structure_hint(found, wanted) == ""
    if wanted is SYMMETRIC:
        assert count_hint(found, wanted, set()) == ""


@pytest.mark.parametrize("factor", [1e-300, 1e-310])
def test_nearly_nothing_is_nothing(factor):
    """Is a row of tiny numbers called zero, rather than counted too seldom?"""
    hint = structure_hint(TABLE_OF_FOUR * [[1], [factor], [1], [1]], TABLE_OF_FOUR)
    assert hint == "all are right but row 1: it is zero."


@settings(max_examples=100, deadline=None)
@given(arrays(float, (4, 3), elements=NUMBERS), arrays(float, (4, 3), elements=NUMBERS))
def test_structure_is_never_an_error(found, wanted):
    """Whatever the numbers, is the hint a text?"""
    assert isinstance(structure_hint(found, wanted), str)


def test_structure_of_counts():
    """Are one-sided counts, those of a word with itself, repeats and the ends of documents told?"""
    counts = np.array([[2, 3, 1], [3, 0, 1], [1, 1, 0]])
    assert "one side only" in count_hint(
        np.triu(np.array([[0, 3, 1], [3, 0, 1], [1, 1, 0]])), np.array([[0, 3, 1], [3, 0, 1], [1, 1, 0]]), set()
    )
    assert "with itself" in count_hint(counts - 2 * np.diag([1, 0, 0]), counts, set())
    assert "several times" in count_hint(np.minimum(counts, 1), counts, set())
    missing = counts.copy()
    missing[2] = missing[:, 2] = 0
    assert "ends of a document" in count_hint(missing, counts, {2})
    assert count_hint(0 * counts, counts, {0, 1, 2}) == "every number is zero: was anything written into it?"
    assert count_hint(2 * counts, counts, set()) == "the result is 2 times what is wanted."
