"""Tests of the data sets that word2vec draws from."""

import random

import numpy as np
import pytest
from scipy.stats import chisquare

from utils.datasets import ScriptedDataset, TextDataset, TooManyDraws, ToyDataset


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


CORPUS = [["the", "cat", "sat"], ["a", "b"] * 30, ["alone"], [], ["the", "dog", "sat", "down"]]


def test_windows_stay_within_their_documents_and_lengths():
    """Is a window made of the words around one place, never across documents, never empty?"""
    data = TextDataset(CORPUS, subsample=1.0)
    for _ in range(300):
        center, outside = data.getRandomContext(2)
        document = next(document for document in CORPUS if center in document and len(document) > 1)
        if center in ("a", "b"):
            assert 2 <= len(outside) <= 4 and set(outside) <= {"a", "b"}
        elif center != "the":
            document = next(document for document in CORPUS if center in document and set(outside) <= set(document))
            place = document.index(center)
            assert outside == document[max(0, place - 2) : place] + document[place + 1 : place + 3]
        assert center != "alone"


def test_samples_follow_the_power():
    """Are negative samples drawn in proportion to count^0.75, from the whole vocabulary?"""
    data = TextDataset([["x"] * 81 + ["y"] * 16 + ["z"]])
    draws = [data.sampleTokenIdx() for _ in range(20_000)]
    wanted = np.array([81, 16, 1]) ** 0.75
    wanted *= len(draws) / wanted.sum()
    assert chisquare(np.bincount(draws), wanted).pvalue > 1e-4
    linear = np.array([81, 16, 1]) * len(draws) / 98
    assert chisquare(np.bincount(draws), linear).pvalue < 1e-9


def test_frequent_words_are_thinned_out():
    """Is a frequent word kept with the probability sqrt(subsample / share), and a rare one always?"""
    data = TextDataset([["often"] * 99 + ["rare"]] * 20, subsample=0.01)
    draws = [data.getRandomContext(1)[0] for _ in range(3000)]
    keep = (0.01 / 0.99) ** 0.5
    share = 0.01 / (0.99 * keep + 0.01)  # of the places that are kept; windows without a word left are drawn again
    assert draws.count("rare") / len(draws) == pytest.approx(share, abs=0.06)


def test_restart_repeats_windows_and_samples_apart():
    """Do windows and samples repeat with their key, in whatever order they are asked for?"""
    data = TextDataset(CORPUS)
    data.restart(7, 3)
    windows, samples = [data.getRandomContext(2) for _ in range(5)], [data.sampleTokenIdx() for _ in range(5)]
    data.restart(7, 3)
    assert [data.sampleTokenIdx() for _ in range(5)] == samples
    assert [data.getRandomContext(2) for _ in range(5)] == windows
    data.restart(7, 4)
    assert [data.getRandomContext(2) for _ in range(5)] != windows


def test_rare_words_can_be_left_out():
    """Do words below `least` vanish from vocabulary and windows?"""
    data = TextDataset(CORPUS, least=2)
    assert data.words == ["a", "b", "sat", "the"]


@pytest.mark.parametrize("share", [0, -1, float("nan")])
def test_a_share_that_is_none_is_refused(share):
    """Is a `subsample` that is not above 0 refused in a sentence?"""
    with pytest.raises(ValueError, match=r"subsample is .*; a number above 0 is wanted"):
        TextDataset([["one", "two"]], subsample=share)


def test_a_text_without_windows_is_refused():
    """Does a corpus of single words say what is wrong with it?"""
    with pytest.raises(ValueError, match="no document of two"):
        TextDataset([["one"], []])
