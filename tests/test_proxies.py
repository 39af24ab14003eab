"""Test cells work with a student's functions through proxies as they would in a notebook, and hostile ones get nowhere."""

import collections
import functools
import json
import os
import random
import socket
import struct
import types
from contextlib import contextmanager

import numpy as np
import pytest
from scipy.special import expit
from seating import garbage, overheard, seat, spellings

from grading import codec, guest, proxies
from grading.proxies import Handle, NotSendable, StudentSide
from grading.student_errors import ConnectionEnded, NotPlainData, StudentError, Unreadable
from utils.calls import arguments_after, with_names

ANSWER = '''
import collections
import random
import sys

import numpy as np


def f(x):
    """One more."""
    return x + 1


def same(value):
    return value


def apply(function, *args, **kwargs):
    return function(*args, **kwargs)


def twice(function, x):
    return function(function(x))


def swallow(function):
    try:
        return function()
    except BaseException as error:
        return type(error).__name__, str(error)


def in_place(x):
    x[0] = 99


def draws(dataset, n):
    return [dataset.sampleTokenIdx() for _ in range(n)]


def random_numbers():
    return random.random(), float(np.random.rand())


def count_up():
    yield from range(5)


class Layer:
    def __init__(self, W):
        self.params = [W]
        self._cache = None
        self.table = {"a": 1}

    def forward(self, x):
        self._cache = x
        return x @ self.params[0]

    def __getitem__(self, key):
        return self.table[key]

    def __setitem__(self, key, value):
        self.table[key] = value

    def __delitem__(self, key):
        del self.table[key]

    def __len__(self):
        return len(self.table)

    def __contains__(self, key):
        return key in self.table


class Shape(ValueError):
    pass


def raise_it(kind):
    raise {"shape": Shape("bad shape"), "value": ValueError("bad"), "stub": NotImplementedError(), "exit": SystemExit(3),
           "memory": MemoryError(), "assert": AssertionError("student's"), "stop": StopIteration(1),
           "odd": type("Odd", (Exception,), {"__str__": lambda self: 1 / 0})()}[kind]


def deep(n):
    return 1 / 0 if n == 0 else deep(n - 1)


def loud():
    print("out")
    print("err", file=sys.stderr)
    return 1


def text_of_length(n):
    return "x" * n


constant = np.float64(2.5)
words = ["king", "queen"]
_private = 1
'''


@contextmanager
def at(source=ANSWER, test="q1_f__values", seed=1):
    """The trusted side of a test, and what student code printed."""
    printed = []
    with seat(source, test, seed) as connection:
        random.seed(seed)
        np.random.seed(seed)
        side = StudentSide(connection, printed.append)
        side.greet(test)
        side.text = lambda: "".join(printed)
        yield side


@pytest.fixture(scope="module")
def side():
    with at() as side:
        yield side


class Names:
    """The student's names as a test cell has them."""

    def __init__(self, side):
        self.side = side

    def __getattr__(self, name):
        return self.side.get(name)


@pytest.fixture
def student(side):
    return Names(side)


def in_a_test(source, **names):
    """Run the source of a test cell; its names."""
    namespace = {"__name__": "__main__", "np": np, "functools": functools, **names}
    exec(compile(source, "<test q1_f__values>", "exec"), namespace)
    return namespace


def test_calls(student):
    """Do calls go over with their arguments, and plain data come back?"""
    assert student.f(2) == 3
    assert student.f(x=np.arange(3)).tolist() == [1, 2, 3]
    assert student.f.__name__ == "f"
    assert student.constant == 2.5
    assert student.words == ["king", "queen"]


def test_only_public_names_of_the_student_are_known(side):
    """Are the names those that the student's cells define, without private ones?"""
    assert {"f", "Layer", "np", "constant"} <= side.names
    assert not {"_private", "__name__", "ANSWER"} & side.names


def test_objects_are_handles(student):
    """Do attributes, calls, items, len, `in` and iteration of an object go to the student's process?"""
    layer = student.Layer(np.eye(2) * 3)
    assert layer.forward(np.ones((1, 2))).tolist() == [[3, 3]]
    assert layer._cache.tolist() == [[1, 1]]
    assert layer.params[0].tolist() == [[3, 0], [0, 3]]
    layer.params = [np.eye(2)]
    assert layer.forward(np.ones((1, 2))).tolist() == [[1, 1]]
    layer["b"] = 2
    assert (layer["b"], len(layer), "a" in layer, "c" in layer) == (2, 2, True, False)
    del layer["b"]
    assert len(layer) == 1
    assert list(student.count_up()) == [0, 1, 2, 3, 4]
    ascending = iter(student.count_up())
    assert (next(ascending), next(ascending)) == (0, 1)
    assert next(student.count_up()) == 0
    with pytest.raises(AttributeError) as caught:
        _ = layer.absent
    assert isinstance(caught.value, StudentError)


def test_objects_go_back_as_themselves(student):
    """Is an object that is handed back the student's own, and the same handle each time?"""
    layer = student.Layer(np.eye(2))
    assert student.same(layer) is layer
    assert student.same([layer])[0] is layer
    assert student.apply(layer.forward, np.ones(2)).tolist() == [1, 1]


@pytest.mark.parametrize(
    "use",
    [
        lambda h: h == 1,
        lambda h: h != 1,
        lambda h: [h] == [1],
        lambda h: bool(h),
        lambda h: h < 1,
        lambda h: hash(h),
        lambda h: {h: 1},
        lambda h: h in [1, 2],
        lambda h: float(h),
        lambda h: int(h),
        lambda h: range(h),
        lambda h: h + 1,
        lambda h: 1 - h,
        lambda h: -h,
        lambda h: np.asarray(h),
        lambda h: np.asarray([h, h], dtype=float),
        lambda h: np.ones(2) @ h,
        lambda h: np.ones(2) == h,
        lambda h: np.shape(h),
        lambda h: np.isclose(h, 1),
        lambda h: isinstance(1, h),
    ],
)
def test_objects_are_not_values(student, use):
    """Does a handle refuse to be taken for a value, as the student's failure and with the class's name?"""
    layer = student.Layer(np.eye(2))
    with pytest.raises(NotPlainData, match="an object of class Layer; plain data was wanted"):
        use(layer)


def test_texts_of_handles_are_ours(student):
    """Is a handle's text made here, without asking the student's code?"""
    layer = student.Layer(np.eye(2))
    assert repr(layer) == str(layer) == f"{layer:>99}" == "<object of class Layer>"


def test_arguments_are_copies(student):
    """Do changes in place stay on the student's side, unless the call goes through a function for that?"""
    values = np.zeros(2)
    student.in_place(values)
    assert values.tolist() == [0, 0]
    assert arguments_after(student.in_place, values)[0].tolist() == [99, 0]
    replaced = with_names(student.in_place, unused=lambda: 1)
    replaced(values)
    assert values.tolist() == [0, 0]
    assert arguments_after(replaced, values)[0].tolist() == [99, 0]
    assert arguments_after(replaced, values, other=abs)[0].tolist() == [99, 0]


@pytest.mark.parametrize(
    "function",
    [
        "lambda x: seen.append(x) or x + 1",
        "functools.partial(lambda step, x: seen.append(x) or x + step, 1)",
        "functools.partial(lambda x, step: seen.append(x) or x + step(), step=lambda: 1)",
    ],
)
def test_call_backs(student, function):
    """Do functions of the test run on the test's side when the student's code calls them, with what it gives?"""
    space = in_a_test(f"seen = []\nback = twice({function}, 5)", twice=student.twice)
    assert (space["back"], space["seen"]) == (7, [5, 6])


def test_call_backs_inside_objects(student):
    """Does an object draw by the test's function, which notes what was drawn, when the student's code asks it?"""
    space = in_a_test(
        "drawn = []\n"
        "def draw():\n    drawn.append(len(drawn) * 3)\n    return drawn[-1]\n"
        "got = draws(types.SimpleNamespace(sampleTokenIdx=draw), 3)",
        draws=student.draws,
        types=types,
    )
    assert space["got"] == space["drawn"] == [0, 3, 6]


def test_bound_methods_stay_with_their_objects(student):
    """Do bound methods of the test's objects act on these objects?"""
    seen, rng = [], np.random.default_rng(3)
    student.apply(seen.append, "word")
    assert seen == ["word"]
    assert student.apply(rng.integers, 10**6) == np.random.default_rng(3).integers(10**6)
    assert rng.integers(10**6) != np.random.default_rng(3).integers(10**6)


def test_functions_of_packages_go_by_name(student, monkeypatch):
    """Do functions of installed packages run on the student's side?"""
    monkeypatch.setattr(
        proxies.StudentSide, "number_of", lambda self, function: pytest.fail(f"{function} is a call-back")
    )
    assert student.apply(np.linalg.norm, np.array([3.0, 4.0])) == 5
    assert student.apply(expit, 0.0) == 0.5
    assert student.apply(np.array, [1]).tolist() == [1]
    assert student.apply(len, "abc") == 3


def test_calls_nest_both_ways(student):
    """Can the student's code call the test's function that calls the student's code …?"""

    def down(n):
        return 0 if n == 0 else student.apply(down, n - 1) + 1

    assert down(20) == 20
    assert student.twice(student.f, 1) == 3
    assert student.apply(lambda function: function(1), student.f) == 2


def test_a_function_of_the_test_comes_back_as_itself(student):
    """Is a function that the student's code hands back the test's own?"""

    def mine():
        pass

    assert student.same(mine) is mine
    assert student.apply(lambda function: function is mine, mine) is True


@pytest.mark.parametrize(
    ("kind", "wanted", "told"),
    [
        ("value", ValueError, "ValueError: bad"),
        ("shape", ValueError, "Shape: bad shape"),
        ("stub", NotImplementedError, "NotImplementedError"),
        ("memory", MemoryError, "MemoryError"),
        ("assert", AssertionError, "AssertionError: student's"),
        ("exit", StudentError, "SystemExit: 3"),
        ("stop", StudentError, "StopIteration: 1"),
        ("odd", StudentError, "Odd"),
    ],
)
def test_exceptions_keep_their_built_in_type(student, kind, wanted, told):
    """Does an exception come back as its built-in type, marked as the student's, with its place in the answer?"""
    with pytest.raises(wanted) as caught:
        student.raise_it(kind)
    assert isinstance(caught.value, StudentError)
    assert caught.value.told().splitlines()[0] == told
    assert [(place.cell, place.function) for place in caught.value.places] == [("<answer q1_f>", "raise_it")]


def test_places_are_bounded(student):
    """Are only the last places of a deep recursion told?"""
    with pytest.raises(ZeroDivisionError) as caught:
        student.deep(50)
    assert len(caught.value.places) == 6
    with pytest.raises(RecursionError):
        student.deep(10**6)


class Stop(Exception):
    """Raised by a call-back."""


def test_exceptions_of_call_backs_are_the_tests_own(side, student):
    """Does an exception of the test's function come back as the very same through the student's code?"""
    mine = Stop("enough")

    def stop():
        raise mine

    with pytest.raises(Stop) as caught:
        student.apply(stop)
    assert caught.value is mine
    assert side.raised[-1] is mine
    assert student.swallow(stop) == ("RuntimeError", "raised by a function of the test")


def test_a_failed_check_in_a_call_back_can_not_be_swallowed(student):
    """Does an assertion of the test fail the test even if the student's code catches it, without telling its message?"""
    told = []

    def check():
        raise AssertionError("314159 was wanted")

    with pytest.raises(AssertionError, match="314159"):
        student.swallow(check)
    with pytest.raises(AssertionError, match="314159"):
        student.apply(lambda: told.append(student.swallow(check)))
    assert told == []
    assert student.f(1) == 2


def test_random_states_follow_the_test(student):
    """Does a test that seeds and then calls get what it would get in a notebook?"""
    random.seed(5)
    np.random.seed(5)
    first = (random.random(), float(np.random.rand()))
    second = (random.random(), float(np.random.rand()))
    random.seed(5)
    np.random.seed(5)
    assert [student.random_numbers() for _ in range(2)] == [first, second]


def test_both_sides_begin_with_the_same_seed():
    """Does student code that draws without a seed of the test's draw the same each time?"""
    drawn = []
    for _ in range(2):
        with at(seed=7) as side:
            drawn.append(side.get("random_numbers")())
    random.seed(7)
    np.random.seed(7)
    assert drawn == [(random.random(), float(np.random.rand()))] * 2


def test_states_cross_only_when_they_changed(student, monkeypatch):
    """Is nothing sent of the random states while the test draws nothing?"""
    sent = []
    send = StudentSide._send
    monkeypatch.setattr(StudentSide, "_send", lambda self, *message: sent.append(message[3]) or send(self, *message))
    f = student.f
    sent.clear()
    f(1)
    np.random.rand()
    f(1)
    f(1)
    assert [state is None for state in sent] == [True, False, True]


def test_printing_is_collected():
    """Is what the student's code prints, also on stderr, collected and bounded?"""
    with at() as side:
        assert side.get("loud")() == 1
        assert side.text() == "out\nerr\n"
        side.get("apply")(print, "x" * 10**6)
        assert len(side.text()) < 70_000


def test_a_fork_does_not_touch_its_parent(tmp_path):
    """Does the notebook go on, unchanged by what a test did in its fork?"""
    source = ANSWER + "\nimport os\nstate = []\ndef change():\n    state.append(1)\n    return os.getpid()\n"
    with at(source) as one, at(source) as other:
        assert one.get("change")() != other.get("change")()
        assert one.get("state") == [1]


@pytest.mark.parametrize(
    "argument", ["type('Mine', (), {})()", "type('Mine', (), {})", "(i for i in range(3))", "open('/dev/null')"]
)
def test_what_can_not_be_handed_over_is_the_tests_fault(student, argument):
    """Is an argument that can't cross over a fault of the test, said before the student's code runs?"""
    with pytest.raises(NotSendable):
        in_a_test(f"same({argument})", same=student.same)
    assert student.f(1) == 2


def test_too_large_results_are_the_students_failure(student):
    """Is a result that is too large to come over an error of the student's code, and the connection still good?"""
    with pytest.raises(StudentError, match="too large to hand over"):
        student.text_of_length(codec.MAX_FRAME + 1)
    assert student.f(1) == 2


# What crosses over

SECRET_NUMBER, SECRET_NAME, INPUT = 271828, "quibblefax", 602214


def test_no_secret_crosses_over():
    """Does nothing of a test's globals, expected values or names reach the student's process, but its arguments?"""
    test = f"""
{SECRET_NAME} = {SECRET_NUMBER}
expected_{SECRET_NAME} = np.full(3, {SECRET_NUMBER}.0)
def {SECRET_NAME}_call_back(x):
    if x > 10:
        raise ValueError("{SECRET_NUMBER} was wanted, {SECRET_NAME}")
    return x + len(expected_{SECRET_NAME})
assert f({INPUT}) == {INPUT + 1}, {SECRET_NUMBER}
twice({SECRET_NAME}_call_back, 1)
twice(functools.partial({SECRET_NAME}_call_back), 1)
twice(lambda {SECRET_NAME}: {SECRET_NAME} and {SECRET_NUMBER}  and 1, 1)
swallow(lambda: {SECRET_NAME}_call_back(99))
apply(expected_{SECRET_NAME}.sum)
assert f(1) != {SECRET_NUMBER}
"""
    with seat(ANSWER) as connection, overheard(connection) as (ours, heard):
        side = StudentSide(ours, len)
        side.greet("q1_f__values")
        names = {name: side.get(name) for name in ("f", "twice", "swallow", "apply")}
        in_a_test(test, **names)
        crossed = bytes(heard)
    assert any(spelling in crossed for spelling in spellings(INPUT)), "the search finds what did cross"
    assert b"twice" in crossed
    assert SECRET_NAME.encode() not in crossed
    assert not any(spelling in crossed for spelling in spellings(SECRET_NUMBER))
    assert b"q1_f__values" not in crossed


# Hostile processes


def frame(value) -> bytes:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return struct.pack(">Q", len(data)) + data


HELLO = frame(["t", "hello", ["t", "q1_f__values", ["l", "f"]], ""])


@pytest.mark.parametrize(
    "sent",
    [
        b"garbage that is no frame at all" * 10,
        struct.pack(">Q", 2**63) + b"x",
        struct.pack(">Q", codec.MAX_FRAME) + b"[",
        struct.pack(">Q", 0),
        frame(b"[" * 10**6),
        frame(["t", "hello", ["t", "q9_other__test", ["l", "f"]], ""]),
        frame(["t", "hello", "q1_f__values", ""]),
        frame(["t", "value", 1, ""]),
        frame(["l"]),
        frame(1),
    ],
    ids=["garbage", "huge", "announced", "empty", "deep", "other test", "no names", "no hello", "list", "number"],
)
def test_garbage_instead_of_a_greeting(sent):
    """Does garbage end as the student's error, whatever it is?"""

    def send(connection):
        connection.sendall(sent)
        connection.shutdown(1)

    with garbage(send) as connection:
        side = StudentSide(connection, len)
        with pytest.raises((Unreadable, ConnectionEnded)):
            side.greet("q1_f__values")
        with pytest.raises(StudentError):
            side.request("call", 1)


def answers(*sent):
    """A process that greets well and then answers every request with the next of these, the last one for ever."""

    def send(connection):
        connection.sendall(HELLO)
        index = 0
        while connection.recv(65536):
            connection.sendall(sent[min(index, len(sent) - 1)])
            index += 1

    return garbage(send)


OBJECT = ["h", 0, "Thing"]


@pytest.mark.parametrize(
    ("sent", "use"),
    [
        ([frame(["t", "value", ["k", 0], ""])], lambda f: f()),
        ([frame(["t", "value", ["h", 0, "no name!"], ""])], lambda f: f()),
        ([frame(["t", "value", 1])], lambda f: f()),
        ([frame(["t", "other", 1, ""])], lambda f: f()),
        ([frame(["t", "end", None, ""])], lambda f: f()),
        ([frame(["t", "call", ["t", 5, ["t"], ["d"]], ""])], lambda f: f()),
        ([frame(["t", "call", ["t", -1, ["t"], ["d"]], ""])], lambda f: f()),
        ([frame(["t", "call", "nonsense", ""])], lambda f: f()),
        ([frame(["t", "error", 1, ""])], lambda f: f()),
        ([frame(["t", "error", ["t", "ValueError", "not a name", "", ["l"], -1], ""])], lambda f: f()),
        ([frame(["t", "value", 10**18, ""])], len),
        ([frame(["t", "value", -1, ""])], len),
        ([frame(["t", "value", 1.5, ""])], len),
        ([frame(["t", "value", 2, ""])], lambda f: 1 in f),
        ([frame(["t", "value", OBJECT, ""])], lambda f: 1 in f),
    ],
)
def test_lies_in_answers(sent, use):
    """Do answers of the wrong form end the connection as the student's error?"""
    with answers(frame(["t", "value", OBJECT, ""]), *sent) as connection:
        side = StudentSide(connection, len)
        side.greet("q1_f__values")
        function = side.get("f")
        with pytest.raises(StudentError):
            use(function)


def test_endless_iteration(monkeypatch):
    """Does an iterator without end come to one?"""
    monkeypatch.setattr(proxies, "MAX_LENGTH", 1000)
    source = "def naturals():\n    i = 0\n    while True:\n        yield i\n        i += 1\n"
    with at(source) as side, pytest.raises(Unreadable, match="without end"):
        list(side.get("naturals")())


def test_endless_recursion_between_the_sides(monkeypatch):
    """Does student code that calls back for ever come to an end as the student's error?"""
    source = "def again(function):\n    return function()\n"
    with at(source) as side:
        again = side.get("again")

        def forever():
            return again(forever)

        with pytest.raises(Unreadable, match="nested too deep"):
            forever()


def test_a_flood_of_data_is_refused(monkeypatch):
    """Does the amount that one test takes from the student have a bound?"""
    monkeypatch.setattr(proxies, "MAX_TOTAL", 100_000)
    with at() as side, pytest.raises(Unreadable, match="too much"):
        for _ in range(20):
            side.get("text_of_length")(10_000)


LIARS = """
class Liar:
    __class__ = list
    __name__ = "trusted"
    def __eq__(self, other): return True
    def __hash__(self): return 1
    def __bool__(self): return True
    def __len__(self): return 10**9
    def __repr__(self): return "314159"
    def __array__(self, *args, **kwargs): raise ValueError
    def __getattribute__(self, name): return lambda *args, **kwargs: True
    def __float__(self): return 1.0

def f(x): return Liar()
def g(x): return {"a": [Liar()]}
"""


def test_lying_objects():
    """Do objects that lie about their class, value, length and text stay objects that are wrong?"""
    with at(LIARS) as side:
        for liar in (side.get("f")(1), side.get("g")(1)["a"][0]):
            assert type(liar) is Handle
            assert not isinstance(liar, list | str | float | np.ndarray)
            assert repr(liar) == "<object of class Liar>"
            assert not hasattr(liar, "__name__")
            assert not hasattr(liar, "__array_interface__")
            for use in (lambda h: h == 1, bool, hash, np.asarray, float):
                with pytest.raises(NotPlainData):
                    use(liar)
        with pytest.raises(StudentError):
            list(side.get("f")(1))


@pytest.mark.parametrize(
    "deed",
    [
        "os._exit(0)",
        "os.kill(os.getpid(), 9)",
        "os.closerange(3, 256)",
        "[os.write(d, b'x' * 10**5) for d in range(3, 256) if open_socket(d)]",
        "__import__('ctypes').string_at(0)",
    ],
)
def test_processes_that_end_or_break_their_connection(deed):
    """Does a process that ends, crashes, closes or spoils its connection end as the student's?"""
    source = f"""
import os, stat
def open_socket(d):
    try:
        return stat.S_ISSOCK(os.fstat(d).st_mode)
    except OSError:
        return False
def f(x):
    {deed}
"""
    with at(source) as side:
        f = side.get("f")
        with pytest.raises((ConnectionEnded, Unreadable)):
            f(1)
        with pytest.raises((ConnectionEnded, Unreadable)):
            f(1)
        assert side.broken is not None


def test_other_descriptors_are_closed_in_the_fork(tmp_path):
    """Does the fork hold nothing of its parent's open files but its own connection?"""
    source = f"""
import os
secret = open({str(tmp_path / "file")!r}, "w")
def descriptors():
    return [os.readlink("/proc/self/fd/" + d) for d in os.listdir("/proc/self/fd") if os.path.exists("/proc/self/fd/" + d)]
"""
    with at(source) as side:
        held = side.get("descriptors")()
    assert str(tmp_path / "file") not in held
    assert len([link for link in held if not link.startswith("/dev/null")]) <= 2, held


def test_memory_errors_are_told(student):
    """Does a MemoryError of numpy's come back as one?"""
    with pytest.raises(MemoryError) as caught:
        student.apply(np.ones, 10**15)
    assert isinstance(caught.value, StudentError)


def test_processor_time_is_limited_inside():
    """Does the fork end by itself when it uses more processor time than it may?"""
    with seat("def f():\n    while True:\n        pass\n", cpu_seconds=0) as connection:
        side = StudentSide(connection, len)
        side.greet("q1_f__values")
        with pytest.raises(ConnectionEnded):
            side.get("f")()


def test_forks_leave_no_dead_processes_behind(tmp_path):
    """Does the notebook's process go on at once, and clear away the forks of earlier tests?"""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "seat"))
        listening.listen(3)
        pid = os.fork()
        if pid == 0:
            try:
                for _ in range(3):
                    guest.open_seat(str(tmp_path / "seat"), "q1_f__values", 1, 10, {})
                    newest = max(guest._children)
                    os.waitid(os.P_PID, newest, os.WEXITED | os.WNOWAIT)
            finally:
                os._exit(len(guest._children))
        for _ in range(3):
            listening.accept()[0].close()
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 1


def test_counters_count(student):
    """Do sets, dicts and named tuples compare as in a notebook?"""
    assert student.apply(collections.Counter, "aab") == {"a": 2, "b": 1}
    assert student.same({1, 2}) == {1, 2}
