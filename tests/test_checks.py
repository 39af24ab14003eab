"""The helper of the test cells: kind where no information is lost, strict elsewhere, and clear."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from utils.checks import CheckFailed, Outcome, call, fresh, on_students_side, raises
from utils.show import shown, shown_call


def outcome(value):
    return Outcome("f(1)", value)


def add(x, y=1):
    return x + y


def test_message():
    """Does a failure say which call was made, what came back, what was wanted, and a hint?"""
    with pytest.raises(CheckFailed) as caught:
        call(add, 1, y=2).equals(4, hint="count again")
    assert str(caught.value) == "add(1, y=2)\n  came back: 3\n  wanted:    4\n  hint: count again"


def test_exception_names_the_call():
    """Does an exception of the answer pass through, with the call that raised it?"""
    with pytest.raises(TypeError) as caught:
        call(add, 1, y="a")
    assert caught.value.__notes__ == ["in the call add(1, y='a')"]


def test_arguments_are_copies():
    """Can an answer that changes its arguments not spoil the test's own?"""

    def spoil(x, rows):
        x += 1
        rows[0].append("c")

    x, rows = np.zeros(2), [["a"]]
    call(spoil, x, rows)
    assert (x == 0).all() and rows == [["a"]]


KIND = [
    (np.array([3.0]), 3.0),
    (np.array([[3.0]]), 3.0),
    (3, 3.0),
    (np.float32(3), 3.0),
    (np.array([[1.0], [2.0]]), np.array([1.0, 2.0])),
    (np.matrix([[1.0, 2.0]]), np.array([1.0, 2.0])),
    ([1, 2], np.array([1.0, 2.0])),
    (np.array([1.0, 2.0], dtype=np.float32) * (1 + 1e-5), np.array([1.0, 2.0])),
    (np.array([True, False]), np.array([1.0, 0.0])),
]


@pytest.mark.parametrize("value, wanted", KIND)
def test_kind(value, wanted):
    """Are the right numbers in another dress accepted?"""
    outcome(value).close_to(wanted)


NOT_RIGHT = [
    (np.array([1.0, 2.0]) * (1 + 1e-5), np.array([1.0, 2.0])),
    (np.array([[1.0, 2.0], [1.0, 2.0]]), np.array([1.0, 2.0])),
    (np.zeros((2, 3)), np.zeros((3, 2))),
    (np.zeros(()), np.zeros(2)),
    (0.0, np.zeros(3)),
    (np.array([np.nan, 2.0]), np.array([1.0, 2.0])),
    (np.array([np.inf, 2.0]), np.array([1.0, 2.0])),
    (np.array([1.0, 2.0]) + 0j, np.array([1.0, 2.0])),
    (None, 1.0),
    ("1.0", 1.0),
    ({}, 1.0),
    ([[1.0], [1.0, 2.0]], np.array([1.0, 2.0])),
    (np.array([1.0, "a"], dtype=object), np.array([1.0, 2.0])),
    (object(), 1.0),
    (add, 1.0),
]


@pytest.mark.parametrize("value, wanted", NOT_RIGHT)
def test_not_right(value, wanted):
    """Does everything else fail as a finding of the test, whatever nonsense came back?"""
    with pytest.raises(CheckFailed):
        outcome(value).close_to(wanted)


class TooLarge:
    def __array__(self, dtype=None, copy=None):
        raise MemoryError  # as numpy does for a long text among many numbers


def test_what_is_too_large_for_an_array_is_a_failed_check():
    """Does a result of which numpy can make no array for want of memory fail, rather than stop the test?"""
    with pytest.raises(CheckFailed):
        outcome(TooLarge()).close_to(1.0)
    with pytest.raises(CheckFailed):
        outcome(TooLarge()).equals(np.zeros(3))


def test_note_on_shape(capsys):
    """Is a forgiven shape said, and an exact one not?"""
    outcome(np.zeros((2, 1))).close_to(np.zeros(2))
    assert capsys.readouterr().out.startswith(
        "note: the result is an array of shape (2, 1); an array of shape (2,) was asked for."
    )
    outcome(np.zeros(2)).close_to(np.zeros(2))
    assert capsys.readouterr().out == ""


@given(hnp.arrays(float, hnp.array_shapes(max_dims=3, max_side=4), elements=st.floats(-1e6, 1e6)))
def test_close_to_itself(array):
    """Is every array close to itself, and far from itself with one entry moved by more than the tolerance?"""
    outcome(array).close_to(array)
    moved = array.copy()
    moved.flat[-1] += 1e-3 + 2e-6 * abs(moved.flat[-1])
    with pytest.raises(CheckFailed):
        outcome(moved).close_to(array)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


@given(PLAIN, PLAIN)
def test_equals_is_equality(one, other):
    """Does `equals` accept plain data that is equal, and refuse what is not?"""
    outcome(one).equals(one)
    if one != other:
        with pytest.raises(CheckFailed):
            outcome(one).equals(other)


@pytest.mark.parametrize("value", [(["a"], np.int64(1)), [["a"], 1], (["a"], 1.0), ([np.str_("a")], 1)])
def test_equals_is_kind(value):
    """Do numpy's numbers and strings, and a list in the place of a tuple, count as equal?"""
    outcome(value).equals((["a"], 1))


@pytest.mark.parametrize(
    "value", [(["a"], 2), (["a"],), None, (["a"], "1"), (["a"], True), (np.array(["a"]), 1), {"a": 1}]
)
def test_equals_is_strict(value):
    """Does other data fail?"""
    with pytest.raises(CheckFailed):
        outcome(value).equals((["a"], 1))


def test_parts():
    """Are parts named, and is anything but a tuple of the right length refused?"""
    loss, gradient = outcome((1.0, np.ones(2))).parts("loss", "gradient")
    with pytest.raises(CheckFailed, match=r"wanted \(gradient\)"):
        gradient.close_to(np.zeros(2))
    loss.close_to(1.0)
    for value in (None, (1.0,), (1.0, 2.0, 3.0), "ab", np.ones(2)):
        with pytest.raises(CheckFailed, match=r"a tuple of 2: \(loss, gradient\)"):
            outcome(value).parts("loss", "gradient")


def test_raises():
    """Does `raises` accept the wanted exception only?"""
    raises(ZeroDivisionError, lambda x: 1 / x, 0)
    with pytest.raises(CheckFailed, match=r"wanted: +a ValueError"):
        raises(ValueError, add, 1)
    with pytest.raises(TypeError) as caught:
        raises(ValueError, add, None)
    assert "where ValueError was wanted" in caught.value.__notes__[0]


def test_large_arrays_name_the_place():
    """Is the first wrong entry of a large array named, with how many there are?"""
    found, wanted = np.zeros((9, 9)), np.zeros((9, 9))
    found[2, 3] = found[4, 4] = 5
    with pytest.raises(CheckFailed) as caught:
        outcome(found).close_to(wanted)
    assert "came back: 5 at [2, 3]" in str(caught.value) and "0 at [2, 3]; 2 of 81 entries differ" in str(caught.value)


def test_fresh_copies_containers():
    """Are arrays and containers copied all the way down, and other objects handed on?"""
    marker = object()
    value = {"a": [np.zeros(1), (marker, {1})]}
    copied = fresh(value)
    assert copied["a"] is not value["a"] and copied["a"][0] is not value["a"][0] and copied["a"][1][0] is marker


def test_students_side():
    """Is a call with a proxy handed to the proxy, whole, and any other carried out here?"""

    class Proxy:
        def __run_beside__(self, function, args, kwargs):
            return ("there", function.__name__, args[1:], kwargs)

    @on_students_side
    def double(f, x, y=0):
        return 2 * f(x) + y

    assert double(add, 3, y=1) == 9
    assert double(Proxy(), 3, y=1) == ("there", "double", (3,), {"y": 1})


@given(PLAIN | hnp.arrays(float, hnp.array_shapes()))
def test_shown_is_short(value):
    """Is every value shown, and nothing at length?"""
    assert 0 < len(shown(value)) < 5000


def test_shown_call():
    """Does a call look as one would type it?"""
    assert shown_call(add, (np.zeros(2), "a"), {"y": add}) == "add([0., 0.], 'a', y=add)"
