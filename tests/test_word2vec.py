"""Tests of the given parts of word2vec, of gradient checks and of calls that run on the student's side."""

import random

import numpy as np
import pytest
from scipy.special import expit

from utils.calls import arguments_after, with_names
from utils.checks import CheckFailed
from utils.gradcheck import gradcheck_naive, numerical_gradient
from utils.word2vec import getNegativeSamples, normalizeRows, not_answered, published_vectors, softmax


class Draws:
    """A data set that draws what it is told."""

    def __init__(self, *indices):
        self.rest = list(indices)

    def sampleTokenIdx(self):
        return self.rest.pop(0)


def test_softmax_of_rows_and_of_a_vector():
    """Do the probabilities of each row add up to one, in the ratio of the exponentials, also for large scores?"""
    assert softmax([0.0, np.log(2), 0.0]) == pytest.approx([0.25, 0.5, 0.25])
    table = softmax([[1000.0, 1000.0], [-1000.0, 0.0]])
    assert table == pytest.approx(np.array([[0.5, 0.5], [0.0, 1.0]]))


def test_rows_of_length_one():
    """Does each row get length one, and does a row of zeros stay?"""
    assert normalizeRows([[3.0, 4.0], [0.0, 0.0]]) == pytest.approx(np.array([[0.6, 0.8], [0.0, 0.0]]))


def test_negative_samples_leave_out_the_target_and_keep_repeats():
    """Is the target drawn again, and is everything else kept in order?"""
    data = Draws(2, 0, 2, 2, 1, 1, 3)
    assert getNegativeSamples(2, data, 3) == [0, 1, 1]
    assert data.rest == [3]


def test_published_vectors_are_those_of_the_original_course():
    """Does the softmax loss of the window `a b e d b c` around c equal the published number?"""
    index, center, outside = published_vectors()
    scores = outside @ center[index["c"]]
    losses = [np.log(np.exp(scores).sum()) - scores[index[word]] for word in "abedbc"]
    assert sum(losses) == pytest.approx(11.16610900153398, abs=1e-12)
    assert np.linalg.norm(center, axis=1) == pytest.approx(np.ones(5))


def test_a_missing_answer_raises_when_it_is_called_only():
    """Can a cell name a missing answer, and does a call say which one is missing?"""
    with pytest.raises(NotImplementedError, match="sigmoid is not defined"):
        not_answered("sigmoid")(0)


def make_namespace(source):
    space = {"np": np}
    exec(source, space)
    return space


def test_with_names_replaces_a_name_during_the_call_only():
    """Does the answer see the given function, and the notebook its own again afterwards, also after an error?"""
    space = make_namespace("def sigmoid(x): raise NotImplementedError\ndef answer(x): return sigmoid(x) + 1")
    own = space["sigmoid"]
    assert with_names(space["answer"], sigmoid=expit)(0.0) == 1.5
    assert space["sigmoid"] is own
    with pytest.raises(TypeError):
        with_names(space["answer"], sigmoid=expit)("text")
    assert space["sigmoid"] is own


def test_with_names_stands_in_for_an_absent_name():
    """Does the call work where the notebook lacks the name, and does the name go away again?"""
    space = make_namespace("def answer(x): return sigmoid(x)")
    assert with_names(space["answer"], sigmoid=expit)(0.0) == 0.5
    assert "sigmoid" not in space


def test_with_names_calls_what_has_no_namespace():
    """Is an answer that is no plain function called as it is?"""
    assert with_names(np.add, sigmoid=expit)(1, 2) == 3


def test_names_are_replaced_inside_arguments_after_too():
    """Do replaced names and a look at the arguments go together, in both ways of writing it, and one inside the other?"""
    space = make_namespace("def answer(x): x[0] = sigmoid(x[0]) + bias()")
    replaced = with_names(space["answer"], sigmoid=expit)
    for changed in (
        arguments_after(replaced, np.zeros(2), bias=lambda: 3),
        arguments_after(with_names(replaced, bias=lambda: 3), np.zeros(2)),
        arguments_after(space["answer"], np.zeros(2), sigmoid=expit, bias=lambda: 3),
    ):
        assert changed[0].tolist() == [3.5, 0]


def test_arguments_after_shows_changes_and_spares_the_originals():
    """Does one see what the call did to its arguments, while the test's own arrays stay?"""

    def double(x, y):
        x *= 2

    given = np.array([1.0, 2.0])
    changed, other = arguments_after(double, given, 5)
    assert changed.tolist() == [2.0, 4.0] and other == 5
    assert given.tolist() == [1.0, 2.0]


def test_numerical_gradient_of_a_matrix():
    """Is each entry's slope found, in the shape of the argument, without changing it?"""
    table = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    before = table.copy()
    assert numerical_gradient(lambda m: np.sum(m**3), table) == pytest.approx(3 * before**2, abs=1e-6)
    assert (table == before).all()


def test_gradcheck_passes_a_right_gradient(capsys):
    """Does a right gradient pass, and does it say so?"""
    gradcheck_naive(lambda x: (np.sum(x**2), 2 * x), np.array([1.0, -2.0]), "squares")
    assert "passed: squares" in capsys.readouterr().out


def test_gradcheck_repeats_random_draws():
    """Do loss and slope use the same random numbers?"""

    def noisy(x):
        factor = random.random() + np.random.rand()
        return factor * np.sum(x**2), 2 * factor * x

    gradcheck_naive(noisy, np.array([1.0, -2.0]))


@pytest.mark.parametrize(
    ("gradient", "said"),
    [
        (lambda x: -2 * x, r"entry \[0\]"),
        (lambda x: 2 * x[:1], r"shape \(1,\)"),
        (lambda x: x * np.nan, r"entry \[0\]"),
    ],
)
def test_gradcheck_refuses_wrong_gradients(gradient, said):
    """Is a wrong sign, a wrong shape, a NaN refused with the place?"""
    with pytest.raises(CheckFailed, match=said):
        gradcheck_naive(lambda x: (np.sum(x**2), gradient(x)), np.array([1.0, -2.0]))
