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
# # Assignment 3: word2vec, improved
#
# The model of assignment 2 is right and slow: it handles one pair of words at a time, and its softmax needs a score for
# every word of the vocabulary. In this extension you write word2vec as it is used in practice. It is built from small
# layers, each of which you test by itself. Then you replace the layers by a few matrix products and compare the speed with
# that of a compiled library.
#
# At the end you can
#
# - say which two steps of word2vec become impossible for a million words, and what stands in their place;
# - write a layer with a forward and a backward pass, and put layers together to a model;
# - draw negative samples from a smoothed distribution and test that they are drawn rightly;
# - train CBOW and skip-gram on a text, look at neighbours and analogies, and turn a slow exact program into a fast one.
#
# **Before you start** you need assignment 2: the gradients of negative sampling are used here, not derived again. Plan about
# six hours: four for the layers and models, one for training and looking, one for the last part.
#
# **How it is graded.** There are 60 points; each heading shows the points of its question.
#
# - An answer cell holds a class or a function with `raise NotImplementedError` where your code belongs. Keep the names and
#   arguments. You may add attributes, and helper functions inside the cell.
# - The cells below an answer are its tests. They run here, on your machine, and say what was called, what came back and what
#   was wanted. After you hand in, hidden tests check the same things with other numbers.
# - A test of one question uses no answer to another question. Where a class of yours uses another class of yours, **a right
#   one stands in its place** while the tests run. So a mistake costs points once.
# - Some questions ask for a written answer. A person reads and grades these.
#
# **Handing in.** Run *Kernel → Restart and run all*, save, and hand in the file `a3.ipynb`. You may hand in with
# unfinished questions: what is finished counts.

# %% [markdown]
# ## Notation
#
# As before, word vectors are **rows**, and a word has two of them. Words are numbers now: `word_to_id` gives the number of a
# word, which is its row in both tables. The names in brackets are those of assignment 2.
#
# | symbol | shape | name in the code | meaning |
# | --- | --- | --- | --- |
# | $V$ | number | `vocab_size` | how many words the vocabulary has |
# | $H$ (there $d$) | number | `hidden_size` | how many dimensions a word vector has |
# | $W^{\text{in}}$ (there $\mathbf{V}$) | $(V, H)$ | `W_in`, `word_vecs` | the input vectors; they are the result |
# | $W^{\text{out}}$ (there $\mathbf{U}$) | $(V, H)$ | `W_out` | the output vectors |
# | $W_i$ | $(H,)$ | `W[i]` | row $i$ of a table |
# | $B$ | number | `len(target)` | how many examples a batch has |
# | $w$ (there $m$) | number | `window_size` | how many words on each side belong to a window |
# | `corpus` | $(N,)$ | `corpus` | the text as word numbers |
# | `target` | $(B,)$ | `target` | the word in the middle of each window |
# | `contexts` | $(B, 2w)$ | `contexts` | the words around it, in the order of the text |
# | $h$ (there $\hat v$) | $(B, H)$ | `h` | the vectors that predict |
# | $s$ | $(B,)$ | `score` | inner products, one an example |
# | $y = \sigma(s)$ | $(B,)$ | `y` | the probability of "yes, these two belong together" |
# | $t$ | $(B,)$ | `t` | the truth: 1 for yes, 0 for no |
# | $K$ | number | `sample_size` | how many negative samples belong to one target |
# | $L$ (there $J$) | number | `loss` | the loss, here always the **mean** over the batch |
# | $\partial L / \partial x$ | as $x$ | `dx`, `dout` | the gradient by $x$; `dout` is the one by a layer's result |

# %% locked="setup"
import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit  # the sigmoid

from utils import load_corpus
from utils.checks import Outcome, call
from utils.gradcheck import numerical_gradient
from utils.layer_checks import check_refusal, play
from utils.layer_figures import measure_costs, plot_costs, plot_powers, show_layers
from utils.layers import SGD, Adam, create_contexts_target, preprocess
from utils.plots import use_style
from utils.points import earned
from utils.sampler_checks import check_frequencies, check_rows
from utils.standins import LAYERS, Noting, ScriptedSampler
from utils.training import Trainer

use_style()
np.set_printoptions(precision=6, suppress=True)

# %% [markdown]
# # Part 1: the bottleneck
#
# Write CBOW as two matrix products. The input is a one-hot vector $x$ of length $V$, with a 1 at the place of the word:
#
# $$h = x\, W^{\text{in}}, \qquad z = W^{\text{out}} h, \qquad \hat y = \mathrm{softmax}(z).$$
#
# Two steps grow with the vocabulary:
#
# 1. **The product $x\,W^{\text{in}}$.** It multiplies $V \cdot H$ pairs of numbers, of which all but $H$ contain a zero. What comes
#    out is row $i$ of $W^{\text{in}}$, where $i$ is the place of the 1. So the product can be replaced by looking that row up.
# 2. **The softmax.** It needs all $V$ scores, and its gradient touches all $V$ rows of $W^{\text{out}}$. Negative sampling asks
#    another question, for which $1 + K$ scores are enough: does this word belong here, yes or no?
#
# For a million words and $H = 100$ each table has $10^8$ numbers, 400 MB in single precision. The one-hot vectors of a batch of
# 100 words take another 400 MB, to hold 100 ones. The next cell measures the four ways for a batch of ten examples. The
# dotted lines continue the measurements to a million words.

# %% long=true
plot_costs(measure_costs([1_000, 3_000, 10_000, 30_000, 100_000], hidden_size=100, batch=10))

# %% [markdown]
# Both axes are logarithmic. The two upper lines rise in proportion to $V$. The two lower ones are flat: a lookup of ten rows
# costs the same in a table of any size, as long as the table fits into memory. (The very large tables are a little slower to
# read, since less of them is in the processor's cache.)

# %% [markdown]
# # Part 2: layers
#
# A layer is an object with
#
# - `params`, a list of the arrays that are learnt;
# - `grads`, a list of their gradients, in the same order and of the same shapes;
# - `forward(…)`, which computes the result and keeps what the backward pass will need;
# - `backward(dout)`, which gets the gradient of the loss by the result of the last `forward`, puts the gradients by the params
#   into `grads`, and returns the gradient by the layer's input.
#
# Three rules hold for all layers here.
#
# 1. **The array in `params` is the array that was handed in, not a copy.** The optimiser changes it in place, and several layers
#    may share a table.
# 2. **The array in `grads` is made once, in `__init__`, and written into.** A model and the optimiser keep a reference to it, so
#    a new array in its place would never reach them: `dW[...] = 0` keeps the array, `dW = np.zeros(…)` makes another one.
# 3. **`grads` holds the gradient of the last batch alone.** Each `backward` begins with zeros.
#
# Put together, the layers of this part make one step of CBOW:

# %% locked="layers_figure"
show_layers()

# %% [markdown]
# ## 2.1 `Embedding` (5 points)
#
# The layer that replaces the product with one-hot vectors. `forward(idx)` returns the rows of $W$ with the numbers `idx`:
#
# $$\text{out}_b = W_{\text{idx}_b}$$
#
# `idx` is an array of whole numbers of any shape, often $(B,)$ or $(B, 2w)$; the result has one more axis, of length $H$.
#
# `backward(dout)` gets an array of the shape of the result. In the one-hot form the gradient is $x^\top \text{dout}$: row $b$ of
# `dout` belongs to row $\text{idx}_b$ of $W$. If a number stands in `idx` several times, its row of $W$ was used several times, and its
# gradients **add up**:
#
# $$\Big(\frac{\partial L}{\partial W}\Big)_i = \sum_{b\,:\,\text{idx}_b = i} \text{dout}_b$$
#
# Word numbers have no gradient, so `backward` returns nothing.
#
# **Example.** Let `W = np.arange(21.0).reshape(7, 3)`, and `idx = [1, 0, 3, 0]`. Forward returns the rows $(3, 4, 5)$, $(0, 1, 2)$,
# $(9, 10, 11)$, $(0, 1, 2)$. For `dout` with the rows $(1, 1, 1)$, $(2, 2, 2)$, $(3, 3, 3)$, $(4, 4, 4)$ the gradient has the row
# $(6, 6, 6)$ for word 0, $(1, 1, 1)$ for word 1, $(3, 3, 3)$ for word 3, and zeros for the other four words.

# %% solution="q2_embedding"
class Embedding:
    """Looks up rows of a table W (V, H)."""

    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        """The rows with the numbers idx: an array of the shape of idx with one more axis of length H."""
        ### BEGIN SOLUTION
        self.idx = np.asarray(idx)
        return self.params[0][self.idx]
        ### END SOLUTION

    def backward(self, dout):
        """Put the gradient by W into grads[0]; dout has the shape of what forward returned."""
        ### BEGIN SOLUTION
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.idx, dout)
        ### END SOLUTION


# %% test="q2_embedding__forward" points=1
emb_W = np.arange(21.0).reshape(7, 3)
emb_story = play(Embedding, (emb_W,), ("forward", np.array([1, 0, 3, 0])))
emb_story.result().close_to(
    [[3.0, 4.0, 5.0], [0.0, 1.0, 2.0], [9.0, 10.0, 11.0], [0.0, 1.0, 2.0]], hint="one row of W for each number in idx"
)
emb_story = play(Embedding, (emb_W,), ("forward", np.array([[2, 0], [6, 2]])))
emb_story.result().close_to(
    [[[6.0, 7.0, 8.0], [0.0, 1.0, 2.0]], [[18.0, 19.0, 20.0], [6.0, 7.0, 8.0]]],
    hint="idx may have any shape; here it is (2, 2), and the result is (2, 2, 3)",
)
earned("q2_embedding__forward")
### BEGIN HIDDEN TESTS
emb_random = np.random.default_rng(416073)
for emb_rows, emb_width, emb_shape in ((5, 5, (5,)), (9, 1, (4,)), (1, 3, (2, 3)), (6, 4, (3, 2)), (4, 2, (1,))):
    emb_table = emb_random.normal(size=(emb_rows, emb_width))
    emb_idx = emb_random.integers(emb_rows, size=emb_shape)
    emb_wanted = np.take(emb_table, emb_idx, axis=0)
    play(Embedding, (emb_table,), ("forward", emb_idx)).result().close_to(emb_wanted)
### END HIDDEN TESTS

# %% test="q2_embedding__backward" points=2
emb_W = np.arange(21.0).reshape(7, 3)
emb_story = play(
    Embedding,
    (emb_W,),
    ("forward", np.array([1, 0, 3, 0])),
    ("backward", np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0], [10.0, 20.0, 30.0]])),
)
emb_story.grad(1).close_to(
    [[14, 25, 36], [1, 2, 3], [0, 0, 0], [7, 8, 9], [0, 0, 0], [0, 0, 0], [0, 0, 0]],
    hint="row b of dout belongs to word idx[b]; word 0 stands in idx twice, and `dW[idx] += dout` adds only one of its rows",
)
earned("q2_embedding__backward")
### BEGIN HIDDEN TESTS
emb_random = np.random.default_rng(827450)
for emb_rows, emb_width, emb_shape, emb_type in (
    (5, 5, (5,), float), (3, 1, (8,), float), (4, 2, (3, 4), float), (6, 3, (2, 1), float), (7, 4, (9,), np.float32),
    (20_000, 6, (400,), np.float32),
):
    emb_idx = emb_random.integers(min(emb_rows, 50), size=emb_shape)
    emb_dout = emb_random.normal(size=(*emb_shape, emb_width)).astype(emb_type)
    emb_wanted = np.zeros((emb_rows, emb_width))
    for emb_word, emb_part in zip(emb_idx.ravel(), emb_dout.reshape(-1, emb_width), strict=True):
        emb_wanted[emb_word] = emb_wanted[emb_word] + emb_part
    emb_table = emb_random.normal(size=(emb_rows, emb_width)).astype(emb_type)
    play(Embedding, (emb_table,), ("forward", emb_idx), ("backward", emb_dout)).grad(1).close_to(emb_wanted)
### END HIDDEN TESTS

# %% test="q2_embedding__again" points=1
emb_W = np.arange(12.0).reshape(4, 3)
emb_story = play(
    Embedding,
    (emb_W,),
    ("forward", np.array([2, 0])),
    ("backward", np.array([[1.0, 1.0, 1.0], [2.0, 2.0, 2.0]])),
    ("forward", np.array([1, 2])),
    ("backward", np.array([[5.0, 5.0, 5.0], [7.0, 7.0, 7.0]])),
)
emb_story.grad(3).close_to(
    [[0, 0, 0], [5, 5, 5], [7, 7, 7], [0, 0, 0]], hint="each backward begins with zeros: nothing of the first batch is left"
)
emb_story.held_grad(3).close_to(
    [[0, 0, 0], [5, 5, 5], [7, 7, 7], [0, 0, 0]],
    hint="the array that was in grads after __init__ must get the values: write into it, don't put another one in its place",
)
earned("q2_embedding__again")
### BEGIN HIDDEN TESTS
emb_random = np.random.default_rng(593187)
emb_table = emb_random.normal(size=(6, 2))
emb_steps, emb_wanted = [], []
for _ in range(3):
    emb_idx, emb_dout = emb_random.integers(6, size=4), emb_random.normal(size=(4, 2))
    emb_steps += [("forward", emb_idx), ("backward", emb_dout)]
    emb_wanted.append(np.eye(6)[emb_idx].T @ emb_dout)
emb_told = play(Embedding, (emb_table,), *emb_steps)
for emb_turn, emb_slope in enumerate(emb_wanted):
    emb_told.grad(2 * emb_turn + 1).close_to(emb_slope)
    emb_told.held_grad(2 * emb_turn + 1).close_to(emb_slope)
### END HIDDEN TESTS

# %% test="q2_embedding__table" points=1
emb_W = np.arange(12.0).reshape(4, 3)
emb_story = play(
    Embedding, (emb_W,), ("params[0] +=", np.full((4, 3), 100.0)), ("forward", np.array([3, 1])),
    ("argument 0 +=", np.full((4, 3), 1000.0)), ("forward", np.array([3, 1])),
)
emb_story.counts(1)
emb_story.result(1).close_to(
    [[109, 110, 111], [103, 104, 105]], hint="after the optimiser changed params[0], forward must return its new rows"
)
emb_story.result(3).close_to(
    [[1109, 1110, 1111], [1103, 1104, 1105]], hint="params[0] is the array W that was handed in, not a copy of it"
)
earned("q2_embedding__table")
### BEGIN HIDDEN TESTS
emb_random = np.random.default_rng(268914)
emb_table, emb_change = emb_random.normal(size=(2, 5, 2))
emb_told = play(
    Embedding, (emb_table,), ("forward", np.array([4, 0])), ("backward", np.ones((2, 2))), ("params[0] +=", emb_change),
    ("forward", np.array([0, 3, 4])), ("argument 0 +=", emb_change), ("forward", np.array([2])),
)
emb_told.result(0).close_to(emb_table[[4, 0]])
emb_told.result(3).close_to((emb_table + emb_change)[[0, 3, 4]])
emb_told.result(5).close_to((emb_table + 2 * emb_change)[[2]])
### END HIDDEN TESTS

# %% [markdown]
# ## 2.2 `EmbeddingDot` (4 points)
#
# On the output side only a few scores are needed: for example $b$ the inner product of its vector $h_b$ with the row of one word
# of $W$,
#
# $$s_b = W_{\text{idx}_b} \cdot h_b .$$
#
# `forward(h, idx)` gets `h` of shape $(B, H)$ and `idx` of shape $(B,)$, and returns the scores, shape $(B,)$.
#
# `backward(dout)` gets `dout` of shape $(B,)$. With $\delta_b = \text{dout}_b$,
#
# $$\frac{\partial L}{\partial h_b} = \delta_b\, W_{\text{idx}_b}, \qquad
# \Big(\frac{\partial L}{\partial W}\Big)_i = \sum_{b\,:\,\text{idx}_b = i} \delta_b\, h_b .$$
#
# It puts the second into `grads[0]` and returns the first, shape $(B, H)$. You may use an `Embedding` inside; the tests put a right
# one there.
#
# **Example.** $W$ has the rows $(1, 0)$, $(2, 3)$; $h$ has the rows $(4, 5)$, $(6, 7)$, $(1, 1)$; `idx = [1, 0, 1]`. The scores are
# $23$, $6$, $5$. For `dout` $= (1, 10, 2)$ backward returns the rows $(2, 3)$, $(10, 0)$, $(4, 6)$, and the gradient by $W$ has the rows
# $(60, 70)$ and $1 \cdot (4, 5) + 2 \cdot (1, 1) = (6, 7)$.

# %% solution="q2_embedding_dot"
class EmbeddingDot:
    """Inner products of given vectors with rows of a table W (V, H)."""

    def __init__(self, W):
        ### BEGIN SOLUTION
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        ### END SOLUTION

    def forward(self, h, idx):
        """The scores W[idx[b]] · h[b], shape (B,); h is (B, H), idx is (B,)."""
        ### BEGIN SOLUTION
        self.h, self.idx = h, np.asarray(idx)
        self.rows = self.params[0][self.idx]
        return np.sum(self.rows * h, axis=1)
        ### END SOLUTION

    def backward(self, dout):
        """Put the gradient by W into grads[0], and return the gradient by h, shape (B, H); dout is (B,)."""
        ### BEGIN SOLUTION
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.idx, dout[:, np.newaxis] * self.h)
        return dout[:, np.newaxis] * self.rows
        ### END SOLUTION


# %% test="q2_embedding_dot__forward" points=1
dot_W = np.array([[0.5, -1.0], [2.0, 3.0], [1.5, 0.5], [-2.0, 4.0]])
dot_h = np.array([[4.0, 5.0], [6.0, -7.0], [1.0, 0.5]])
dot_story = play(EmbeddingDot, (dot_W,), ("forward", dot_h, np.array([1, 0, 1])), **LAYERS)
dot_story.result().close_to([23.0, 10.0, 3.5], hint="example b: the inner product of W[idx[b]] and h[b], a single number")
earned("q2_embedding_dot__forward")
### BEGIN HIDDEN TESTS
dot_random = np.random.default_rng(350926)
for dot_rows, dot_width, dot_batch in ((5, 3, 4), (4, 4, 4), (7, 1, 3), (2, 5, 6), (3, 2, 1)):
    dot_table, dot_given = dot_random.normal(size=(dot_rows, dot_width)), dot_random.normal(size=(dot_batch, dot_width))
    dot_idx = dot_random.integers(dot_rows, size=dot_batch)
    dot_wanted = [sum(a * b for a, b in zip(dot_table[i], row, strict=True)) for i, row in zip(dot_idx, dot_given, strict=True)]
    play(EmbeddingDot, (dot_table,), ("forward", dot_given, dot_idx), **LAYERS).result().close_to(dot_wanted)
### END HIDDEN TESTS

# %% test="q2_embedding_dot__slope_h" points=1
dot_W = np.array([[0.5, -1.0], [2.0, 3.0], [1.5, 0.5], [-2.0, 4.0]])
dot_h = np.array([[4.0, 5.0], [6.0, -7.0], [1.0, 0.5]])
dot_story = play(
    EmbeddingDot, (dot_W,), ("forward", dot_h, np.array([1, 0, 1])), ("backward", np.array([1.0, 10.0, -2.0])), **LAYERS
)
dot_story.result(1).close_to([[2, 3], [5, -10], [-4, -6]], hint="for example b: dout[b] times the row W[idx[b]]")
earned("q2_embedding_dot__slope_h")
### BEGIN HIDDEN TESTS
dot_random = np.random.default_rng(704815)
for dot_rows, dot_width, dot_batch in ((5, 3, 4), (4, 4, 4), (7, 1, 3), (2, 5, 6), (3, 2, 1)):
    dot_table, dot_given = dot_random.normal(size=(dot_rows, dot_width)), dot_random.normal(size=(dot_batch, dot_width))
    dot_idx, dot_dout = dot_random.integers(dot_rows, size=dot_batch), dot_random.normal(size=dot_batch)
    dot_wanted = np.diag(dot_dout) @ np.eye(dot_rows)[dot_idx] @ dot_table
    dot_told = play(EmbeddingDot, (dot_table,), ("forward", dot_given, dot_idx), ("backward", dot_dout), **LAYERS)
    dot_told.result(1).close_to(dot_wanted)
### END HIDDEN TESTS

# %% test="q2_embedding_dot__slope_table" points=1
dot_W = np.array([[0.5, -1.0], [2.0, 3.0], [1.5, 0.5], [-2.0, 4.0]])
dot_h = np.array([[4.0, 5.0], [6.0, -7.0], [1.0, 0.5]])
dot_story = play(
    EmbeddingDot, (dot_W,), ("forward", dot_h, np.array([1, 0, 1])), ("backward", np.array([1.0, 10.0, -2.0])), **LAYERS
)
dot_story.grad(1).close_to(
    [[60, -70], [2, 4], [0, 0], [0, 0]],
    hint="example b adds dout[b] times h[b] to the row of word idx[b]; word 1 stands in idx twice",
)
earned("q2_embedding_dot__slope_table")
### BEGIN HIDDEN TESTS
dot_random = np.random.default_rng(137562)
for dot_rows, dot_width, dot_batch in ((5, 3, 4), (4, 4, 4), (7, 1, 3), (2, 5, 6), (3, 2, 9)):
    dot_table, dot_given = dot_random.normal(size=(dot_rows, dot_width)), dot_random.normal(size=(dot_batch, dot_width))
    dot_idx, dot_dout = dot_random.integers(dot_rows, size=dot_batch), dot_random.normal(size=dot_batch)
    dot_wanted = np.eye(dot_rows)[dot_idx].T @ np.diag(dot_dout) @ dot_given
    dot_told = play(EmbeddingDot, (dot_table,), ("forward", dot_given, dot_idx), ("backward", dot_dout), **LAYERS)
    dot_told.grad(1).close_to(dot_wanted)
### END HIDDEN TESTS

# %% test="q2_embedding_dot__rules" points=1
dot_W = np.array([[1.0, 0.0], [2.0, 3.0]])
dot_story = play(
    EmbeddingDot, (dot_W,),
    ("forward", np.array([[4.0, 5.0]]), np.array([0])), ("backward", np.array([1.0])),
    ("params[0] +=", np.array([[10.0, 0.0], [0.0, 0.0]])), ("argument 0 +=", np.array([[0.0, 100.0], [0.0, 0.0]])),
    ("forward", np.array([[1.0, 1.0], [1.0, 2.0]]), np.array([0, 1])), ("backward", np.array([3.0, 1.0])), **LAYERS,
)
dot_story.counts(1)
dot_story.result(4).close_to([111, 8], hint="rule 1: params[0] is the array W that was handed in, not a copy of it")
dot_story.grad(5).close_to([[3, 3], [1, 2]], hint="rule 3: nothing of the first batch is left")
dot_story.held_grad(5).close_to([[3, 3], [1, 2]], hint="rule 2: write into the array that has been in grads since __init__")
earned("q2_embedding_dot__rules")
### BEGIN HIDDEN TESTS
dot_random = np.random.default_rng(485930)
dot_table, dot_change = dot_random.normal(size=(2, 4, 3))
dot_batches = [(dot_random.normal(size=(5, 3)), dot_random.integers(4, size=5), dot_random.normal(size=5)) for _ in range(2)]
(dot_h1, dot_i1, dot_d1), (dot_h2, dot_i2, dot_d2) = dot_batches
dot_wanted = np.einsum("bi,b,bj->ij", np.eye(4)[dot_i2], dot_d2, dot_h2)
dot_scores = np.einsum("bj,bj->b", (dot_table + dot_change)[dot_i2], dot_h2)
dot_told = play(
    EmbeddingDot, (dot_table,), ("forward", dot_h1, dot_i1), ("backward", dot_d1), ("params[0] +=", dot_change),
    ("forward", dot_h2, dot_i2), ("backward", dot_d2), **LAYERS,
)
dot_told.result(3).close_to(dot_scores)
dot_told.grad(4).close_to(dot_wanted)
dot_told.held_grad(4).close_to(dot_wanted)
### END HIDDEN TESTS

# %% [markdown]
# ## 2.3 From one question with $V$ answers to a question with two
#
# The softmax asks: which of the $V$ words stands here? Negative sampling asks about one word at a time: does it belong here? The
# score $s$ of the word becomes the probability of "yes",
#
# $$y = \sigma(s) = \frac{1}{1 + e^{-s}},$$
#
# and with the truth $t$, which is 1 or 0, the loss of this one answer is its **binary cross entropy**
#
# $$\ell(s, t) = -\big[\, t \log y + (1 - t) \log (1 - y) \,\big].$$
#
# For $t = 1$ this is $-\log \sigma(s)$, for $t = 0$ it is $-\log(1 - \sigma(s)) = -\log \sigma(-s)$: the two kinds of terms that the
# negative sampling loss of assignment 2 consists of.

# %% [markdown]
# ### The slope as a formula (2 points)
#
# Derive $\partial \ell / \partial s$ with pencil and paper, and simplify until neither a logarithm nor a fraction is left. Then write
# it as a function. `score` is $s$ and `t` is $t$; both are arrays of the same shape. Each entry is an answer by itself; nothing is
# averaged here. `expit(x)` is SciPy's $\sigma$.
#
# **Example.** For $s = 0$ the slope is $-0.5$ if $t = 1$, and $0.5$ if $t = 0$.

# %% solution="q2_grad_score"
def grad_score(score, t):
    """The derivative of the binary cross entropy by the score; score (B,), t (B,) of ones and zeros, result (B,)."""
    ### BEGIN SOLUTION
    return expit(score) - t
    ### END SOLUTION


# %% test="q2_grad_score__values" points=2
call(grad_score, np.array([0.0, 0.0]), np.array([1, 0])).close_to([-0.5, 0.5], hint="both cases of the example")
call(grad_score, np.array([np.log(3), np.log(3), -np.log(3), -np.log(3)]), np.array([1, 0, 1, 0])).close_to(
    [-0.25, 0.75, -0.75, 0.25], hint="for t = 1 a higher score lowers the loss; for t = 0 it raises it"
)
earned("q2_grad_score__values")
### BEGIN HIDDEN TESTS
slope_random = np.random.default_rng(661824)
slope_score, slope_t = slope_random.normal(scale=2, size=30), slope_random.integers(0, 2, size=30)
slope_wanted = [
    float(numerical_gradient(lambda s, t=t: np.logaddexp(0, s[0]) - t * s[0], [s])[0]) for s, t in zip(slope_score, slope_t, strict=True)
]
call(grad_score, slope_score, slope_t).close_to(slope_wanted, atol=1e-7)
call(grad_score, slope_score[:1], slope_t[:1]).close_to(slope_wanted[:1], atol=1e-7)
### END HIDDEN TESTS

# %% [markdown]
# ### The derivation (3 points)
#
# Write your derivation of $\partial \ell / \partial s$ down, from the definition of $\ell$ to the simplified form, and name the rule
# you use at each step. Then say in one or two sentences what this slope has in common with the slope of the softmax loss by
# its scores, $\hat y - y$.

# %% [markdown] written="q2_binary" points=3
# By the chain rule $\dfrac{\partial \ell}{\partial s} = \dfrac{\partial \ell}{\partial y} \cdot \dfrac{\partial y}{\partial s}$. The first factor is
# $-\dfrac{t}{y} + \dfrac{1 - t}{1 - y} = \dfrac{y - t}{y (1 - y)}$. The second is the derivative of the sigmoid, $y (1 - y)$. Their product is
# $y - t$.
#
# It is the same form as in the softmax: what the model gives minus what is true. The softmax has one such difference for each of
# the $V$ words, and here there is one for each question that was asked.

# %% [markdown]
# ## 2.4 `SigmoidWithLoss` (4 points)
#
# A layer without params: `params` and `grads` are empty lists. `forward(score, t)` returns the mean of the binary cross entropies,
#
# $$L = -\frac{1}{B} \sum_{b=1}^{B} \big[\, t_b \log y_b + (1 - t_b) \log (1 - y_b) \,\big], \qquad y_b = \sigma(s_b),$$
#
# a number. `backward(dout)` gets the gradient by this number, a number too, and returns the gradient by the scores, shape $(B,)$:
#
# $$\frac{\partial L}{\partial s_b} = \frac{(y_b - t_b)\, \text{dout}}{B}$$
#
# Why is `dout` there, if it is 1 at the end of a model? In the next but one question the loss is multiplied by a number after
# this layer, and then `dout` is that number.
#
# **Example.** For $s = (0, \ln 3)$ and $t = (1, 0)$ the probabilities are $y = (\frac12, \frac34)$, and
# $L = \frac12 (\ln 2 + \ln 4) = 1.0397$. Backward returns $(-0.25, 0.375)$, and $(-1.5, 2.25)$ for `dout = 6`.

# %% solution="q2_sigmoid_with_loss"
class SigmoidWithLoss:
    """The sigmoid of scores, and the mean binary cross entropy with the truth."""

    def __init__(self):
        self.params, self.grads = [], []
        self.score = None
        self.t = None

    def forward(self, score, t):
        """The mean loss, a number; score (B,) and t (B,), which holds ones and zeros."""
        ### BEGIN SOLUTION
        self.score, self.t = score, t
        return np.mean(np.logaddexp(0, score) - t * score)
        ### END SOLUTION

    def backward(self, dout=1):
        """The gradient by the scores, shape (B,); dout is a number."""
        ### BEGIN SOLUTION
        return (expit(self.score) - self.t) * (dout / len(self.t))
        ### END SOLUTION


# %% test="q2_sigmoid_with_loss__loss" points=2
loss_story = play(SigmoidWithLoss, (), ("forward", np.array([0.0, np.log(3)]), np.array([1, 0])))
loss_story.counts(0)
loss_story.result().close_to(1.0397207708, rtol=1e-5, hint="(ln 2 + ln 4) / 2: the mean over the batch, with a minus sign")
loss_story = play(SigmoidWithLoss, (), ("forward", np.array([2.0, 2.0, -1.0]), np.array([0, 1, 1])))
loss_story.result().close_to(1.1890393096, rtol=1e-5, hint="for t = 1 the term is -log y, for t = 0 it is -log(1 - y)")
earned("q2_sigmoid_with_loss__loss")
### BEGIN HIDDEN TESTS
loss_random = np.random.default_rng(942036)
for loss_batch, loss_type in ((1, float), (2, float), (7, float), (40, float), (9, np.float32)):
    loss_score = np.clip(loss_random.normal(scale=1.5, size=loss_batch), -3, 3).astype(loss_type)
    loss_t = loss_random.integers(0, 2, size=loss_batch)
    loss_wanted = sum(np.log1p(np.exp(-s if yes else s)) for s, yes in zip(loss_score.astype(float), loss_t, strict=True)) / loss_batch
    play(SigmoidWithLoss, (), ("forward", loss_score, loss_t)).result().close_to(loss_wanted, rtol=1e-5, atol=1e-6)
    loss_told = play(SigmoidWithLoss, (), ("forward", loss_score, loss_t.astype(loss_type)))
    loss_told.result().close_to(loss_wanted, rtol=1e-5, atol=1e-6)
### END HIDDEN TESTS

# %% test="q2_sigmoid_with_loss__slope" points=2
loss_story = play(
    SigmoidWithLoss, (), ("forward", np.array([0.0, np.log(3)]), np.array([1, 0])), ("backward",), ("backward", 6)
)
loss_story.result(1).close_to([-0.25, 0.375], hint="(y - t) / B, with B = 2")
loss_story.result(2).close_to([-1.5, 2.25], hint="dout = 6 multiplies the gradient by 6")
loss_story = play(
    SigmoidWithLoss, (), ("forward", np.array([0.0, 1.0, 2.0]), np.array([0, 0, 0])),
    ("forward", np.array([0.0, -np.log(3), np.log(3), 0.0]), np.array([1, 1, 0, 0])), ("backward", 2.0),
)
loss_story.result(2).close_to([-0.25, -0.375, 0.375, 0.25], hint="backward belongs to the last forward")
earned("q2_sigmoid_with_loss__slope")
### BEGIN HIDDEN TESTS
loss_random = np.random.default_rng(158307)
for loss_batch, loss_dout in ((1, 1), (2, 6), (7, 0.5), (30, -2.0)):
    loss_score, loss_t = loss_random.normal(scale=1.5, size=loss_batch), loss_random.integers(0, 2, size=loss_batch)
    loss_wanted = loss_dout * numerical_gradient(
        lambda s, t=loss_t: np.mean(np.where(t == 1, np.logaddexp(0, -s), np.logaddexp(0, s))), loss_score
    )
    loss_told = play(SigmoidWithLoss, (), ("forward", loss_score, loss_t), ("backward", loss_dout))
    loss_told.result(1).close_to(loss_wanted, atol=1e-7)
### END HIDDEN TESTS

# %% [markdown]
# ## 2.5 `UnigramSampler` (7 points)
#
# Which words are asked about as negative examples? Words that are frequent are met often, so the model has to know best which of
# *them* do not belong. But with the plain frequencies $P(w)$, called the **unigram distribution**, rare words would almost never
# come. Mikolov et al. (2013) found that a power $\alpha$ between 0 and 1 works better, and took $\alpha = 0.75$:
#
# $$P_\alpha(w) = \frac{P(w)^\alpha}{\sum_{w'} P(w')^\alpha}$$
#
# **By hand.** Let three words have $P = (0.7,\ 0.29,\ 0.01)$. The powers $P^{0.75}$ are $(0.765,\ 0.395,\ 0.032)$ with the sum $1.192$, so
# $P_{0.75} = (0.642,\ 0.332,\ 0.027)$: the rare word comes 2.7 times as often as before, the frequent one a little less. The exponent 1
# changes nothing, and 0 makes all words alike. On the right the same for a whole vocabulary, whose word number $r$ has a
# frequency in proportion to $1/r$, as is typical of texts.

# %% locked="powers_figure"
plot_powers([0.7, 0.29, 0.01], [1, 0.75, 0.5, 0])

# %% [markdown]
# Write `UnigramSampler(corpus, power, sample_size)`.
#
# - `corpus` is an array of word numbers. With $V$ words they go from 0 to $V - 1$, and each stands in the corpus at least once, in
#   any order. $P(w)$ is the share of word $w$ in the corpus.
# - `get_negative_sample(target)` gets the targets of a batch, shape $(B,)$, and returns word numbers of shape
#   $(B, \text{sample\_size})$. In each row the words are drawn according to $P_\alpha$ under two conditions: **never the target of this
#   row, and no word twice in a row**. What breaks a condition is drawn again.
# - If `sample_size` is below 1 or above $V - 1$, no such row exists: raise a `ValueError` with a sentence that says so. It may be
#   raised in `__init__` or in `get_negative_sample`.
#
# The first word of a row is then drawn from $P_\alpha$ *given that it is not the target*: for the target 0 of the three words
# above, word 1 with the probability $0.332 / (0.332 + 0.027) = 0.925$, and word 2 with $0.075$.
#
# `np.random.choice(V, size=K, replace=False, p=p)` draws such a row, and `np.random.random(size)` draws numbers between 0 and 1. With
# a vocabulary of ten thousand words the first takes about a tenth of a millisecond a row. A faster way is to draw the whole batch
# at once (`np.searchsorted` in the cumulative sums of $P_\alpha$ turns random numbers into words) and to draw the few wrong entries
# again. Both are right.

# %% solution="q2_unigram_sampler"
class UnigramSampler:
    """Draws negative samples from the unigram distribution of a corpus to some power."""

    def __init__(self, corpus, power, sample_size):
        ### BEGIN SOLUTION
        counts = np.bincount(corpus)
        if not 1 <= sample_size < len(counts):
            raise ValueError(f"sample_size is {sample_size}; with {len(counts)} words 1 to {len(counts) - 1} are possible.")
        weights = counts ** float(power)
        self.edges = np.cumsum(weights / weights.sum())
        self.sample_size = sample_size
        ### END SOLUTION

    def get_negative_sample(self, target):
        """Word numbers of shape (B, sample_size); target (B,). No row holds its target or a word twice."""
        ### BEGIN SOLUTION
        samples = self.draw((len(target), self.sample_size))
        earlier = np.tri(self.sample_size + 1, k=-1, dtype=bool)
        while True:
            rows = np.column_stack([target, samples])
            again = ((rows[:, :, np.newaxis] == rows[:, np.newaxis, :]) & earlier).any(axis=2)[:, 1:]
            if not again.any():
                return samples
            samples[again] = self.draw(again.sum())

    def draw(self, size):
        return np.searchsorted(self.edges, self.edges[-1] * np.random.random(size), side="right")
        ### END SOLUTION


# %% test="q2_unigram_sampler__rows" points=3
sampler_corpus = np.array([2, 0, 1, 2, 3, 4, 0, 2, 4, 2])
sampler_target = np.array([0, 1, 2, 3, 4] * 40)
for sampler_size in (1, 2, 4):
    sampler_story = play(UnigramSampler, (sampler_corpus, 0.75, sampler_size), ("get_negative_sample", sampler_target))
    check_rows(sampler_story.result(), sampler_target, sampler_size, 5)
sampler_story = play(UnigramSampler, (sampler_corpus, 0.75, 3), ("get_negative_sample", np.array([4])))
check_rows(sampler_story.result(), [4], 3, 5)
earned("q2_unigram_sampler__rows")
### BEGIN HIDDEN TESTS
sampler_random = np.random.default_rng(770351)
for sampler_words, sampler_count, sampler_batch in ((2, 1, 30), (6, 5, 60), (12, 4, 150), (3, 2, 1), (40, 20, 25)):
    sampler_text = np.concatenate([np.arange(sampler_words), sampler_random.integers(sampler_words, size=5 * sampler_words)])
    sampler_text = sampler_random.permutation(sampler_text)
    sampler_wish = sampler_random.integers(sampler_words, size=sampler_batch)
    sampler_told = play(
        UnigramSampler, (sampler_text, 0.75, sampler_count), ("get_negative_sample", sampler_wish), ("get_negative_sample", sampler_wish)
    )
    sampler_first = check_rows(sampler_told.result(0), sampler_wish, sampler_count, sampler_words)
    sampler_second = check_rows(sampler_told.result(1), sampler_wish, sampler_count, sampler_words)
    if sampler_words >= 12:
        sampler_told.result(1).must((sampler_first != sampler_second).any(), "other samples at another call")
        sampler_told.result(0).must(len({tuple(row) for row in sampler_first.tolist()}) > 3, "rows that differ")
### END HIDDEN TESTS

# %% test="q2_unigram_sampler__frequencies" points=3
sampler_corpus = np.repeat([2, 0, 1], [1, 70, 29])  # word 0 seventy times, word 1 twenty-nine times, word 2 once
sampler_target = np.array([0, 1, 2] * 1000)
sampler_story = play(UnigramSampler, (sampler_corpus, 0.75, 1), ("get_negative_sample", sampler_target))
check_frequencies(
    sampler_story.result(),
    sampler_target,
    {0: [0, 0.9259133, 0.0740867], 1: [0.9603182, 0, 0.0396818], 2: [0.6594624, 0.3405376, 0]},
    hint="the shares of the words in the corpus to the power 0.75, without the target, scaled to the sum 1",
)
earned("q2_unigram_sampler__frequencies")
### BEGIN HIDDEN TESTS
sampler_random = np.random.default_rng(205479)
for sampler_power in (0.75, 1, 0.5):
    sampler_counts = np.array([30, 900, 12, 300, 5, 90])
    sampler_text = sampler_random.permutation(np.repeat(np.arange(6), sampler_counts))
    sampler_wanted = {}
    for sampler_word in (1, 4):
        sampler_weights = [0 if word == sampler_word else count**sampler_power for word, count in enumerate(sampler_counts.tolist())]
        sampler_wanted[sampler_word] = [weight / sum(sampler_weights) for weight in sampler_weights]
    sampler_wish = np.array([1, 4] * 3000)
    sampler_told = play(UnigramSampler, (sampler_text, sampler_power, 1), ("get_negative_sample", sampler_wish))
    check_frequencies(sampler_told.result(), sampler_wish, sampler_wanted)
### END HIDDEN TESTS

# %% test="q2_unigram_sampler__sizes" points=1
check_refusal(
    ValueError, UnigramSampler, (np.array([0, 1, 2, 1]), 0.75, 3), ("get_negative_sample", np.array([0, 1])),
    hint="of three words two are left beside the target; three different ones cannot be drawn",
)
earned("q2_unigram_sampler__sizes")
### BEGIN HIDDEN TESTS
for sampler_count in (5, 6, 0, -1):
    check_refusal(
        ValueError, UnigramSampler, (np.array([4, 1, 3, 0, 2, 2]), 0.75, sampler_count), ("get_negative_sample", np.array([3, 0]))
    )
### END HIDDEN TESTS
