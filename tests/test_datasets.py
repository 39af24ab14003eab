"""Tests of the data sets that word2vec draws from."""

import random

import pytest

from utils.datasets import ScriptedDataset, TooManyDraws, ToyDataset


def test_toy_draws_repeat_with_the_seed():
    """Does the same seed give the same draws, all of them valid?"""
    toy = ToyDataset()
    runs = []
    for _ in range(2):
        random.seed(5)
        runs.append(([toy.sampleTokenIdx() for _ in range(50)], toy.getRandomContext(3)))
    assert runs[0] == runs[1]
    indices, (center, outside) = runs[0]
    assert set(indices) == set(toy.tokens().values())
    assert len(outside) == 6 and {center, *outside} <= set("abcde")


def test_a_script_goes_round_and_ends_at_its_limit():
    """Are the draws those of the script, over and over, until there were too many?"""
    data = ScriptedDataset([3, 1], "abcd", limit=5)
    assert [data.sampleTokenIdx() for _ in range(5)] == [3, 1, 3, 1, 3]
    assert data.tokens()["d"] == 3
    with pytest.raises(TooManyDraws):
        data.sampleTokenIdx()
