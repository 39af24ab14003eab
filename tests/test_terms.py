"""The hint about a wrong term comes with every wrong result, whatever the result is."""

import numpy as np
import pytest

from utils.terms import DIFFER, term_hint


@pytest.mark.parametrize("found", [None, "x", [[1], [2, 3]], object(), 2**4000, [2**4000], np.nan, {"a": 1}, 1j])
def test_what_is_no_array_of_numbers(found):
    """Is a result that can't be compared told as one that differs?"""
    with np.errstate(all="ignore"):
        assert term_hint(found, [1.0, 2.0]) == DIFFER
