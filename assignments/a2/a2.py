# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Assignment 2: word2vec by hand
#
# A word2vec model reads text with one question in mind: which words stand near this one? To answer it well, it has to
# give each word a vector, and words that are used alike get vectors that are alike. In this assignment you derive the
# gradients of the model with pencil and paper, write the model in NumPy, train it and look at what it found.
#
# At the end you can
#
# - derive the gradients of the softmax loss and of negative sampling, and check a derivation with numbers;
# - say why negative sampling costs less than the softmax, and how much less;
# - write skip-gram, CBOW and stochastic gradient descent without a library for deep learning;
# - train word vectors on a small text and judge what a falling loss does and does not tell.
#
# **Before you start** you need the chain rule for vectors, and NumPy arrays. Plan about eight hours: four for Part 1,
# three for Part 2, one for Part 3.
#
# **How it is graded.** There are 100 points; each heading shows the points of its question.
#
# - An answer cell contains `raise NotImplementedError`. Replace this line with your answer. Keep the function's name and
#   its arguments. You may add helper functions inside the cell.
# - The cells below an answer are its tests. They run here, on your machine, and say what was called, what came back and
#   what was wanted. After you hand in, hidden tests check the same things with other numbers.
# - Some questions ask for a written answer. A person reads and grades these.
# - A test of one question uses no answer to another question. A mistake costs points once.
#
# **Handing in.** Run *Kernel → Restart and run all*, save, and hand in the file `a2.ipynb`. You may hand in with
# unfinished questions: what is finished counts.

# %% [markdown]
# ## Notation
#
# All word vectors are **rows**. Two tables hold them: a word has one vector for its use as a centre word and another one
# for its use as an outside word. This table fixes every symbol, its shape and its name in the code. The bold letters are
# tables; $V$ in italics is the number of words.
#
# | symbol | shape | name in the code | meaning |
# | --- | --- | --- | --- |
# | $V$ | number | `len(word2Ind)`, `len(outsideVectors)` | how many words the vocabulary has |
# | $d$ | number | `outsideVectors.shape[1]` | how many dimensions a word vector has |
# | $\mathbf{V}$ | $(V, d)$ | `centerWordVectors` | the centre vectors; row $w$ is $v_w$ |
# | $\mathbf{U}$ | $(V, d)$ | `outsideVectors`, `U` | the outside vectors; row $w$ is $u_w$ |
# | $v_c$ | $(d,)$ | `centerWordVec`, `v_c` | the centre vector of the centre word $c$ |
# | $\hat v$ | $(d,)$ | `v_hat` | the vector that predicts: $v_c$ in skip-gram, a sum of vectors in CBOW |
# | $o$ | number | `outsideWordIdx`, `o` | index of the outside word that really stands there, the target |
# | $u_o$ | $(d,)$ | `outsideVectors[outsideWordIdx]` | the outside vector of the target |
# | $z = \mathbf{U} v_c$ | $(V,)$ | `z` | the scores; $z_w = u_w^\top v_c$ |
# | $\hat y = \mathrm{softmax}(z)$ | $(V,)$ | `y_hat` | the probabilities that the model gives to each word |
# | $y$ | $(V,)$ | `y` | the truth as a one-hot vector: 1 at $o$, 0 elsewhere |
# | $\delta = \hat y - y$ | $(V,)$ | `delta` | how far the probabilities are from the truth |
# | $J$ | number | `loss` | the loss of one pair of words, or of a whole window |
# | $\sigma(x)$ | as $x$ | `sigmoid(x)` | $1 / (1 + e^{-x})$ |
# | $K$ | number | `K` | how many negative samples are drawn for one pair of words |
# | $w_1, \dots, w_K$ | numbers | `samples` | the indices of the negative samples; a word may be among them several times |
# | $m$ | number | `windowSize` | how many words on each side of the centre word belong to its window |
# | $\theta$ | $2dV$ numbers | `wordVectors`, shape $(2V, d)$ | all parameters: $\mathbf{V}$ above $\mathbf{U}$ |
#
# Much of the literature writes word vectors as columns and the tables as $(d, V)$. There the scores are
# $z = \mathbf{U}^\top v_c$, and what is a row of a gradient here is a column there. The numbers are the same.
#
# A gradient has the shape of what it is the gradient by: $\partial J / \partial \mathbf{U}$ is $(V, d)$, and its row $w$
# is $\partial J / \partial u_w$.

# %% locked="setup"
import numpy as np
import matplotlib.pyplot as plt
from scipy.special import expit  # SciPy's sigmoid, which the tests use in place of yours

from utils.calls import arguments_after, with_names
from utils.checks import Outcome, call
from utils.datasets import ScriptedDataset, ToyDataset
from utils.gradcheck import gradcheck_naive, numerical_gradient
from utils.word2vec import getNegativeSamples, not_answered, published_vectors, softmax

np.set_printoptions(precision=6, suppress=True)

# %% [markdown]
# # Part 2: code
#
# Now you write the model. Each function below is one formula of Part 1, or one sum over them. Given in `utils`:
#
# - `softmax(x)`: the softmax of a vector, or of each row of a matrix;
# - `getNegativeSamples(outsideWordIdx, dataset, K)`: a list of `K` indices, none of them the outside word, some of them
#   perhaps several times;
# - `gradcheck_naive(f, x)`: compares a gradient with the slope of its loss.
#
# A function must not change its arguments: the vectors belong to the training loop, which alone decides on a step.

# %% [markdown]
# ## 2.1 `sigmoid` (4 points)
#
# $$\sigma(x) = \frac{1}{1 + e^{-x}}$$
#
# The argument is a number or an array of any shape, of integers or of floats; the result has the same shape and holds
# floats.
#
# **Example.** $\sigma(0) = 0.5$ and $\sigma(\ln 3) = \frac{1}{1 + 1/3} = 0.75$.


# %% solution="q2_sigmoid"
def sigmoid(x):
    """The sigmoid of a number, or of each entry of an array; the result has the shape of x."""
    ### BEGIN SOLUTION
    return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))
    ### END SOLUTION


# %% test="q2_sigmoid__values" points=2
call(sigmoid, 0).close_to(0.5, hint="e to the power 0 is 1")
call(sigmoid, np.array([1.0, 2.0, 3.0])).close_to(
    [0.73105858, 0.88079708, 0.95257413], rtol=1e-7, hint="these three are the original course's check values"
)
call(sigmoid, np.array([-2.0, 12.0])).close_to(
    [0.1192029220, 0.9999938558], hint="the sigmoid grows from 0 to 1; mind the sign in the exponent"
)
### BEGIN HIDDEN TESTS
sigmoid_points = np.random.default_rng(730481).normal(scale=8, size=60)
sigmoid_wanted = (1 + np.tanh(sigmoid_points / 2)) / 2
call(sigmoid, sigmoid_points).close_to(sigmoid_wanted)
for sigmoid_point, sigmoid_value in zip(sigmoid_points[:12], sigmoid_wanted[:12], strict=True):
    call(sigmoid, float(sigmoid_point)).close_to(sigmoid_value)
call(sigmoid, np.array([-30.0, 30.0])).close_to([0.0, 1.0])
### END HIDDEN TESTS

# %% test="q2_sigmoid__arrays" points=2
call(sigmoid, np.array([[0.0, 1.0, -1.0], [2.0, -2.0, 0.0]])).close_to(
    [[0.5, 0.7310585786, 0.2689414214], [0.8807970780, 0.1192029220, 0.5]], hint="each entry by itself; the shape stays"
)
call(sigmoid, np.array([-1, 0, 2])).close_to(
    [0.2689414214, 0.5, 0.8807970780], hint="the argument holds integers; the result holds floats"
)
sigmoid_given = np.array([0.5, -0.5])
Outcome("sigmoid(x)", arguments_after(sigmoid, sigmoid_given)[0], "x after the call").close_to(
    sigmoid_given, hint="make a new array; `x *= -1` would change the caller's"
)
### BEGIN HIDDEN TESTS
for sigmoid_shape in ((2, 3, 4), (5, 1), (1, 5), (4, 4)):
    sigmoid_cube = np.random.default_rng(218467).normal(scale=3, size=sigmoid_shape)
    sigmoid_expected = 0.5 + 0.5 * np.tanh(0.5 * sigmoid_cube)
    call(sigmoid, sigmoid_cube).close_to(sigmoid_expected)
call(sigmoid, np.array([[-3, 4], [1, 0]])).close_to(0.5 + 0.5 * np.tanh(0.5 * np.array([[-3.0, 4.0], [1.0, 0.0]])))
call(sigmoid, 2).close_to(0.5 + 0.5 * np.tanh(1.0))
### END HIDDEN TESTS

# %% [markdown]
# ## 2.2 `naiveSoftmaxLossAndGradient` (9 points)
#
# One centre word $c$ and one outside word $o$. The softmax over all words gives the probability of $o$:
#
# $$J(v_c, o, \mathbf{U}) = -\log \hat y_o, \qquad \hat y = \mathrm{softmax}(\mathbf{U} v_c)$$
#
# Return the loss and its gradients by $v_c$ and by $\mathbf{U}$, as you derived them in (b) and (c). Use `softmax` from
# `utils`: it is safe for large scores. The data set is not needed here. It is an argument so that this function and the
# next one can be exchanged.
#
# **Example.** $v_c = (1, 2)$, the rows of $\mathbf{U}$ are $(0, 0)$, $(\ln 2, 0)$, $(2, -1)$, and $o = 1$. The scores
# are $(0, \ln 2, 0)$, so $\hat y = (\frac14, \frac12, \frac14)$ and the loss is $\ln 2 = 0.6931$. With
# $\delta = (\frac14, -\frac12, \frac14)$ the gradient by $v_c$ is $(0.1534, -0.25)$, and the gradient by $\mathbf{U}$ has
# the rows $(0.25, 0.5)$, $(-0.5, -1)$, $(0.25, 0.5)$.


# %% solution="q2_naive_softmax"
def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    """Loss and gradients of the softmax for one pair of words.

    centerWordVec (d,), outsideWordIdx an index, outsideVectors (V, d), dataset not used.
    Returns (loss, gradCenterVec (d,), gradOutsideVecs (V, d)).
    """
    ### BEGIN SOLUTION
    y_hat = softmax(outsideVectors @ centerWordVec)
    loss = -np.log(y_hat[outsideWordIdx])
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return loss, outsideVectors.T @ delta, np.outer(delta, centerWordVec)
    ### END SOLUTION


# %% test="q2_naive_softmax__loss" points=3
naive_center = np.array([0.5, -1.0, 2.0])
naive_table = np.array([[0.3, 0.1, -0.4], [1.0, -0.2, 0.5], [-0.6, 0.8, 0.2], [0.4, 0.4, -0.7], [0.0, -0.5, 0.9]])
naive_parts = "loss", "gradCenterVec", "gradOutsideVecs"
naive_loss, _, _ = call(naiveSoftmaxLossAndGradient, naive_center, 3, naive_table, None).parts(*naive_parts)
naive_loss.close_to(4.410545308660684, hint="minus the logarithm of the probability of word 3, among all five words")
naive_loss, _, _ = call(naiveSoftmaxLossAndGradient, naive_center, 4, naive_table, None).parts(*naive_parts)
naive_loss.close_to(0.510545308660684, hint="the same vectors, another outside word")
### BEGIN HIDDEN TESTS
import math


def naive_wanted_loss(center, target, table):
    scores = [math.fsum(a * b for a, b in zip(row, center, strict=True)) for row in table]
    top = max(scores)
    return top + math.log(math.fsum(math.exp(score - top) for score in scores)) - scores[target]


naive_generator = np.random.default_rng(604193)
for naive_words, naive_width, naive_scale in (
    (7, 3, 1),
    (4, 4, 1),
    (6, 1, 2),
    (2, 5, 1),
    (9, 4, 4),
    (1, 3, 1),
    (7, 3, 2),
):
    naive_v = naive_generator.normal(scale=naive_scale, size=naive_width)
    naive_U = naive_generator.normal(size=(naive_words, naive_width))
    for naive_target in {0, naive_words // 2, naive_words - 1}:
        naive_wanted = naive_wanted_loss(naive_v, naive_target, naive_U)
        naive_made, _, _ = call(naiveSoftmaxLossAndGradient, naive_v, naive_target, naive_U, None).parts(
            "loss", "gradCenterVec", "gradOutsideVecs"
        )
        naive_made.close_to(naive_wanted)
### END HIDDEN TESTS

# %% test="q2_naive_softmax__grad_center" points=3
naive_center = np.array([0.5, -1.0, 2.0])
naive_table = np.array([[0.3, 0.1, -0.4], [1.0, -0.2, 0.5], [-0.6, 0.8, 0.2], [0.4, 0.4, -0.7], [0.0, -0.5, 0.9]])
naive_parts = "loss", "gradCenterVec", "gradOutsideVecs"
_, naive_slope, _ = call(naiveSoftmaxLossAndGradient, naive_center, 3, naive_table, None).parts(*naive_parts)
naive_slope.close_to(
    [-0.07516264763, -0.73435371607, 1.39094384846],
    rtol=1e-5,
    hint="all rows of outsideVectors take part, each with its entry of ŷ - y; see (b)",
)
_, naive_slope, _ = call(
    naiveSoftmaxLossAndGradient,
    np.array([1.0, -2.0, 0.5]),
    0,
    np.array([[0.2, -0.4, 1.0], [-1.0, 0.3, 0.6], [0.5, 0.7, -0.1]]),
    None,
).parts(*naive_parts)
naive_slope.close_to(
    [-0.04104599, 0.11985838, -0.10395483], rtol=1e-5, hint="here V = d = 3: a transposed table has the same shape"
)
### BEGIN HIDDEN TESTS
import math


def naive_log_sum(center, target, table):
    scores = [math.fsum(a * b for a, b in zip(row, center, strict=True)) for row in table]
    return math.log(math.fsum(math.exp(score) for score in scores)) - scores[target]


naive_generator = np.random.default_rng(917354)
for naive_words, naive_width in ((7, 3), (4, 4), (6, 1), (2, 5), (8, 2), (7, 3)):
    naive_v = naive_generator.normal(size=naive_width)
    naive_U = naive_generator.normal(size=(naive_words, naive_width))
    for naive_target in (0, naive_words // 2, naive_words - 1):
        naive_wanted = numerical_gradient(lambda v, o=naive_target, U=naive_U: naive_log_sum(v, o, U), naive_v)
        _, naive_made, _ = call(naiveSoftmaxLossAndGradient, naive_v, naive_target, naive_U, None).parts(
            "loss", "gradCenterVec", "gradOutsideVecs"
        )
        naive_made.close_to(naive_wanted, atol=1e-7)
### END HIDDEN TESTS

# %% test="q2_naive_softmax__grad_outside" points=3
naive_center = np.array([0.5, -1.0, 2.0])
naive_table = np.array([[0.3, 0.1, -0.4], [1.0, -0.2, 0.5], [-0.6, 0.8, 0.2], [0.4, 0.4, -0.7], [0.0, -0.5, 0.9]])
naive_parts = "loss", "gradCenterVec", "gradOutsideVecs"
_, _, naive_slope = call(naiveSoftmaxLossAndGradient, naive_center, 3, naive_table, None).parts(*naive_parts)
naive_slope.close_to(
    [
        [0.01421166, -0.02842332, 0.05684664],
        [0.16468965, -0.32937930, 0.65875860],
        [0.01494031, -0.02988062, 0.05976123],
        [-0.49392572, 0.98785145, -1.97570290],
        [0.30008411, -0.60016821, 1.20033643],
    ],
    atol=1e-7,
    hint="one row a word, all in the direction of centerWordVec; only the target's row has a negative factor",
)
_, _, naive_slope = call(
    naiveSoftmaxLossAndGradient,
    np.array([1.0, -2.0, 0.5]),
    0,
    np.array([[0.2, -0.4, 1.0], [-1.0, 0.3, 0.6], [0.5, 0.7, -0.1]]),
    None,
).parts(*naive_parts)
naive_slope.close_to(
    [
        [-0.12823920, 0.25647839, -0.06411960],
        [0.05301183, -0.10602366, 0.02650591],
        [0.07522737, -0.15045473, 0.03761368],
    ],
    atol=1e-7,
    hint="here V = d = 3: a transposed gradient has the same shape, but its rows are not those of the words",
)
naive_after = arguments_after(naiveSoftmaxLossAndGradient, naive_center, 3, naive_table, None)
for naive_place, naive_name, naive_given in ((0, "centerWordVec", naive_center), (2, "outsideVectors", naive_table)):
    Outcome("naiveSoftmaxLossAndGradient(…)", naive_after[naive_place], f"{naive_name} after the call").close_to(
        naive_given, hint="the function must not change its arguments; work on copies"
    )
### BEGIN HIDDEN TESTS
import math


def naive_log_sum(center, target, table):
    scores = [math.fsum(a * b for a, b in zip(row, center, strict=True)) for row in table]
    return math.log(math.fsum(math.exp(score) for score in scores)) - scores[target]


naive_generator = np.random.default_rng(452608)
for naive_words, naive_width in ((7, 3), (4, 4), (6, 1), (2, 5), (8, 2), (7, 3)):
    naive_v = naive_generator.normal(size=naive_width)
    naive_U = naive_generator.normal(size=(naive_words, naive_width))
    for naive_target in (0, naive_words // 2, naive_words - 1):
        naive_wanted = numerical_gradient(lambda U, o=naive_target, v=naive_v: naive_log_sum(v, o, U), naive_U)
        _, _, naive_made = call(naiveSoftmaxLossAndGradient, naive_v, naive_target, naive_U, None).parts(
            "loss", "gradCenterVec", "gradOutsideVecs"
        )
        naive_made.close_to(naive_wanted, atol=1e-7)
### END HIDDEN TESTS

# %% [markdown]
# Before you go on, compare your gradients with the slope of your own loss. The next cell is not graded. If it complains
# although the tests above pass, or the reverse, one of the two is telling you something.

# %%
check_rows = np.random.default_rng(1).normal(size=(6, 3))  # row 0 is the centre vector, the others are U


def naive_check(rows):
    loss, grad_center, grad_outside = naiveSoftmaxLossAndGradient(rows[0], 2, rows[1:], None)
    return loss, np.vstack([grad_center, grad_outside])


gradcheck_naive(naive_check, check_rows, "naiveSoftmaxLossAndGradient")

# %% [markdown]
# ## 2.3 `negSamplingLossAndGradient` (11 points)
#
# The softmax needs all $V$ scores for one pair of words. Negative sampling needs $1 + K$: that of the target, and those of
# $K$ words $w_1, \dots, w_K$ drawn at random, which shall get low scores:
#
# $$J(v_c, o, \mathbf{U}) = -\log \sigma(u_o^\top v_c) - \sum_{s=1}^{K} \log \sigma(-u_{w_s}^\top v_c)$$
#
# Draw the samples with `getNegativeSamples(outsideWordIdx, dataset, K)`, or by yourself with `dataset.sampleTokenIdx()`,
# which returns a random index. Then three rules hold:
#
# - the target is never a negative sample: where it is drawn, draw again;
# - there are exactly $K$ samples, and loss and gradients use the same ones;
# - a word that is drawn several times counts as often: it stands in the sum several times.
#
# Return the loss and the gradients that you derived in (e). `sigmoid` is yours from 2.1. While the tests of this question
# run, a right sigmoid stands in its place, so a mistake in 2.1 costs no points here.
#
# **Example.** $v_c = (1, 2)$, the rows of $\mathbf{U}$ are $(0, 0)$, $(\ln 3, 0)$, $(2, -1)$, $(0, -\frac12 \ln 3)$; the
# target is $o = 1$ and the samples are $0, 3, 3$. The scores of target and samples are $\ln 3$, $0$, $-\ln 3$, $-\ln 3$. The
# loss is $-\ln\frac34 - \ln\frac12 - 2 \ln\frac34 = 1.5562$. The gradient by $v_c$ is $(-0.2747, -0.2747)$. The gradient by
# $\mathbf{U}$ has the rows $(0.5, 1)$, $(-0.25, -0.5)$, $(0, 0)$, $(0.5, 1)$: word 2 was not drawn, word 3 was drawn twice.


# %% solution="q2_neg_sampling"
def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    """Loss and gradients of negative sampling for one pair of words.

    centerWordVec (d,), outsideWordIdx an index, outsideVectors (V, d), dataset with sampleTokenIdx(), K samples.
    Returns (loss, gradCenterVec (d,), gradOutsideVecs (V, d)).
    """
    ### BEGIN SOLUTION
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    indices = np.array([outsideWordIdx, *samples])
    signs = np.array([1.0, *[-1.0] * K])
    rows = outsideVectors[indices]
    right = sigmoid(signs * (rows @ centerWordVec))
    factors = signs * (right - 1)
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    np.add.at(gradOutsideVecs, indices, np.outer(factors, centerWordVec))
    return -np.sum(np.log(right)), rows.T @ factors, gradOutsideVecs
    ### END SOLUTION


# %% test="q2_neg_sampling__loss" points=2
neg_center = np.array([0.5, -1.0, 2.0])
neg_table = np.array([[0.3, 0.1, -0.4], [1.0, -0.2, 0.5], [-0.6, 0.8, 0.2], [0.4, 0.4, -0.7], [0.0, -0.5, 0.9]])
neg_answer = with_names(negSamplingLossAndGradient, sigmoid=expit)
neg_loss, _, _ = call(neg_answer, neg_center, 3, neg_table, ScriptedDataset([0, 2, 4, 1, 0, 1, 2]), 3).parts(
    "loss", "gradCenterVec", "gradOutsideVecs"
)
neg_loss.close_to(
    4.969503260486659,
    hint="target 3, samples 0, 2, 4 (in this order); inside the sigmoid the samples' scores have a minus",
)
### BEGIN HIDDEN TESTS
import math


def neg_wanted_loss(center, target, table, samples):
    def score(row):
        return math.fsum(a * b for a, b in zip(row, center, strict=True))

    return math.log1p(math.exp(-score(table[target]))) + sum(math.log1p(math.exp(score(table[k]))) for k in samples)


neg_generator = np.random.default_rng(381726)
for neg_words, neg_width, neg_count in ((7, 3, 5), (4, 4, 3), (6, 1, 2), (3, 5, 1), (12, 2, 10), (7, 3, 4)):
    neg_v, neg_U = neg_generator.normal(size=neg_width), neg_generator.normal(size=(neg_words, neg_width))
    neg_target = int(neg_generator.integers(neg_words))
    neg_others = [int(k) for k in neg_generator.permutation(neg_words) if k != neg_target]
    neg_script = neg_others[:neg_count]
    neg_wanted = neg_wanted_loss(neg_v, neg_target, neg_U, neg_script)
    neg_made, _, _ = call(
        with_names(negSamplingLossAndGradient, sigmoid=expit),
        neg_v,
        neg_target,
        neg_U,
        ScriptedDataset(neg_others),
        neg_count,
    ).parts("loss", "gradCenterVec", "gradOutsideVecs")
    neg_made.close_to(neg_wanted)
### END HIDDEN TESTS

# %% test="q2_neg_sampling__grad_center" points=3
neg_center = np.array([0.5, -1.0, 2.0])
neg_table = np.array([[0.3, 0.1, -0.4], [1.0, -0.2, 0.5], [-0.6, 0.8, 0.2], [0.4, 0.4, -0.7], [0.0, -0.5, 0.9]])
neg_answer = with_names(negSamplingLossAndGradient, sigmoid=expit)
_, neg_slope, _ = call(neg_answer, neg_center, 3, neg_table, ScriptedDataset([0, 2, 4, 1, 0, 1, 2]), 3).parts(
    "loss", "gradCenterVec", "gradOutsideVecs"
)
neg_slope.close_to(
    [-0.4356483, -0.48971396, 1.33843613],
    atol=1e-7,
    hint="target 3, samples 0, 2, 4 (in this order): each of these four rows takes part with its own factor; see (e)",
)
### BEGIN HIDDEN TESTS
import math


def neg_loss_of(center, target, table, samples):
    def score(row):
        return math.fsum(a * b for a, b in zip(row, center, strict=True))

    return math.log1p(math.exp(-score(table[target]))) + sum(math.log1p(math.exp(score(table[k]))) for k in samples)


neg_generator = np.random.default_rng(562093)
for neg_words, neg_width, neg_count in ((7, 3, 5), (4, 4, 3), (6, 1, 2), (3, 5, 1), (12, 2, 10), (7, 3, 4)):
    neg_v, neg_U = neg_generator.normal(size=neg_width), neg_generator.normal(size=(neg_words, neg_width))
    neg_target = int(neg_generator.integers(neg_words))
    neg_others = [int(k) for k in neg_generator.permutation(neg_words) if k != neg_target]
    neg_script = neg_others[:neg_count]
    neg_wanted = numerical_gradient(lambda v, o=neg_target, U=neg_U, ks=neg_script: neg_loss_of(v, o, U, ks), neg_v)
    _, neg_made, _ = call(
        with_names(negSamplingLossAndGradient, sigmoid=expit),
        neg_v,
        neg_target,
        neg_U,
        ScriptedDataset(neg_others),
        neg_count,
    ).parts("loss", "gradCenterVec", "gradOutsideVecs")
    neg_made.close_to(neg_wanted, atol=1e-7)
### END HIDDEN TESTS

# %% test="q2_neg_sampling__grad_outside" points=2
neg_center = np.array([0.5, -1.0, 2.0])
neg_table = np.array([[0.3, 0.1, -0.4], [1.0, -0.2, 0.5], [-0.6, 0.8, 0.2], [0.4, 0.4, -0.7], [0.0, -0.5, 0.9]])
neg_answer = with_names(negSamplingLossAndGradient, sigmoid=expit)
_, _, neg_slope = call(neg_answer, neg_center, 3, neg_table, ScriptedDataset([0, 2, 4, 1, 0, 1, 2]), 3).parts(
    "loss", "gradCenterVec", "gradOutsideVecs"
)
neg_slope.close_to(
    [
        [0.16041065, -0.32082130, 0.64164260],
        [0.0, 0.0, 0.0],
        [0.16590611, -0.33181223, 0.66362446],
        [-0.41600919, 0.83201839, -1.66403677],
        [0.45443852, -0.90887704, 1.81775408],
    ],
    atol=1e-7,
    hint="target 3, samples 0, 2, 4 (in this order): these rows lie along centerWordVec; row 1 was not drawn and stays zero",
)
neg_after = arguments_after(neg_answer, neg_center, 3, neg_table, ScriptedDataset([0, 2, 4, 1, 0, 1, 2]), 3)
for neg_place, neg_name, neg_given in ((0, "centerWordVec", neg_center), (2, "outsideVectors", neg_table)):
    Outcome("negSamplingLossAndGradient(…)", neg_after[neg_place], f"{neg_name} after the call").close_to(
        neg_given, hint="the function must not change its arguments; work on copies"
    )
### BEGIN HIDDEN TESTS
import math


def neg_loss_of(center, target, table, samples):
    def score(row):
        return math.fsum(a * b for a, b in zip(row, center, strict=True))

    return math.log1p(math.exp(-score(table[target]))) + sum(math.log1p(math.exp(score(table[k]))) for k in samples)


neg_generator = np.random.default_rng(840517)
for neg_words, neg_width, neg_count in ((7, 3, 5), (4, 4, 3), (6, 1, 2), (3, 5, 1), (12, 2, 10), (7, 3, 4)):
    neg_v, neg_U = neg_generator.normal(size=neg_width), neg_generator.normal(size=(neg_words, neg_width))
    neg_target = int(neg_generator.integers(neg_words))
    neg_others = [int(k) for k in neg_generator.permutation(neg_words) if k != neg_target]
    neg_script = neg_others[:neg_count]
    neg_wanted = numerical_gradient(lambda U, o=neg_target, v=neg_v, ks=neg_script: neg_loss_of(v, o, U, ks), neg_U)
    _, _, neg_made = call(
        with_names(negSamplingLossAndGradient, sigmoid=expit),
        neg_v,
        neg_target,
        neg_U,
        ScriptedDataset(neg_others),
        neg_count,
    ).parts("loss", "gradCenterVec", "gradOutsideVecs")
    neg_made.close_to(neg_wanted, atol=1e-7)
### END HIDDEN TESTS

# %% test="q2_neg_sampling__repeats" points=2
neg_center = np.array([0.5, -1.0, 2.0])
neg_table = np.array([[0.3, 0.1, -0.4], [1.0, -0.2, 0.5], [-0.6, 0.8, 0.2], [0.4, 0.4, -0.7], [0.0, -0.5, 0.9]])
neg_answer = with_names(negSamplingLossAndGradient, sigmoid=expit)
neg_loss, neg_slope_v, neg_slope_U = call(
    neg_answer, neg_center, 1, neg_table, ScriptedDataset([4, 0, 4, 2, 4, 0, 0, 2, 0, 3]), 5
).parts("loss", "gradCenterVec", "gradOutsideVecs")
neg_slope_U.close_to(
    [
        [0.16041065, -0.32082130, 0.64164260],
        [-0.07723263, 0.15446527, -0.30893053],
        [0.16590611, -0.33181223, 0.66362446],
        [0.0, 0.0, 0.0],
        [1.36331556, -2.72663112, 5.45326223],
    ],
    atol=1e-7,
    hint="word 4 was drawn three times, so its row is added three times; `table[indices] += …` adds it once",
)
neg_slope_v.close_to([-0.25730621, -1.03489059, 2.31476930], atol=1e-7, hint="word 4 was drawn three times")
neg_loss.close_to(8.144479478180513, hint="word 4 was drawn three times")
### BEGIN HIDDEN TESTS
import math


def neg_loss_of(center, target, table, samples):
    def score(row):
        return math.fsum(a * b for a, b in zip(row, center, strict=True))

    return math.log1p(math.exp(-score(table[target]))) + sum(math.log1p(math.exp(score(table[k]))) for k in samples)


neg_generator = np.random.default_rng(275931)
for neg_words, neg_width, neg_count in ((5, 3, 12), (3, 3, 8), (4, 1, 10), (2, 4, 6)):
    neg_v, neg_U = neg_generator.normal(size=neg_width), neg_generator.normal(size=(neg_words, neg_width))
    neg_target = int(neg_generator.integers(neg_words))
    neg_others = [k for k in range(neg_words) if k != neg_target]
    neg_script = [int(k) for k in neg_generator.choice(neg_others, size=neg_count)]
    neg_wanted = neg_loss_of(neg_v, neg_target, neg_U, neg_script)
    neg_wanted_v = numerical_gradient(lambda v, o=neg_target, U=neg_U, ks=neg_script: neg_loss_of(v, o, U, ks), neg_v)
    neg_wanted_U = numerical_gradient(lambda U, o=neg_target, v=neg_v, ks=neg_script: neg_loss_of(v, o, U, ks), neg_U)
    neg_made, neg_made_v, neg_made_U = call(
        with_names(negSamplingLossAndGradient, sigmoid=expit),
        neg_v,
        neg_target,
        neg_U,
        ScriptedDataset(neg_script + neg_others),
        neg_count,
    ).parts("loss", "gradCenterVec", "gradOutsideVecs")
    neg_made_U.close_to(neg_wanted_U, atol=1e-6)
    neg_made_v.close_to(neg_wanted_v, atol=1e-6)
    neg_made.close_to(neg_wanted)
### END HIDDEN TESTS

# %% test="q2_neg_sampling__draws" points=2
neg_center = np.array([0.5, -1.0, 2.0])
neg_table = np.array([[0.3, 0.1, -0.4], [1.0, -0.2, 0.5], [-0.6, 0.8, 0.2], [0.4, 0.4, -0.7], [0.0, -0.5, 0.9]])
neg_answer = with_names(negSamplingLossAndGradient, sigmoid=expit)
neg_loss, _, _ = call(neg_answer, neg_center, 3, neg_table, ScriptedDataset([3, 3, 0, 3, 2, 4]), 2).parts(
    "loss", "gradCenterVec", "gradOutsideVecs"
)
neg_loss.must(  # the samples 0 and 2, or 2 and 4 where both are drawn again together
    np.abs(neg_loss.array(()) - [2.573958, 4.582632]).min() < 1e-5,
    "2.573958, from the samples 0 and 2",
    hint="the data set drew 3, 3, 0, 3, 2, 4, and 3 is the target: it must be drawn again, and there are K = 2 samples",
)
neg_loss, _, _ = call(neg_answer, neg_center, 3, neg_table, ScriptedDataset([0])).parts(
    "loss", "gradCenterVec", "gradOutsideVecs"
)
neg_loss.close_to(5.652610802, rtol=1e-5, hint="without a fifth argument there are K = 10 samples")


### BEGIN HIDDEN TESTS
def neg_softplus(x):
    return np.logaddexp(0.0, x)


def neg_used(target, script, count):
    one_by_one = [k for k in script if k != target][:count]
    blocks = [script[start : start + count] for start in range(0, len(script) - count, count)]
    return one_by_one, next(block for block in blocks if target not in block)


neg_generator = np.random.default_rng(659402)
for neg_words, neg_width, neg_count in ((6, 3, 4), (9, 9, 3), (5, 1, 3), (4, 2, 1)):
    neg_v, neg_U = neg_generator.normal(size=neg_width), neg_generator.normal(size=(neg_words, neg_width))
    neg_target = int(neg_generator.integers(neg_words))
    neg_script = [neg_target] + [int(k) for k in neg_generator.integers(neg_words, size=200)]
    neg_scores = neg_U @ neg_v
    neg_wanted = [
        neg_softplus(-neg_scores[neg_target]) + sum(neg_softplus(neg_scores[k]) for k in ks)
        for ks in neg_used(neg_target, neg_script, neg_count)
    ]
    neg_made, _, neg_made_U = call(
        with_names(negSamplingLossAndGradient, sigmoid=expit),
        neg_v,
        neg_target,
        neg_U,
        ScriptedDataset(neg_script),
        neg_count,
    ).parts("loss", "gradCenterVec", "gradOutsideVecs")
    neg_made.must(np.abs(neg_made.array(()) - neg_wanted).min() < 1e-6, f"{neg_wanted[0]:.6f}")
    neg_factor = -1 / (1 + np.exp(neg_scores[neg_target]))
    neg_found = neg_made_U.array((neg_words, neg_width))[neg_target]
    neg_made_U.must(np.allclose(neg_found, neg_factor * neg_v, atol=1e-6), "the target's row without negative samples")
neg_made, _, _ = call(
    with_names(negSamplingLossAndGradient, sigmoid=expit),
    np.array([1.0, 0.5]),
    1,
    np.array([[0.4, -1.0], [0.3, 0.2], [1.0, 1.0]]),
    ScriptedDataset([0, 2, 0]),
).parts("loss", "gradCenterVec", "gradOutsideVecs")
neg_made.close_to(neg_softplus(-0.4) + 7 * neg_softplus(-0.1) + 3 * neg_softplus(1.5))
### END HIDDEN TESTS

# %% [markdown]
# The slope check again. The samples must be the same at every call; `gradcheck_naive` sees to that for data sets that draw
# with Python's `random`.

# %%
toy = ToyDataset("abcdef")


def neg_check(rows):
    loss, grad_center, grad_outside = negSamplingLossAndGradient(rows[0], 2, rows[1:], toy, 4)
    return loss, np.vstack([grad_center, grad_outside])


gradcheck_naive(neg_check, np.random.default_rng(2).normal(size=(7, 3)), "negSamplingLossAndGradient")

# %% [markdown]
# ## 2.4 `skipgram` (8 points)
#
# One window: the centre word $c$ and its outside words $w_{t-m}, \dots, w_{t-1}, w_{t+1}, \dots, w_{t+m}$. At the ends of a
# text there are fewer than $2m$ of them. Skip-gram predicts each outside word from $v_c$ and adds the losses up:
#
# $$J_{\text{skip-gram}} = \sum_{\substack{-m \le j \le m \\ j \ne 0}} F(w_{t+j}, v_c)$$
#
# $F$ is any loss of one pair, with its gradients: the argument `word2vecLossAndGradient`. Call it once for each outside word,
# with `(centerWordVec, outsideWordIdx, outsideVectors, dataset)`, and add up what it returns, as you derived it in (f). An
# outside word that stands in the window twice counts twice. `word2Ind` gives the row of a word in both tables.
#
# **Example.** The centre word is `b`, the outside words are `a`, `c`; `word2Ind` is `{"a": 0, "b": 1, "c": 2}`. Let $F$ return
# the loss 1 and $\partial F / \partial v_c = (1, 0)$ at the first call, the loss 2 and $(0, 3)$ at the second. Then the loss is
# 3, and the gradient by the centre vectors has the rows $(0, 0)$, $(1, 3)$, $(0, 0)$. The gradient by the outside vectors is
# the sum of the two tables that $F$ returned. For no outside words all three are zero.

# %% locked="skipgram_default"
try:  # the next cell names this function in its first line, so something must stand there
    naiveSoftmaxLossAndGradient  # noqa: B018
except NameError:
    naiveSoftmaxLossAndGradient = not_answered("naiveSoftmaxLossAndGradient")


# %% solution="q2_skipgram"
def skipgram(
    currentCenterWord,
    windowSize,
    outsideWords,
    word2Ind,
    centerWordVectors,
    outsideVectors,
    dataset,
    word2vecLossAndGradient=naiveSoftmaxLossAndGradient,
):
    """Loss and gradients of the skip-gram model for one window.

    currentCenterWord a word, windowSize m, outsideWords a list of at most 2m words, word2Ind {word: row},
    centerWordVectors (V, d), outsideVectors (V, d), dataset for the loss function, word2vecLossAndGradient that function.
    Returns (loss, gradCenterVecs (V, d), gradOutsideVectors (V, d)).
    """
    ### BEGIN SOLUTION
    loss = 0.0
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    gradOutsideVectors = np.zeros(outsideVectors.shape)
    center = word2Ind[currentCenterWord]
    for word in outsideWords:
        pair_loss, pair_center, pair_outside = word2vecLossAndGradient(
            centerWordVectors[center], word2Ind[word], outsideVectors, dataset
        )
        loss += pair_loss
        gradCenterVecs[center] += pair_center
        gradOutsideVectors += pair_outside
    return loss, gradCenterVecs, gradOutsideVectors
    ### END SOLUTION


# %% test="q2_skipgram__loss" points=2
window_calls = []


def window_loss(*given, **named):  # the n-th call returns 1, 10, 100, … so that the sum shows which calls are in it
    window_calls.append((given, named))
    n = 10.0 ** (len(window_calls) - 1)
    return n, n * np.array([1.0, 2.0]), n * np.array([[1.0, 0.0], [0.0, 2.0], [3.0, 0.0], [0.0, -1.0]])


window_index = {"b": 0, "d": 1, "a": 2, "c": 3}
window_V = np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6], [0.7, 0.8]])
window_U = np.array([[1.1, 1.2], [1.3, 1.4], [1.5, 1.6], [1.7, 1.8]])
window_made, _, _ = call(
    skipgram, "a", 2, ["b", "c", "a", "b"], window_index, window_V, window_U, "the data set", window_loss
).parts("loss", "gradCenterVecs", "gradOutsideVectors")
window_made.close_to(1111.0, hint="one call of word2vecLossAndGradient for each outside word, all losses added up")


### BEGIN HIDDEN TESTS
def window_script(losses):
    rest = iter(losses)

    def scripted(*given, **named):
        return float(next(rest, 0.0)), np.zeros(3), np.zeros((6, 3))

    return scripted


window_random = np.random.default_rng(195384)
window_words = {word: row for row, word in enumerate(["kelvu", "ostra", "binem", "tadro", "quill", "sefan"])}
for window_outside in (["binem"], ["ostra", "ostra", "tadro"], ["quill", "kelvu", "sefan", "binem", "quill"], []):
    window_losses = window_random.normal(size=len(window_outside)) * 5
    window_wanted = float(sum(window_losses))
    window_total, _, _ = call(
        skipgram,
        "quill",
        3,
        window_outside,
        window_words,
        np.ones((6, 3)),
        np.ones((6, 3)),
        "none",
        window_script(window_losses),
    ).parts("loss", "gradCenterVecs", "gradOutsideVectors")
    window_total.close_to(window_wanted)
### END HIDDEN TESTS

# %% test="q2_skipgram__grad_center" points=2
window_calls = []


def window_loss(*given, **named):  # the n-th call returns 1, 10, 100, … so that the sum shows which calls are in it
    window_calls.append((given, named))
    n = 10.0 ** (len(window_calls) - 1)
    return n, n * np.array([1.0, 2.0]), n * np.array([[1.0, 0.0], [0.0, 2.0], [3.0, 0.0], [0.0, -1.0]])


window_index = {"b": 0, "d": 1, "a": 2, "c": 3}
window_V = np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6], [0.7, 0.8]])
window_U = np.array([[1.1, 1.2], [1.3, 1.4], [1.5, 1.6], [1.7, 1.8]])
_, window_made, _ = call(
    skipgram, "a", 2, ["b", "c", "a", "b"], window_index, window_V, window_U, "the data set", window_loss
).parts("loss", "gradCenterVecs", "gradOutsideVectors")
window_made.close_to(
    [[0.0, 0.0], [0.0, 0.0], [1111.0, 2222.0], [0.0, 0.0]],
    hint="the gradients of all pairs, added up in the row of the centre word (`a` has row 2); all other rows are zero",
)


### BEGIN HIDDEN TESTS
def window_script_v(gradients, rows):
    rest = iter(gradients)

    def scripted(*given, **named):
        return 1.0, next(rest).copy(), np.zeros((rows, 3))

    return scripted


window_random = np.random.default_rng(873215)
window_words = {"tadro": 4, "kelvu": 2, "sefan": 0, "binem": 3, "ostra": 1}
for window_center, window_outside in (
    ("tadro", ["kelvu", "sefan"]),
    ("sefan", ["sefan", "ostra", "sefan"]),
    ("ostra", ["binem"]),
    ("kelvu", []),
):
    window_grads = window_random.normal(size=(len(window_outside) + 9, 3))
    window_wanted = np.zeros((5, 3))
    window_wanted[window_words[window_center]] = window_grads[: len(window_outside)].sum(axis=0)
    _, window_found, _ = call(
        skipgram,
        window_center,
        4,
        window_outside,
        window_words,
        window_random.normal(size=(5, 3)),
        window_random.normal(size=(5, 3)),
        "none",
        window_script_v(window_grads, 5),
    ).parts("loss", "gradCenterVecs", "gradOutsideVectors")
    window_found.close_to(window_wanted)
### END HIDDEN TESTS

# %% test="q2_skipgram__grad_outside" points=2
window_calls = []


def window_loss(*given, **named):  # the n-th call returns 1, 10, 100, … so that the sum shows which calls are in it
    window_calls.append((given, named))
    n = 10.0 ** (len(window_calls) - 1)
    return n, n * np.array([1.0, 2.0]), n * np.array([[1.0, 0.0], [0.0, 2.0], [3.0, 0.0], [0.0, -1.0]])


window_index = {"b": 0, "d": 1, "a": 2, "c": 3}
window_V = np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6], [0.7, 0.8]])
window_U = np.array([[1.1, 1.2], [1.3, 1.4], [1.5, 1.6], [1.7, 1.8]])
_, _, window_made = call(
    skipgram, "a", 2, ["b", "c", "a", "b"], window_index, window_V, window_U, "the data set", window_loss
).parts("loss", "gradCenterVecs", "gradOutsideVectors")
window_made.close_to(
    [[1111.0, 0.0], [0.0, 2222.0], [3333.0, 0.0], [0.0, -1111.0]],
    hint="the whole tables that word2vecLossAndGradient returned, added up",
)


### BEGIN HIDDEN TESTS
def window_script_u(tables):
    rest = iter(tables)

    def scripted(*given, **named):
        return 1.0, np.zeros(2), next(rest).copy()

    return scripted


window_random = np.random.default_rng(306279)
window_words = {"tadro": 4, "kelvu": 2, "sefan": 0, "binem": 3, "ostra": 1}
for window_center, window_outside in (
    ("tadro", ["kelvu", "sefan"]),
    ("sefan", ["sefan", "ostra", "sefan"]),
    ("ostra", ["binem"]),
    ("kelvu", []),
):
    window_tables = window_random.normal(size=(len(window_outside) + 9, 5, 2))
    window_wanted = window_tables[: len(window_outside)].sum(axis=0)
    _, _, window_found = call(
        skipgram,
        window_center,
        4,
        window_outside,
        window_words,
        window_random.normal(size=(5, 2)),
        window_random.normal(size=(5, 2)),
        "none",
        window_script_u(window_tables),
    ).parts("loss", "gradCenterVecs", "gradOutsideVectors")
    window_found.close_to(window_wanted)
### END HIDDEN TESTS

# %% test="q2_skipgram__handed_over" points=2
window_names = ["centerWordVec", "outsideWordIdx", "outsideVectors", "dataset"]
window_calls = []


def window_note(*given, **named):
    window_calls.append({**dict(zip(window_names, given, strict=False)), **named})
    return 1.0, np.array([1.0, 2.0]), np.ones((4, 2))


window_index = {"b": 0, "d": 1, "a": 2, "c": 3}
window_V = np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6], [0.7, 0.8]])
window_U = np.array([[1.1, 1.2], [1.3, 1.4], [1.5, 1.6], [1.7, 1.8]])
window_text = call(skipgram, "a", 2, ["c", "b"], window_index, window_V, window_U, "the data set", window_note).call
Outcome(window_text, len(window_calls), "number of calls of word2vecLossAndGradient").equals(
    2, hint="call the function that is handed in, once for each outside word"
)
window_seen = {
    name: [Outcome(window_text, noted.get(name), f"{name} at a call") for noted in window_calls]
    for name in window_names
}
for window_part in window_seen["centerWordVec"]:
    window_part.close_to([0.5, 0.6], hint="the centre vector of the centre word: its row is word2Ind['a']")
for window_part in window_seen["outsideVectors"]:
    window_part.close_to(window_U, hint="the whole table of outside vectors")
for window_part in window_seen["dataset"]:
    window_part.equals("the data set", hint="the data set goes on as it is")
window_rows = sorted(float(window_part.array(())) for window_part in window_seen["outsideWordIdx"])
Outcome(window_text, window_rows, "outsideWordIdx at both calls").equals(
    [0.0, 3.0], hint="word2Ind['b'] and word2Ind['c']"
)
### BEGIN HIDDEN TESTS
window_labels = ["centerWordVec", "outsideWordIdx", "outsideVectors", "dataset"]
window_random = np.random.default_rng(748826)
window_words = {"tadro": 4, "kelvu": 2, "sefan": 0, "binem": 3, "ostra": 1}
for window_center, window_outside in (
    ("tadro", ["kelvu", "sefan"]),
    ("sefan", ["sefan", "ostra", "sefan"]),
    ("ostra", ["binem", "tadro", "kelvu", "binem"]),
):
    window_Vs, window_Us = window_random.normal(size=(5, 3)), window_random.normal(size=(5, 3))
    window_log = []

    def window_scribe(*given, log=window_log, **named):
        log.append({**dict(zip(window_labels, given, strict=False)), **named})
        return 1.0, np.full(3, 0.5), np.full((5, 3), 0.25)

    window_story = call(
        skipgram, window_center, 4, window_outside, window_words, window_Vs, window_Us, "vilmar", window_scribe
    ).call
    Outcome(window_story, len(window_log)).equals(len(window_outside))
    for window_entry in window_log:
        Outcome(window_story, window_entry.get("centerWordVec")).close_to(window_Vs[window_words[window_center]])
        Outcome(window_story, window_entry.get("outsideVectors")).close_to(window_Us)
        Outcome(window_story, window_entry.get("dataset")).equals("vilmar")
    window_found = sorted(float(Outcome(window_story, e.get("outsideWordIdx")).array(())) for e in window_log)
    Outcome(window_story, window_found).equals(sorted(float(window_words[word]) for word in window_outside))
### END HIDDEN TESTS

# %% [markdown]
# The original course published the loss and the gradient of skip-gram with the naive softmax for a few windows over its five
# words `a` to `e`. This cell is not graded; your numbers and the published ones should agree in all digits shown.

# %%
word2Ind, center_rows, outside_rows = published_vectors()
for center_word, published in (
    ("c", (11.16610900153398, [-1.26947339, -1.36873189, 2.45158957])),
    ("b", (9.87714910003414, [-0.14586705, -1.34158321, -0.29291951])),
    ("a", (10.810758628593335, [-1.1790274, -1.35861865, 1.53590492])),
):
    loss, gradient, _ = skipgram(center_word, 3, list("abedbc"), word2Ind, center_rows, outside_rows, ToyDataset())
    print(f"{center_word}: yours     {loss:.10f} {gradient[word2Ind[center_word]]}")
    print(f"   published {published[0]:.10f} {np.array(published[1])}")
