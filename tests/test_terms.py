"""The hint about a wrong term comes with every wrong result, whatever the result is."""

import numpy as np
import pytest

from utils.terms import DIFFER, NOTHING, ZEROS, term_hint


@pytest.mark.parametrize("found", ["x", [[1], [2, 3]], object(), 2**4000, [2**4000], np.nan, {"a": 1}, 1j])
def test_what_is_no_array_of_numbers(found):
    """Is a result that can't be compared told as one that differs?"""
    with np.errstate(all="ignore"):
        assert term_hint(found, [1.0, 2.0]) == DIFFER


def test_nothing_came_back():
    """Is None told as a missing `return`, whatever was wanted?"""
    assert term_hint(None, [1.0, 2.0]) == term_hint(None, 1.0) == NOTHING


def test_what_is_said_of_shapes_and_zeros():
    """Is an array in place of a number told as one, and a result of zeros as zero?"""
    assert "an array of shape (3,) where one number is wanted" in term_hint([1.0, 2.0, 3.0], 2.0)
    assert "an array of shape (2, 3) where one row is wanted" in term_hint(np.eye(2, 3), [0.0, 1.0, 0.0])
    assert term_hint([0.0, 0.0], [1.0, 2.0]) == f"what looks wrong: {ZEROS}"


def test_the_faults_of_terms():
    """Is each fault of a single term told in words that fit one term and several?"""
    rows, wanted = np.eye(4)[:3], np.array([1.0, 2.0, 0.0, 0.0])
    along, times = {"the first": rows[:1], "the second": rows[1:2], "the rest": rows[2:]}, {"the second": [2]}
    for factors, message in {
        (0, 2, 0): "the first. Your result has nothing there.",
        (-1, 2, 0): "the first. Your result has the wrong sign there.",
        (3, 2, 0): "the first. Your result has a wrong factor there.",
        (
            1,
            1,
            0,
        ): "the second. Your result has there what counting each word once gives, and some count several times.",
        (1, 2, 5): "the rest. Your result has something there, and nothing is wanted.",
    }.items():
        assert term_hint(np.array(factors) @ rows, wanted, along, times) == f"what looks wrong: {message}"
