"""The codec carries plain data unchanged, and no bytes make its decoder do anything but decode or refuse."""

import collections
import json
import math
import struct
import sys
import tracemalloc

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_numpy

from grading import codec

Point = collections.namedtuple("Point", "x y")

KEYS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=3),
    max_leaves=4,
)
ARRAYS = st_numpy.arrays(
    st.one_of(
        st_numpy.boolean_dtypes(),
        st_numpy.integer_dtypes(endianness="?"),
        st_numpy.unsigned_integer_dtypes(endianness="?"),
        st_numpy.floating_dtypes(sizes=(16, 32, 64), endianness="?"),
        st_numpy.complex_number_dtypes(sizes=(64, 128)),
        st_numpy.byte_string_dtypes(min_len=1),
        st_numpy.unicode_string_dtypes(min_len=1),
    ),
    st_numpy.array_shapes(min_dims=0, min_side=0),
)
VALUES = st.recursive(
    KEYS | st.floats() | st.complex_numbers() | st.integers(min_value=-(2**4095), max_value=2**4095) | ARRAYS,
    lambda inner: (
        st.lists(inner)
        | st.tuples(inner, inner)
        | st.dictionaries(KEYS, inner, max_size=5)
        | st.sets(KEYS, max_size=5)
        | st.binary().map(bytearray)
    ),
    max_leaves=20,
)


def no_handles(value):
    pytest.fail(f"{value!r} became a handle")


def no_stubs(*parts):
    raise codec.CodecError("nothing stays behind here")


def there_and_back(value):
    decoder = codec.Decoder(no_stubs, no_stubs)
    return decoder.decode(codec.Encoder(no_handles).encode(value))


def same(one, other) -> bool:
    """Equal in value and in type, all the way down; NaN equals NaN, -0.0 is not 0.0, the order of bytes is free."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        other = other.astype(other.dtype.newbyteorder("<"))
        return one.shape == other.shape and one.dtype == other.dtype and one.tobytes() == other.tobytes()
    if isinstance(one, float):
        return struct.pack("d", one) == struct.pack("d", other) or (math.isnan(one) and math.isnan(other))
    if isinstance(one, complex):
        return same(one.real, other.real) and same(one.imag, other.imag)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    return one == other


@given(VALUES)
def test_round_trip(value):
    """Does plain data come back as it went, bit for bit and type for type?"""
    assert same(there_and_back(value), value)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (collections.OrderedDict(a=1), {"a": 1}),
        (collections.defaultdict(list, a=[1]), {"a": [1]}),
        (collections.Counter("aab"), {"a": 2, "b": 1}),
        (Point(1, 2.0), (1, 2.0)),
        (np.str_("wort"), "wort"),
        (np.bytes_(b"wort"), b"wort"),
        (type("Sub", (list,), {})([1]), [1]),
        (type("Sub", (str,), {"__str__": lambda self: "lie"})("truth"), "truth"),
        (type("Sub", (int,), {"__int__": lambda self: 7})(3), 3),
        (np.ma.masked_array([1.0, 2.0], [True, False]), np.array([1.0, 2.0])),
        (np.arange(6.0).reshape(2, 3).T, np.arange(6.0).reshape(2, 3).T),
        (np.array([1.5], dtype=">f8"), np.array([1.5])),
        (np.array([1.5], dtype=np.longdouble), np.array([1.5])),
        (np.array([], dtype="U"), np.array([], dtype="U1")),
    ],
)
def test_subclasses_become_plain(value, wanted):
    """Do subclasses and odd layouts come back as the exact built-in type?"""
    found = there_and_back(value)
    assert same(found, np.ascontiguousarray(wanted) if isinstance(wanted, np.ndarray) else wanted)


@pytest.mark.parametrize("number", [np.float64(0.1), np.float32(2.5), np.int8(-3), np.bool_(True), np.complex128(1j)])
def test_numpy_numbers(number):
    """Do numpy's numbers keep their type?"""
    found = there_and_back(number)
    assert type(found) is type(number)
    assert found == number


@pytest.mark.filterwarnings("ignore:the matrix subclass")
def test_matrix_stays_a_matrix():
    """Is an np.matrix still one, so that the check of its shape can say so?"""
    found = there_and_back([np.matrix([[1.0, 2.0]])])[0]
    assert type(found) is np.matrix
    assert found.tolist() == [[1.0, 2.0]]


def test_arrays_can_be_written():
    """May a test write into an array that came back, as it could in a notebook?"""
    found = there_and_back(np.zeros(3))
    found[0] = 1
    assert found.tolist() == [1, 0, 0]


@pytest.mark.parametrize(
    "value",
    [
        object(),
        [1, object()],
        np.array([None, 1]),
        np.datetime64("2020-01-01"),
        np.zeros(2, dtype=[("a", "f8")]),
        range(3),
        (i for i in range(3)),
        {object(): 1},
        {(1, object())},
        {1: 2}.keys(),
        len,
    ],
)
def test_what_is_not_plain_stays_behind(value):
    """Does everything that is not plain data become a handle, with nothing but a number and the name of its class?"""
    kept = []
    frame = codec.Encoder(lambda one: kept.append(one) or 17).encode(value)
    seen = codec.Decoder(lambda number, name: kept.append((number, name)), no_stubs)
    seen.decode(frame)
    assert kept[-1] == (17, type(kept[0]).__name__)


def test_a_lying_class_is_taken_for_what_it_is():
    """Is it the type that decides, whatever an object says of its class?"""

    class Liar:
        __class__ = list

    kept = []
    codec.Encoder(lambda one: kept.append(one) or 0).encode(Liar())
    assert type(kept[0]) is Liar


@pytest.mark.parametrize("name", ["no name", "x" * 101, "a.b", ""])
def test_names_of_classes_are_identifiers(name):
    """Does a class with an odd name stay without one?"""
    assert codec.class_name(type(name, (), {})()) == "unknown"


def cyclic():
    inside = []
    inside.append(inside)
    return inside


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (cyclic(), "deep"),
        ([0] * (codec.MAX_VALUES + 1), "values"),
        ([np.float64(0)] * (codec.MAX_VALUES // 2 + 1), "values"),
        (2**5000, "bits"),
        (bytes(codec.MAX_FRAME), "bytes"),
        (np.broadcast_to(np.zeros(1), (2**40,)), "bytes"),
    ],
    ids=["cyclic", "many", "many scalars", "large number", "long", "large array"],
)
def test_too_much_is_refused_before_it_is_sent(value, said):
    """Does the encoder say what is too large, too deep or too many?"""
    with pytest.raises(codec.Unencodable, match=said):
        codec.Encoder(lambda one: 0).encode(value)


@given(st.binary())
@example(b"[" * 100_000)
@example(b"[" * 100_000 + b"]" * 100_000)
@example(b"9" * 100_000)
@example(b"\xff\xfe")
@example(b'{"l": 1}')
@settings(max_examples=300)
def test_any_bytes_decode_or_are_refused(frame):
    """Does the decoder raise nothing but CodecError, whatever bytes come?"""
    refused_or_decoded(frame)


ODD_NODES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(
        ["AAAA", "AAAAAAAA", "AQ==", "////////", "<f8", "|b1", "<U2", "|S3", "-ff", "1e5", "<U0", "|O", "<M8"]
    ),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(st.sampled_from(list(codec._READERS)), inner, inner).map(list)
        | st.tuples(
            st.sampled_from("am"),
            st.sampled_from(["|b1", "<f8", "<U1", "|u1"]),
            st.lists(st.integers(-1, 2**40), max_size=3),
            st.sampled_from(["", "AAAA", "AgICAg==", "AAAAAAAAAAA=", "////fw=="]),
        ).map(list)
    ),
    max_leaves=12,
)


@given(ODD_NODES)
@example(["a", "<f8", [0, 2**62], ""])
@example(["a", "<f8", [2**31, 2**31], ""])
@example(["a", "<U1", [1], "////fw=="])
@example(["a", "|b1", [4], "AgICAg=="])
@example(["s", ["l"]])
@example(["d", ["a", "<f8", [0], ""], 1])
@example(["i", "f" * 5000])
@example(["k", True])
@example(["h", 0, "not a name"])
@settings(max_examples=500)
def test_any_json_decodes_or_is_refused(node):
    """Does the decoder raise nothing but CodecError for messages that are almost right?"""
    refused_or_decoded(json.dumps(node).encode())


def refused_or_decoded(frame: bytes) -> None:
    stubs = codec.Decoder(lambda number, name: object(), lambda number: len)
    try:
        value = stubs.decode(frame)
    except codec.CodecError:
        return
    use(value)


def use(value) -> None:
    """What a test does at least with what came: it must not fail later what was let through."""
    if isinstance(value, np.ndarray):
        value.tolist()
        repr(value)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            use(item)


@pytest.mark.parametrize(
    "frame",
    [
        b"[" * 20_000_000,
        b"[" + b"1," * 10_000_000 + b"1]",
        b'["l"' + b',["l"]' * 4_000_000 + b"]",
        b"9" * 20_000_000,
    ],
    ids=["brackets", "numbers", "lists", "digits"],
)
def test_large_frames_cost_no_memory(frame):
    """Are messages that would take far more memory than they have bytes refused before anything is made of them?"""
    tracemalloc.start()
    try:
        with pytest.raises(codec.CodecError):
            codec.Decoder(no_stubs, no_stubs).decode(frame)
        assert tracemalloc.get_traced_memory()[1] < 3 * len(frame)
    finally:
        tracemalloc.stop()


def test_equal_hashes_do_not_slow_the_decoder_down():
    """Is a dict refused whose keys were made to have the same hash?"""
    modulus = sys.hash_info.modulus
    keys = [["i", f"{modulus * n:x}"] for n in range(100, 2000)]
    node = ["s", *keys]
    with pytest.raises(codec.CodecError, match="same hash"):
        codec.Decoder(no_stubs, no_stubs).decode(json.dumps(node).encode())
    assert len(there_and_back({float(n) for n in range(-1000, 1000)})) == 2000
