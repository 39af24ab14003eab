"""The helper of the test cells: kind where no information is lost, strict elsewhere, and clear."""

import traceback

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy import sparse

from utils.calls import arguments_after, with_names
from utils.checks import SPARSE, CheckFailed, Outcome, call, fresh, on_students_side, raises
from utils.layer_checks import check_refusal, play
from utils.show import beside, shown, shown_call
from utils.terms import NOTHING, term_hint
from utils.word_checks import check_neighbours


def outcome(value):
    return Outcome("f(1)", value)


def add(x, y=1):
    return x + y


def test_message():
    """Does a failure say which call was made, what came back, what was wanted, and a hint?"""
    with pytest.raises(CheckFailed) as caught:
        call(add, 1, y=2).equals(4, hint="count again")
    assert str(caught.value) == "hint: count again\nadd(1, y=2)\n  came back: 3\n  wanted:    4"


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
    with pytest.raises(TypeError) as caught:
        raises(ValueError, add, None, hint="say no")
    assert caught.value.__notes__ == ["in the call add(None), where ValueError was wanted\n  hint: say no"]
    with pytest.raises(CheckFailed, match="hint: say no"):
        raises(ValueError, print, hint="say no")


def said(value, check):
    with pytest.raises(CheckFailed) as caught:
        check(outcome(value))
    return str(caught.value)


def test_nothing_came_back():
    """Is a missing `return` said in the place of any other hint, and of a part only that it is None?"""
    checks = [
        lambda made: made.equals(2, hint="k is 2 where none is given"),
        lambda made: made.close_to(2.0, hint=term_hint(made.value, 2.0)),
        lambda made: made.array((2, 2), hint="rows and columns"),
        lambda made: made.parts("loss", "gradient"),
        lambda made: made.must(False, "something else", "look again"),
    ]
    for check in checks:
        message = said(None, check)
        assert message.startswith(f"hint: {NOTHING}\n") and message.count("hint") == 1
    part = said((1.0, None), lambda made: made.parts("loss", "gradient")[1].close_to(np.zeros(2), "the gradient"))
    assert part.startswith("hint: this is None\n")


class csr_matrix:
    pass


class Proxy:
    __class_name__ = "csr_matrix"


def test_a_sparse_matrix():
    """Is a sparse matrix told as one, here and where it is a proxy?"""
    for value in (csr_matrix(), Proxy(), sparse.coo_array(np.eye(2))):
        assert f"hint: {SPARSE}" in said(value, lambda made: made.close_to(np.eye(2), "rows and columns"))
    assert SPARSE not in said(object(), lambda made: made.close_to(np.eye(2)))


def test_a_single_step_of_sgd_has_no_factor():
    """Is nothing said of a factor where two numbers have one by accident?"""
    assert "times" not in said(np.array([2.5, 5.0]), lambda made: made.close_to([20.0, 40.0], "one step"))


def test_rows_stand_below_each_other():
    """Do the rows of a matrix begin in one column: in a call, in what came back and in what was wanted?"""
    wide = np.full((2, 7), 0.123456)
    with pytest.raises(CheckFailed) as caught:
        call(add, wide, y=wide).must(False, "another sum")
    assert str(caught.value).splitlines()[:5] == [
        "add([[0.123456, 0.123456, 0.123456, 0.123456, 0.123456, 0.123456, 0.123456],",
        "     [0.123456, 0.123456, 0.123456, 0.123456, 0.123456, 0.123456, 0.123456]],",
        "    y=[[0.123456, 0.123456, 0.123456, 0.123456, 0.123456, 0.123456, 0.123456],",
        "       [0.123456, 0.123456, 0.123456, 0.123456, 0.123456, 0.123456, 0.123456]])",
        "  came back:",
    ]
    with pytest.raises(CheckFailed) as caught:
        call(add, np.eye(2), y=np.eye(2)).close_to(np.eye(2))
    assert str(caught.value).splitlines() == [
        "add([[1., 0.], [0., 1.]], y=[[1., 0.], [0., 1.]])",
        "  came back:",
        "    [[2., 0.],",
        "     [0., 2.]]",
        "  wanted:",
        "    [[1., 0.],",
        "     [0., 1.]]",
    ]


def test_plain_numbers_are_shown():
    """Are numpy's numbers in containers shown as plain ones, and lists of tables as tables?"""
    assert shown([("a", np.float64(0.1) + 0.2), (np.str_("b"), np.int64(3))]) == "[('a', 0.3), ('b', 3)]"
    assert shown({"a": np.float32(1), (np.int64(2),): {np.int64(3)}}) == "{'a': 1.0, (2,): {3}}"
    assert shown((np.array(2.5), set(), [np.bool_(True)], np.longdouble(1))) == "(2.5, set(), [True], 1.0)"
    assert shown([np.eye(2), 1]) == "[[[1., 0.],\n  [0., 1.]],\n 1]"
    assert shown(list(range(20))) == "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ...]"
    looping = [1]
    looping.append(looping)
    assert shown(looping) == "[1, [1, [1, [1, [1, [...]]]]]]"
    assert beside("a: ", "b\nc") == "a: b\n   c"


def test_numbers_of_a_list_are_rounded_as_the_wanted_ones():
    """Is a list of numbers that came back shown with as many digits as what was wanted?"""
    message = said([np.float64(1) / 3, 2.0], lambda made: made.close_to([0.25, 2.0]))
    assert "came back: [0.333333, 2.      ]" in message and "wanted:    [0.25, 2.  ]" in message
    pairs = [("a", np.float64(0.9600000001))]
    message = said(pairs, lambda made: check_neighbours(made, [("g", 0.96)], "look"))
    assert "came back: [('a', 0.96)]" in message and "wanted:    the list [('g', 0.96)]" in message


class Sampler:
    """Refuses more samples than there are words."""

    def __init__(self, words, size, error=ValueError):
        self.params, self.grads = [], []
        if size > len(words):
            raise error("too many")
        self.words, self.size = words, size

    def draw(self):
        return self.words[: self.size]


class Quitting(Sampler):
    def __init__(self, words, size):
        super().__init__(words, size, Exception)


class Asserting:
    def __init__(self, words, size):
        self.params, self.grads = [], []
        assert size <= len(words)

    def draw(self):
        return [1]


@pytest.mark.parametrize(("made", "error"), [(Quitting, Exception), (Asserting, AssertionError)])
def test_another_exception_says_which_one_was_wanted(made, error):
    """Does the note on another exception say which one is wanted, with the hint?"""
    with pytest.raises(error) as caught:
        check_refusal(ValueError, made, ([1, 2], 3), ("draw",), hint="two words are left")
    (note,) = caught.value.__notes__
    assert note.endswith("where a ValueError with a sentence that says why was wanted\n  hint: two words are left")


def test_what_an_object_lacks_is_no_missing_return():
    """Is a missing array told as one, and a forward that returns nothing as that?"""
    story = play(Sampler, ([1, 2], 1), ("draw",))
    with pytest.raises(CheckFailed, match="is made in `__init__`"):
        story.grad(0).close_to(np.zeros(2), "the gradient")
    story = play(Sampler, ([1, 2], 1), ("__init__", [], 0))
    with pytest.raises(CheckFailed, match="is there a `return`"):
        story.result().close_to(np.zeros(2), "the rows")


def in_a_notebook(source):
    space = {"__name__": "__main__"}
    exec(compile(source, "<cell>", "exec"), space)
    return space


NOT_WRITTEN = in_a_notebook(
    """
class Layer:
    def forward(self, x):
        raise NotImplementedError

def double(x):
    raise NotImplementedError

def broken(x):
    return [][x]

class Broken:
    def forward(self, x):
        return broken(x)
"""
)


@pytest.mark.parametrize(
    ("name", "run"),
    [
        ("Layer.forward", lambda: play(NOT_WRITTEN["Layer"], (), ("forward", 1))),
        ("Layer.forward", lambda: check_refusal(ValueError, NOT_WRITTEN["Layer"], (), ("forward", 1))),
        ("double", lambda: call(NOT_WRITTEN["double"], 1)),
        ("double", lambda: call(with_names(NOT_WRITTEN["double"], x=1), 1)),
        ("double", lambda: raises(ValueError, NOT_WRITTEN["double"], 1)),
        ("double", lambda: arguments_after(NOT_WRITTEN["double"], 1, x=2)),
    ],
)
def test_what_is_not_written_is_said_in_one_line(name, run):
    """Does a notebook show one line of an untouched answer, which names it?"""
    with pytest.raises(NotImplementedError) as caught:
        run()
    assert caught.value._render_traceback_() == [f"not written: {name}"]


@pytest.mark.parametrize(
    "run",
    [
        lambda: play(NOT_WRITTEN["Broken"], (), ("forward", 1), y=1),
        lambda: check_refusal(ValueError, NOT_WRITTEN["Broken"], (), ("forward", 1)),
        lambda: call(with_names(NOT_WRITTEN["broken"], x=1), 1),
        lambda: raises(ValueError, NOT_WRITTEN["broken"], 1),
        lambda: arguments_after(NOT_WRITTEN["broken"], 1, x=2),
    ],
)
def test_a_traceback_shows_no_line_of_ours(run):
    """Is every line of the course's own code hidden in the traceback of an answer that raises?"""
    with pytest.raises(IndexError) as caught:
        run()
    frames = [frame for frame, _ in traceback.walk_tb(caught.value.__traceback__)]
    ours = [frame for frame in frames if "/utils/" in frame.f_code.co_filename]
    assert ours and not [frame.f_code.co_name for frame in ours if not frame.f_locals.get("__tracebackhide__")]


def test_large_arrays_name_the_place():
    """Is the first wrong entry of a large array named, with how many there are?"""
    found, wanted = np.zeros((9, 9)), np.zeros((9, 9))
    found[2, 3] = found[4, 4] = 5
    with pytest.raises(CheckFailed) as caught:
        outcome(found).close_to(wanted)
    assert str(caught.value).splitlines()[2:] == [
        "  came back: shape (9, 9), 2 of 81 entries differ",
        "    [2, 3]: came back 5, wanted 0",
        "    [4, 4]: came back 5, wanted 0",
    ]
    with pytest.raises(CheckFailed) as caught:
        outcome(wanted + np.arange(81).reshape(9, 9)).close_to(wanted)
    assert str(caught.value).splitlines()[-2:] == ["    [0, 6]: came back 6, wanted 0", "    and 74 more"]


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
