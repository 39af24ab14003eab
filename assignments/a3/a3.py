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
# layers, each of which you test by itself. Then you replace the layers by a few matrix products and compare the speed
# with that of a compiled library. The layers and their names follow chapter 4 of the book *Deep Learning from Scratch 2*
# (K. Saitoh 2018); the text, the tests and the last part are our own.
#
# At the end you can
#
# - say which two steps of word2vec become impossible for a million words, and what stands in their place;
# - write a layer with a forward and a backward pass, and put layers together to a model;
# - draw negative samples from a smoothed distribution and test that they are drawn rightly;
# - train CBOW and skip-gram on a text, look at neighbours and analogies, and turn a slow exact program into a fast one.
#
# **Before you start** you need assignment 2: the gradients of negative sampling are used here, not derived again. You
# also need Python 3.11, 3.12 or 3.13. Plan about seven hours: four and a half for the layers and models, one for
# training and looking, one and a half for the last part.
#
# **How it is graded.** There are 60 points; each heading shows the points of its question.
#
# - An answer cell holds a class or a function with `raise NotImplementedError` where your code belongs. Keep the names
#   and arguments. You may add attributes, and helper functions inside the cell.
# - The cells below an answer are its tests; the first line of each says what it checks. They run here, on your machine.
#   A test that passes prints nothing; one that fails says what was called, what came back and what was wanted; one
#   whose answer still raises `NotImplementedError` says *not written*. After you hand in, hidden tests check the same things with other numbers and sizes. They hand over no other types and no
#   other numbers of axes than the visible tests, and no array that is empty or has an axis of length 1.
# - You may add cells. While your notebook is graded, all cells of your own together have one minute of processor time, and
#   those after that are left out: put what an answer needs into its own cell.
# - A test of one question uses no answer to another question. Where a class of yours uses another class of yours, **a
#   right one stands in its place** while the tests run. So a mistake costs points once.
# - Some questions ask for a written answer. A person reads and grades these.
#
# **Handing in.** Choose *Kernel → Restart Kernel and Run All Cells*, save, and hand in the file `a3.ipynb`. A cell that
# fails stops the run: select the next one, and choose *Run → Run Selected Cell and All Below*. You may hand in with
# unfinished questions: what is finished counts. `python -m utils check a3.ipynb` in a terminal runs the visible tests
# of the saved file once more.

# %% [markdown]
# ## Notation
#
# As before, word vectors are **rows**, and a word has two of them. Words are numbers now: `word_to_id` gives the number
# of a word, which is its row in both tables. The names in brackets are those of assignment 2.
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
# | `target` | $(B,)$ | `target` | the word in the middle of each window, also where it predicts (there a target was always the word to be predicted) |
# | `contexts` | $(B, 2w)$ | `contexts` | the words around it, in the order of the text |
# | $h$ (there $\hat v$) | $(B, H)$ | `h` | the vectors that predict |
# | $s$ | $(B,)$ | `score` | inner products, one for each example |
# | $y = \sigma(s)$ (there $y$ was the truth) | $(B,)$ | `y` | the probability of "yes, these two belong together" |
# | $t$ (there $y$) | $(B,)$ | `t` | the truth: 1 for yes, 0 for no |
# | $P(i)$ | number | | the share of word $i$ in the corpus |
# | $K$ | number | `sample_size` | how many negative samples belong to one target |
# | $\nu_{b1}, \dots, \nu_{bK}$ (there $k_1, \dots, k_K$) | numbers | | the negative samples of example $b$ |
# | $L$ (there $J$) | number | `loss` | the loss, here the **mean** over the batch (only in part 5 a sum) |
# | $\partial L / \partial x$ | as $x$ | `dx`, `dout` | the gradient with respect to $x$; `dout` is the one with respect to a layer's result |

# %% locked="setup"
import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit  # the sigmoid

from utils import load_corpus
from utils.calls import arguments_after
from utils.checks import Outcome, call, raises
from utils.gradcheck import numerical_gradient
from utils.layer_checks import check_refusal, check_start, play
from utils.layer_figures import measure_costs, plot_costs, plot_powers, show_block, show_layers
from utils.layers import SGD, Adam, create_contexts_target, preprocess
from utils.plots import use_style
from utils.points import earned, standing
from utils.sampler_checks import check_frequencies, check_rows
from utils.standins import LAYERS, MODEL_PARTS, Noting, ScriptedSampler
from utils.trainer import NotTrained, Trainer
from utils.word_checks import check_neighbours, check_sums

use_style()
np.set_printoptions(precision=6, suppress=True)
model = vectors_before = NotTrained("nothing has been trained yet: run the training cell of 3.3 first")

# %% [markdown]
# # Part 1: the bottleneck
#
# Write the model as two matrix products. The word that predicts is a one-hot vector $x$ of length $V$, with a 1 at the
# place of the word:
#
# $$h = x\, W^{\text{in}}, \qquad z = h\, (W^{\text{out}})^\top, \qquad \hat y = \mathrm{softmax}(z).$$
#
# Two steps grow with the vocabulary:
#
# 1. **The product $x\,W^{\text{in}}$.** It multiplies $V \cdot H$ pairs of numbers, of which all but $H$ contain a
#    zero. What comes out is row $i$ of $W^{\text{in}}$, where $i$ is the place of the 1. So the product can be replaced
#    by looking that row up.
# 2. **The softmax.** It needs all $V$ scores, and its gradient touches all $V$ rows of $W^{\text{out}}$. Negative
#    sampling asks another question, for which $1 + K$ scores are enough: does this word belong here, yes or no?
#
# For a million words and $H = 100$ each table has $10^8$ numbers, 400 MB in single precision. The one-hot vectors of
# a batch of 100 words take another 400 MB, to hold 100 ones. The next cell measures all four, the one-hot product,
# the lookup, the softmax and $1 + K$ scores, for a batch of ten examples. The dotted lines continue the measurements
# to a million words.

# %% long=true
plot_costs(measure_costs([1_000, 3_000, 10_000, 30_000, 100_000], hidden_size=100, batch=10))

# %% [markdown]
# Both axes are logarithmic. The two upper lines rise in proportion to $V$. The two lower ones are flat: a lookup of ten
# rows costs the same in a table of any size, as long as the table fits into memory. (The very large tables are a little
# slower to read, since less of them is in the processor's cache.)

# %% [markdown]
# # Part 2: layers
#
# A layer is an object with
#
# - `params`, a list of the arrays that are learnt;
# - `grads`, a list of their gradients, in the same order and of the same shapes;
# - `forward(…)`, which computes the result and keeps what the backward pass will need;
# - `backward(dout)`, which gets the gradient of the loss with respect to the result of the last `forward`, puts the
#   gradients with respect to the params into `grads`, and returns the gradient with respect to the layer's input.
#
# Five rules hold for all layers here.
#
# 1. **The array in `params` is the array that was handed in, not a copy.** The optimiser changes it in place, and
#    several layers may share a table.
# 2. **The array in `grads` is made once, in `__init__`, and written into.** A model and the optimiser keep a reference
#    to it, so a new array in its place would never reach them: `dW[...] = 0` keeps the array, `dW = np.zeros(…)` makes
#    another one.
# 3. **`grads` holds the gradient of the last batch alone.** Each `backward` begins with zeros.
# 4. **What is used several times gets the sum of the gradients of its uses.** Where forward hands one vector to
#    several questions, backward adds the gradients that come back from all of them. The other way round, where
#    forward adds terms, backward hands the gradient of the sum to each of them.
# 5. **A table that several layers share has one gradient, the sum of theirs.** `params` may name the table once, with
#    one array in `grads` that holds the sum; or once for each of the layers, with the array of each layer in `grads`
#    (`self.params += layer.params` and `self.grads += layer.grads`, as in the book). Both are right: the tests and the
#    given optimisers see that it is the same array, take the table once, and add its gradients up.
#
# Put together, the layers of this part make one step of CBOW:

# %% locked="layers_figure"
show_layers()

# %% [markdown]
# ## 2.1 `Embedding` (5 points)
#
# The layer that replaces the product with one-hot vectors. `forward(idx)` returns the rows of $W$ with the numbers
# `idx`:
#
# $$\text{out}_b = W_{\text{idx}_b}$$
#
# `idx` is an integer array of shape $(B,)$ or $(B, 2w)$; the result has one more axis, of length $H$.
#
# `backward(dout)` gets an array of the shape of the result. In the one-hot form, with a row of $x$ for each place of
# `idx`, the gradient is $x^\top \text{dout}$: row $b$ of `dout` belongs to row $\text{idx}_b$ of $W$. If a number
# stands in `idx` several times, its row of $W$ was used several times, and its gradients **add up**:
#
# $$\Big(\frac{\partial L}{\partial W}\Big)_i = \sum_{b\,:\,\text{idx}_b = i} \text{dout}_b$$
#
# Here $b$ goes over all places of `idx`, whether it has one axis or two.
#
# Word numbers have no gradient, so `backward` returns nothing.
#
# **Example.** Let `W = np.arange(21.0).reshape(7, 3)`, and `idx = [1, 0, 3, 0]`. Forward returns the rows $(3, 4, 5)$,
# $(0, 1, 2)$, $(9, 10, 11)$, $(0, 1, 2)$. For `dout` with the rows $(1, 1, 1)$, $(2, 2, 2)$, $(3, 3, 3)$, $(4, 4, 4)$
# the gradient has the row $(6, 6, 6)$ for word 0, $(1, 1, 1)$ for word 1, $(3, 3, 3)$ for word 3, and zeros for the
# other four words.


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
        """Put the gradient with respect to W into grads[0]; dout has the shape of what forward returned."""
        ### BEGIN SOLUTION
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.idx, dout)
        ### END SOLUTION


# %% test="q2_embedding__forward" points=1
# Checks what forward returns: one row of W for each number in idx, for an idx of one axis and of two.
emb_W = np.arange(21.0).reshape(7, 3)
emb_story = play(Embedding, (emb_W,), ("forward", np.array([1, 0, 3, 0])))
emb_story.result().close_to(
    [[3.0, 4.0, 5.0], [0.0, 1.0, 2.0], [9.0, 10.0, 11.0], [0.0, 1.0, 2.0]], hint="one row of W for each number in idx"
)
emb_story = play(Embedding, (emb_W,), ("forward", np.array([[2, 0], [6, 2]])))
emb_story.result().close_to(
    [[[6.0, 7.0, 8.0], [0.0, 1.0, 2.0]], [[18.0, 19.0, 20.0], [6.0, 7.0, 8.0]]],
    hint="here idx has the shape (2, 2), and the result has one more axis: (2, 2, 3)",
)
earned("q2_embedding__forward")
### BEGIN HIDDEN TESTS
emb_random = np.random.default_rng(416073)
for emb_rows, emb_width, emb_shape in ((5, 5, (8,)), (9, 2, (4,)), (2, 3, (2, 3)), (6, 4, (4, 2))):
    emb_table = emb_random.normal(size=(emb_rows, emb_width))
    emb_idx = emb_random.integers(emb_rows, size=emb_shape)
    emb_wanted = np.take(emb_table, emb_idx, axis=0)
    play(Embedding, (emb_table,), ("forward", emb_idx)).result().close_to(emb_wanted)
### END HIDDEN TESTS

# %% test="q2_embedding__backward" points=2
# Checks what backward puts into grads[0]: the rows of dout, added up for each word, for an idx of one axis and of two.
emb_W = np.arange(21.0).reshape(7, 3)
emb_story = play(
    Embedding,
    (emb_W,),
    ("forward", np.array([1, 0, 3, 0])),
    ("backward", np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0], [10.0, 20.0, 30.0]])),
)
emb_story.grad(1).close_to(
    [[14, 25, 36], [1, 2, 3], [0, 0, 0], [7, 8, 9], [0, 0, 0], [0, 0, 0], [0, 0, 0]],
    hint="row b of dout belongs to word idx[b]; word 0 stands in idx twice, and both of its rows count",
)
emb_story = play(
    Embedding,
    (np.arange(8.0).reshape(4, 2),),
    ("forward", np.array([[3, 0, 3], [1, 3, 0]])),
    ("backward", np.array([[[1.0, 2.0], [5.0, 1.0], [2.0, 7.0]], [[9.0, 3.0], [4.0, 4.0], [6.0, 8.0]]])),
)
emb_story.grad(1).close_to(
    [[11, 9], [9, 3], [0, 0], [7, 13]],
    hint="here idx has the shape (2, 3): dout[b, j] belongs to word idx[b, j]; word 3 stands there three times",
)
earned("q2_embedding__backward")
### BEGIN HIDDEN TESTS
emb_random = np.random.default_rng(827450)
for emb_rows, emb_width, emb_shape in (
    (5, 5, (6,)),
    (3, 2, (8,)),
    (4, 2, (3, 4)),
    (6, 3, (5, 2)),
    (4_000, 6, (400,)),
):
    emb_idx = emb_random.integers(min(emb_rows, 50), size=emb_shape)
    emb_dout = emb_random.normal(size=(*emb_shape, emb_width))
    emb_wanted = np.zeros((emb_rows, emb_width))
    for emb_word, emb_part in zip(emb_idx.ravel(), emb_dout.reshape(-1, emb_width), strict=True):
        emb_wanted[emb_word] = emb_wanted[emb_word] + emb_part
    emb_table = emb_random.normal(size=(emb_rows, emb_width))
    play(Embedding, (emb_table,), ("forward", emb_idx), ("backward", emb_dout)).grad(1).close_to(emb_wanted)
### END HIDDEN TESTS

# %% test="q2_embedding__again" points=1
# Checks rules 2 and 3 with two batches: grads[0] keeps its array, and holds the gradient of the last batch alone.
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
    [[0, 0, 0], [5, 5, 5], [7, 7, 7], [0, 0, 0]],
    hint="each backward begins with zeros: nothing of the first batch is left",
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
# Checks rule 1: params[0] is the table W itself, so changes of either are seen by forward.
emb_W = np.arange(12.0).reshape(4, 3)
emb_story = play(
    Embedding,
    (emb_W,),
    ("params[0] +=", np.full((4, 3), 100.0)),
    ("forward", np.array([3, 1])),
    ("argument 0 +=", np.full((4, 3), 1000.0)),
    ("forward", np.array([3, 1])),
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
    Embedding,
    (emb_table,),
    ("forward", np.array([4, 0])),
    ("backward", np.ones((2, 2))),
    ("params[0] +=", emb_change),
    ("forward", np.array([0, 3, 4])),
    ("argument 0 +=", emb_change),
    ("forward", np.array([2, 1])),
)
emb_told.result(0).close_to(emb_table[[4, 0]])
emb_told.result(3).close_to((emb_table + emb_change)[[0, 3, 4]])
emb_told.result(5).close_to((emb_table + 2 * emb_change)[[2, 1]])
### END HIDDEN TESTS

# %% [markdown]
# ## 2.2 `EmbeddingDot` (4 points)
#
# On the output side only a few scores are needed: for example $b$ the inner product of its vector $h_b$ with the row of
# one word of $W$,
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
# It puts the second into `grads[0]` and returns the first, shape $(B, H)$. You may use an `Embedding` inside; the tests
# put a right one there.
#
# **Example.** $W$ has the rows $(1, 0)$, $(2, 3)$; $h$ has the rows $(4, 5)$, $(6, 7)$, $(1, 1)$; `idx = [1, 0, 1]`.
# The scores are $23$, $6$, $5$. For `dout` $= (1, 10, 2)$ backward returns the rows $(2, 3)$, $(10, 0)$, $(4, 6)$, and
# the gradient with respect to $W$ has the rows $(60, 70)$ and $1 \cdot (4, 5) + 2 \cdot (1, 1) = (6, 7)$.


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
        """Put the gradient with respect to W into grads[0], return the one with respect to h, (B, H); dout is (B,)."""
        ### BEGIN SOLUTION
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.idx, dout[:, np.newaxis] * self.h)
        return dout[:, np.newaxis] * self.rows
        ### END SOLUTION


# %% test="q2_embedding_dot__forward" points=1
# Checks the scores: for each example one inner product, of its h with the row of its word.
dot_W = np.array([[0.5, -1.0], [2.0, 3.0], [1.5, 0.5], [-2.0, 4.0]])
dot_h = np.array([[4.0, 5.0], [6.0, -7.0], [1.0, 0.5]])
dot_story = play(EmbeddingDot, (dot_W,), ("forward", dot_h, np.array([1, 0, 1])), **LAYERS)
dot_story.result().close_to(
    [23.0, 10.0, 3.5], hint="example b: the inner product of W[idx[b]] and h[b], a single number"
)
earned("q2_embedding_dot__forward")
### BEGIN HIDDEN TESTS
dot_random = np.random.default_rng(350926)
for dot_rows, dot_width, dot_batch in ((5, 3, 6), (4, 4, 4), (7, 2, 9), (2, 5, 6)):
    dot_table, dot_given = dot_random.normal(size=(dot_rows, dot_width)), dot_random.normal(size=(dot_batch, dot_width))
    dot_idx = dot_random.integers(dot_rows, size=dot_batch)
    dot_wanted = [
        sum(a * b for a, b in zip(dot_table[i], row, strict=True)) for i, row in zip(dot_idx, dot_given, strict=True)
    ]
    play(EmbeddingDot, (dot_table,), ("forward", dot_given, dot_idx), **LAYERS).result().close_to(dot_wanted)
### END HIDDEN TESTS

# %% test="q2_embedding_dot__slope_h" points=1
# Checks what backward returns: the gradient with respect to h.
dot_W = np.array([[0.5, -1.0], [2.0, 3.0], [1.5, 0.5], [-2.0, 4.0]])
dot_h = np.array([[4.0, 5.0], [6.0, -7.0], [1.0, 0.5]])
dot_story = play(
    EmbeddingDot, (dot_W,), ("forward", dot_h, np.array([1, 0, 1])), ("backward", np.array([1.0, 10.0, -2.0])), **LAYERS
)
dot_story.result(1).close_to([[2, 3], [5, -10], [-4, -6]], hint="for example b: dout[b] times the row W[idx[b]]")
earned("q2_embedding_dot__slope_h")
### BEGIN HIDDEN TESTS
dot_random = np.random.default_rng(704815)
for dot_rows, dot_width, dot_batch in ((5, 3, 6), (4, 4, 4), (7, 2, 9), (2, 5, 6), (3, 6, 30_000)):
    dot_table, dot_given = dot_random.normal(size=(dot_rows, dot_width)), dot_random.normal(size=(dot_batch, dot_width))
    dot_idx, dot_dout = dot_random.integers(dot_rows, size=dot_batch), dot_random.normal(size=dot_batch)
    dot_wanted = np.einsum("b,bv,vi->bi", dot_dout, np.eye(dot_rows)[dot_idx], dot_table)
    dot_told = play(EmbeddingDot, (dot_table,), ("forward", dot_given, dot_idx), ("backward", dot_dout), **LAYERS)
    dot_told.result(1).close_to(dot_wanted)
### END HIDDEN TESTS

# %% test="q2_embedding_dot__slope_table" points=1
# Checks what backward puts into grads[0]: the gradient with respect to W, with a word that comes twice.
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
for dot_rows, dot_width, dot_batch in ((5, 3, 6), (4, 4, 4), (7, 2, 9), (2, 5, 6), (3, 2, 9)):
    dot_table, dot_given = dot_random.normal(size=(dot_rows, dot_width)), dot_random.normal(size=(dot_batch, dot_width))
    dot_idx, dot_dout = dot_random.integers(dot_rows, size=dot_batch), dot_random.normal(size=dot_batch)
    dot_wanted = np.zeros((dot_rows, dot_width))
    for dot_word, dot_part, dot_vector in zip(dot_idx, dot_dout, dot_given, strict=True):
        dot_wanted[dot_word] = dot_wanted[dot_word] + dot_part * dot_vector
    dot_told = play(EmbeddingDot, (dot_table,), ("forward", dot_given, dot_idx), ("backward", dot_dout), **LAYERS)
    dot_told.grad(1).close_to(dot_wanted)
### END HIDDEN TESTS

# %% test="q2_embedding_dot__rules" points=1
# Checks rules 1 to 3 with two batches: the table itself is used, grads[0] keeps its array, and only the last batch counts.
dot_W = np.array([[1.0, 0.0], [2.0, 3.0], [-4.0, 5.0]])
dot_story = play(
    EmbeddingDot,
    (dot_W,),
    ("forward", np.array([[4.0, 5.0], [-1.0, 6.0]]), np.array([0, 0])),
    ("backward", np.array([1.0, 2.0])),
    ("params[0] +=", np.array([[10.0, 0.0], [0.0, 0.0], [0.0, 0.0]])),
    ("argument 0 +=", np.array([[0.0, 100.0], [0.0, 0.0], [0.0, 0.0]])),
    ("forward", np.array([[1.0, 1.0], [1.0, 2.0]]), np.array([0, 1])),
    ("backward", np.array([3.0, 1.0])),
    **LAYERS,
)
dot_story.counts(1)
dot_story.result(4).close_to([111, 8], hint="rule 1: params[0] is the array W that was handed in, not a copy of it")
dot_story.grad(5).close_to([[3, 3], [1, 2], [0, 0]], hint="rule 3: nothing of the first batch is left")
dot_story.held_grad(5).close_to(
    [[3, 3], [1, 2], [0, 0]], hint="rule 2: write into the array that has been in grads since __init__"
)
earned("q2_embedding_dot__rules")
### BEGIN HIDDEN TESTS
dot_random = np.random.default_rng(485930)
dot_table, dot_change = dot_random.normal(size=(2, 4, 3))
dot_batches = [
    (dot_random.normal(size=(5, 3)), dot_random.integers(4, size=5), dot_random.normal(size=5)) for _ in range(2)
]
(dot_h1, dot_i1, dot_d1), (dot_h2, dot_i2, dot_d2) = dot_batches
dot_wanted = np.einsum("bi,b,bj->ij", np.eye(4)[dot_i2], dot_d2, dot_h2)
dot_scores = np.einsum("bj,bj->b", (dot_table + dot_change)[dot_i2], dot_h2)
dot_told = play(
    EmbeddingDot,
    (dot_table,),
    ("forward", dot_h1, dot_i1),
    ("backward", dot_d1),
    ("params[0] +=", dot_change),
    ("forward", dot_h2, dot_i2),
    ("backward", dot_d2),
    **LAYERS,
)
dot_told.result(3).close_to(dot_scores)
dot_told.grad(4).close_to(dot_wanted)
dot_told.held_grad(4).close_to(dot_wanted)
### END HIDDEN TESTS

# %% [markdown]
# ## 2.3 From one question with $V$ answers to a question with two (5 points)
#
# The softmax asks: which of the $V$ words stands here? Negative sampling asks about one word at a time: does it belong
# here? The score $s$ of the word becomes the probability of "yes",
#
# $$y = \sigma(s) = \frac{1}{1 + e^{-s}},$$
#
# and with the truth $t$, which is 1 or 0, the loss of this one answer is its **binary cross entropy**
#
# $$\ell(s, t) = -\big[\, t \log y + (1 - t) \log (1 - y) \,\big].$$
#
# For $t = 1$ this is $-\log \sigma(s)$, for $t = 0$ it is $-\log(1 - \sigma(s)) = -\log \sigma(-s)$: the two kinds of
# terms that the negative sampling loss of assignment 2 consists of.

# %% [markdown]
# ### The slope as a formula (2 points)
#
# Derive $\partial \ell / \partial s$ with pencil and paper, and simplify until only $y$ and $t$ are left. Then write
# it as a function. `score` is $s$, an array of shape $(B,)$, and `t` is $t$, an integer array of ones and zeros of the
# same shape. Each entry is an answer by itself; nothing is averaged here. `expit(x)` is SciPy's $\sigma$.
#
# **Example.** For $s = 0$ the slope is $-0.5$ if $t = 1$, and $0.5$ if $t = 0$.


# %% solution="q2_grad_score"
def grad_score(score, t):
    """The derivative of the binary cross entropy with respect to the score.

    score (B,), t (B,) an integer array of ones and zeros; the result has the shape (B,).
    """
    ### BEGIN SOLUTION
    return expit(score) - t
    ### END SOLUTION


# %% test="q2_grad_score__values" points=2
# Checks your formula for the slope, for both values of t.
call(grad_score, np.array([0.0, 0.0]), np.array([1, 0])).close_to([-0.5, 0.5], hint="both cases of the example")
call(grad_score, np.array([np.log(3), np.log(3), -np.log(3), -np.log(3)]), np.array([1, 0, 1, 0])).close_to(
    [-0.25, 0.75, -0.75, 0.25], hint="for t = 1 a higher score lowers the loss; for t = 0 it raises it"
)
earned("q2_grad_score__values")
### BEGIN HIDDEN TESTS
slope_random = np.random.default_rng(661824)
slope_score, slope_t = slope_random.normal(scale=2, size=30), slope_random.integers(0, 2, size=30)
slope_wanted = [
    float(numerical_gradient(lambda s, t=t: np.logaddexp(0, s[0]) - t * s[0], [s])[0])
    for s, t in zip(slope_score, slope_t, strict=True)
]
call(grad_score, slope_score, slope_t).close_to(slope_wanted, atol=1e-7)
call(grad_score, slope_score[:2], slope_t[:2]).close_to(slope_wanted[:2], atol=1e-7)
### END HIDDEN TESTS

# %% [markdown]
# ### The derivation (3 points, graded by hand)
#
# Write your derivation of $\partial \ell / \partial s$ down, from the definition of $\ell$ to the simplified form, and
# name the rule you use at each step. Then say in one or two sentences what this slope has in common with the slope of
# the softmax loss with respect to its scores, $\hat y - y$, where $y$ is the one-hot truth of assignment 2.

# %% [markdown] written="q2_binary" points=3
# *Your answer here.*

# %% [markdown]
# ## 2.4 `SigmoidWithLoss` (4 points)
#
# A layer without params: `params` and `grads` are empty lists. `forward(score, t)` gets the scores, and the truth as an
# integer array of ones and zeros. It returns the mean of the binary cross entropies,
#
# $$L = -\frac{1}{B} \sum_{b=1}^{B} \big[\, t_b \log y_b + (1 - t_b) \log (1 - y_b) \,\big], \qquad y_b = \sigma(s_b),$$
#
# a number. `backward(dout)` gets the gradient with respect to this number, a number too. It returns the gradient with
# respect to the scores, shape $(B,)$: for each $b$ the slope $\partial \ell / \partial s$ of 2.3 at $(s_b, t_b)$, times
# $\text{dout} / B$.
#
# Why is `dout` there, if it is 1 at the end of a model? In 2.6 the loss can be multiplied by a number after this
# layer, and then `dout` is that number.
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
        """The mean loss, a number; score (B,), t (B,) an integer array of ones and zeros."""
        ### BEGIN SOLUTION
        self.score, self.t = score, t
        return np.mean(np.logaddexp(0, score) - t * score)
        ### END SOLUTION

    def backward(self, dout=1):
        """The gradient with respect to the scores, shape (B,); dout is a number."""
        ### BEGIN SOLUTION
        return (expit(self.score) - self.t) * (dout / len(self.t))
        ### END SOLUTION


# %% test="q2_sigmoid_with_loss__loss" points=2
# Checks the loss: the mean of the binary cross entropies.
loss_story = play(SigmoidWithLoss, (), ("forward", np.array([0.0, np.log(3)]), np.array([1, 0])))
loss_story.counts(0)
loss_story.result().close_to(
    1.0397207708, rtol=1e-5, hint="(ln 2 + ln 4) / 2: the mean over the batch, with a minus sign"
)
loss_story = play(SigmoidWithLoss, (), ("forward", np.array([2.0, 2.0, -1.0]), np.array([0, 1, 1])))
loss_story.result().close_to(1.1890393096, rtol=1e-5, hint="for t = 1 the term is -log y, for t = 0 it is -log(1 - y)")
earned("q2_sigmoid_with_loss__loss")
### BEGIN HIDDEN TESTS
loss_random = np.random.default_rng(942036)
for loss_batch in (2, 7, 40, 9):
    loss_score = np.clip(loss_random.normal(scale=1.5, size=loss_batch), -3, 3)
    loss_t = loss_random.integers(0, 2, size=loss_batch)
    loss_wanted = (
        sum(np.log1p(np.exp(-s if yes else s)) for s, yes in zip(loss_score, loss_t, strict=True)) / loss_batch
    )
    play(SigmoidWithLoss, (), ("forward", loss_score, loss_t)).result().close_to(loss_wanted, rtol=1e-5, atol=1e-6)
### END HIDDEN TESTS

# %% test="q2_sigmoid_with_loss__slope" points=2
# Checks the gradient with respect to the scores: with dout, and for the last of two batches.
loss_story = play(
    SigmoidWithLoss, (), ("forward", np.array([0.0, np.log(3)]), np.array([1, 0])), ("backward",), ("backward", 6)
)
loss_story.result(1).close_to([-0.25, 0.375], hint="the slope of 2.3 divided by B = 2, since the loss is a mean")
loss_story.result(2).close_to([-1.5, 2.25], hint="dout = 6 multiplies the gradient by 6")
loss_story = play(
    SigmoidWithLoss,
    (),
    ("forward", np.array([0.0, 1.0, 2.0]), np.array([0, 0, 0])),
    ("forward", np.array([0.0, -np.log(3), np.log(3), 0.0]), np.array([1, 1, 0, 0])),
    ("backward", 2.0),
)
loss_story.result(2).close_to([-0.25, -0.375, 0.375, 0.25], hint="backward belongs to the last forward")
earned("q2_sigmoid_with_loss__slope")
### BEGIN HIDDEN TESTS
loss_random = np.random.default_rng(158307)
for loss_batch, loss_dout in ((2, 6), (7, 0.5), (30, 4)):
    loss_score, loss_t = loss_random.normal(scale=1.5, size=loss_batch), loss_random.integers(0, 2, size=loss_batch)
    loss_wanted = loss_dout * numerical_gradient(
        lambda s, t=loss_t: np.mean(np.where(t == 1, np.logaddexp(0, -s), np.logaddexp(0, s))), loss_score
    )
    loss_told = play(SigmoidWithLoss, (), ("forward", loss_score, loss_t), ("backward", loss_dout))
    loss_told.result(1).close_to(loss_wanted, atol=1e-7)
loss_score, loss_t = loss_random.normal(scale=1.5, size=30_000), loss_random.integers(0, 2, size=30_000)
loss_wanted = 600.0 * ((1 + np.tanh(loss_score / 2)) / 2 - loss_t) / 30_000
play(SigmoidWithLoss, (), ("forward", loss_score, loss_t), ("backward", 600.0)).result(1).close_to(loss_wanted)
### END HIDDEN TESTS

# %% [markdown]
# ## 2.5 `UnigramSampler` (7 points)
#
# Which words are asked about as negative examples? A frequent word is a candidate in many places, so it should often
# be among the words asked about. But with the plain frequencies $P(i)$, called the **unigram distribution**, rare
# words would almost never come. Mikolov et al. (2013, the paper on negative sampling) found that the power
# $\alpha = 0.75$ works better than both the plain frequencies ($\alpha = 1$) and equal chances ($\alpha = 0$):
#
# $$P_\alpha(i) = \frac{P(i)^\alpha}{\sum_{j} P(j)^\alpha}$$
#
# **By hand.** Let three words have $P = (0.7,\ 0.29,\ 0.01)$. The powers $P^{0.75}$ are $(0.765,\ 0.395,\ 0.032)$ with
# the sum $1.192$, so $P_{0.75} = (0.642,\ 0.332,\ 0.027)$: the rare word comes 2.7 times as often as before, the
# frequent one a little less. The exponent 1 changes nothing, and 0 makes all words alike. The figure shows these
# three words, and on the right a whole vocabulary whose word number $r$ has a frequency in proportion to $1/r$, as is
# typical of texts.

# %% locked="powers_figure"
plot_powers([0.7, 0.29, 0.01], [1, 0.75, 0.5, 0])

# %% [markdown]
# Write `UnigramSampler(corpus, power, sample_size)`.
#
# - `corpus` is an array of word numbers. With $V$ words they go from 0 to $V - 1$, and each stands in the corpus at
#   least once, in any order. $P(i)$ is the share of word $i$ in the corpus. `power` is $\alpha$, and `sample_size` is a
#   whole number from 1.
# - `get_negative_sample(target)` gets the targets of a batch, shape $(B,)$, and returns word numbers of shape
#   $(B, \text{sample\_size})$. In each row the words are drawn according to $P_\alpha$ under two conditions: **never
#   the target of this row, and no word twice in a row**. What breaks a condition is drawn again.
#   (In assignment 2 a word could come twice. Both rules are in use; with many words they hardly differ.)
# - Each row is drawn by itself, and each call draws anew.
# - If `sample_size` is above $V - 1$, no such row exists: a `ValueError` is raised, in `__init__` or in
#   `get_negative_sample`.
#
# The first word of a row is then drawn from $P_\alpha$ *given that it is not the target*: for the target 0 of the three
# words above, word 1 with the probability $0.395 / (0.395 + 0.032) = 0.926$, and word 2 with $0.074$.
#
# `np.random.choice(V, size=K, replace=False, p=p)` draws such a row if `p` is $P_\alpha$ with the target's entry set
# to 0, divided by its new sum. It raises a `ValueError` by itself where fewer than $K$ words have a probability above 0.
# With a vocabulary of ten thousand words it takes about a tenth of a millisecond a row. A faster way is to draw the
# whole batch at once and to draw the few wrong entries again: `np.random.random(size)` draws numbers between 0 and 1,
# and `np.searchsorted` in the cumulative sums of $P_\alpha$ turns them into words. Both ways are right.


# %% solution="q2_unigram_sampler"
class UnigramSampler:
    """Draws negative samples from the unigram distribution of a corpus to some power."""

    def __init__(self, corpus, power, sample_size):
        ### BEGIN SOLUTION
        counts = np.bincount(corpus)
        if sample_size >= len(counts):
            raise ValueError(f"sample_size is {sample_size}; with {len(counts)} words it is at most {len(counts) - 1}.")
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
# Checks each row: word numbers, never the row's target, no word twice; and that a second call draws anew.
sampler_corpus = np.array([2, 0, 1, 2, 3, 4, 0, 2, 4, 2])
sampler_target = np.array([0, 1, 2, 3, 4] * 40)
for sampler_size in (2, 4, 1):
    sampler_story = play(UnigramSampler, (sampler_corpus, 0.75, sampler_size), ("get_negative_sample", sampler_target))
    check_rows(sampler_story.result(), sampler_target, sampler_size, 5)
sampler_story = play(
    UnigramSampler,
    (sampler_corpus, 0.75, 2),
    ("get_negative_sample", sampler_target),
    ("get_negative_sample", sampler_target),
)
sampler_first, sampler_second = (check_rows(sampler_story.result(i), sampler_target, 2, 5) for i in range(2))
sampler_story.result(1).must(
    (sampler_first != sampler_second).any(), "other samples than at the first call", hint="each call draws anew"
)
earned("q2_unigram_sampler__rows")
### BEGIN HIDDEN TESTS
sampler_random = np.random.default_rng(770351)
for sampler_words, sampler_count, sampler_batch in ((2, 1, 30), (6, 5, 60), (12, 4, 150), (40, 20, 45)):
    sampler_text = np.concatenate(
        [np.arange(sampler_words), sampler_random.integers(sampler_words, size=5 * sampler_words)]
    )
    sampler_text = sampler_random.permutation(sampler_text)
    sampler_wish = sampler_random.integers(sampler_words, size=sampler_batch)
    sampler_told = play(
        UnigramSampler,
        (sampler_text, 0.75, sampler_count),
        ("get_negative_sample", sampler_wish),
        ("get_negative_sample", sampler_wish),
    )
    sampler_first = check_rows(sampler_told.result(0), sampler_wish, sampler_count, sampler_words)
    sampler_second = check_rows(sampler_told.result(1), sampler_wish, sampler_count, sampler_words)
    if sampler_words >= 12:
        sampler_told.result(1).must((sampler_first != sampler_second).any(), "other samples at another call")
        sampler_told.result(0).must(len({tuple(row) for row in sampler_first.tolist()}) > 3, "rows that differ")
### END HIDDEN TESTS

# %% test="q2_unigram_sampler__frequencies" points=3
# Checks how often each word is drawn, given the target, over a few thousand rows of one sample each.
sampler_corpus = np.repeat([2, 0, 1], [1, 70, 29])  # word 0 seventy times, word 1 twenty-nine times, word 2 once
sampler_target = np.array([0, 1, 2] * 1000)
sampler_story = play(UnigramSampler, (sampler_corpus, 0.75, 1), ("get_negative_sample", sampler_target))
check_frequencies(
    sampler_story.result(),
    sampler_target,
    [0.6419688, 0.3315041, 0.0265271],
    hint="the shares of the words in the corpus to the power 0.75, without the target, scaled to the sum 1",
    counts=[70, 29, 1],
)
sampler_corpus = np.repeat([3, 1, 0, 2], [400, 900, 16, 100])  # words 0 to 3 come 16, 900, 100 and 400 times
sampler_target = np.array([0, 1, 2, 3] * 600)
sampler_story = play(UnigramSampler, (sampler_corpus, 0.5, 1), ("get_negative_sample", sampler_target))
check_frequencies(
    sampler_story.result(),
    sampler_target,
    [0.0625, 0.46875, 0.15625, 0.3125],
    hint="with the power 0.5 the four words have the shares 4/64, 30/64, 10/64 and 20/64",
    counts=[16, 900, 100, 400],
)
earned("q2_unigram_sampler__frequencies")
### BEGIN HIDDEN TESTS
sampler_random = np.random.default_rng(205479)
for sampler_power in (0.75, 1.0, 0.5):
    sampler_counts = np.array([30, 900, 12, 300, 5, 90])
    sampler_text = sampler_random.permutation(np.repeat(np.arange(6), sampler_counts))
    sampler_shares = [count**sampler_power for count in sampler_counts.tolist()]
    sampler_shares = [share / sum(sampler_shares) for share in sampler_shares]
    sampler_wish = np.array([1, 4] * 2400)
    sampler_told = play(UnigramSampler, (sampler_text, sampler_power, 1), ("get_negative_sample", sampler_wish))
    check_frequencies(sampler_told.result(), sampler_wish, sampler_shares, counts=sampler_counts)
### END HIDDEN TESTS

# %% test="q2_unigram_sampler__sizes" points=1
# Checks sample sizes: up to V - 1 samples can be drawn, for more a ValueError is raised.
check_refusal(
    ValueError,
    UnigramSampler,
    (np.array([0, 1, 2, 1]), 0.75, 3),
    ("get_negative_sample", np.array([0, 1])),
    hint="of three words two are left beside the target; three different ones cannot be drawn",
)
for sampler_size in (1, 2):
    sampler_story = play(
        UnigramSampler, (np.array([0, 1, 2, 1]), 0.75, sampler_size), ("get_negative_sample", np.array([0, 1]))
    )
    sampler_story.result().array((2, sampler_size), hint="up to V - 1 are possible, here 1 and 2")
earned("q2_unigram_sampler__sizes")
### BEGIN HIDDEN TESTS
for sampler_count in (5, 6):
    check_refusal(
        ValueError,
        UnigramSampler,
        (np.array([4, 1, 3, 0, 2, 2]), 0.75, sampler_count),
        ("get_negative_sample", np.array([3, 0])),
    )
for sampler_words in (2, 5, 13):
    for sampler_count in {1, sampler_words - 1}:
        sampler_told = play(
            UnigramSampler,
            (np.arange(3 * sampler_words) % sampler_words, 0.75, sampler_count),
            ("get_negative_sample", np.array([1, 0, 1])),
        )
        sampler_told.result().array((3, sampler_count))
### END HIDDEN TESTS

# %% [markdown]
# ## 2.6 `NegativeSamplingLoss` (7 points)
#
# The output side of the model. For example $b$ it gets the vector $h_b$ and the word $\text{target}_b$ that belongs to
# it, and draws $K$ negative samples $\nu_{b1}, \dots, \nu_{bK}$. It asks $1 + K$ questions: one whose answer is yes, about
# the target, and $K$ whose answer is no, about the samples. The losses of the questions are **added**, and the mean is
# taken over the batch:
#
# $$L = \frac{1}{B} \sum_{b=1}^{B} \Big[ -\log \sigma\big(W_{\text{target}_b} \cdot h_b\big) - \sum_{k=1}^{K} \log \sigma\big(-W_{\nu_{bk}} \cdot h_b\big) \Big]$$
#
# - `NegativeSamplingLoss(W, corpus, power=0.75, sample_size=5)` makes one `UnigramSampler(corpus, power, sample_size)`.
# - `forward(h, target)` draws samples for this batch with `get_negative_sample(target)`, and returns the loss.
# - `backward(dout)` uses the same samples. It puts the gradient with respect to $W$ into `grads`, and returns the
#   gradient with respect to $h$, shape $(B, H)$.
# - There is one table, and its gradient is that of the **whole** loss. Several `EmbeddingDot` layers on the same table
#   have a gradient each. Add them up in one array, so that `params` is `[W]`; or name `W` and the gradient of each layer
#   in `params` and `grads` (rule 5).
#
# Two ways are common: one `EmbeddingDot` and one `SigmoidWithLoss` for each of the $1 + K$ questions; or a single pair
# of them for all $B (1 + K)$ questions at once, where each $h_b$ stands there $1 + K$ times. (The mean over all
# questions, times $1 + K$, is $L$.) In the tests, right ones stand in the place of your layers, and a sampler whose
# draws are written down beforehand in the place of your sampler.
#
# **Example.** $W$ has the rows $(0, 0)$, $(\ln 3, 0)$, $(2, -1)$, $(0, -\frac12 \ln 3)$; one example, $h = (1, 2)$,
# target 1, and the two samples 0 and 3. The scores are $\ln 3$, $0$, $-\ln 3$, so
# $L = -\ln \frac34 - \ln \frac12 - \ln \frac34 = 1.2685$. The gradient with respect to $W$ has the rows $(0.5, 1)$,
# $(-0.25, -0.5)$, $(0, 0)$, $(0.25, 0.5)$, and the gradient with respect to $h$ is $(-0.2747, -0.1373)$.


# %% solution="q2_neg_sampling_loss"
class NegativeSamplingLoss:
    """The loss of negative sampling on a table of output vectors W (V, H)."""

    def __init__(self, W, corpus, power=0.75, sample_size=5):
        ### BEGIN SOLUTION
        self.sampler = UnigramSampler(corpus, power, sample_size)
        self.dot, self.loss = EmbeddingDot(W), SigmoidWithLoss()
        self.params, self.grads = self.dot.params, self.dot.grads
        self.questions = 1 + sample_size
        ### END SOLUTION

    def forward(self, h, target):
        """The loss, a number; h (B, H), target (B,)."""
        ### BEGIN SOLUTION
        words = np.column_stack([target, self.sampler.get_negative_sample(target)])
        t = np.zeros(words.shape, dtype=int)
        t[:, 0] = 1
        score = self.dot.forward(np.repeat(h, self.questions, axis=0), words.ravel())
        return self.questions * self.loss.forward(score, t.ravel())
        ### END SOLUTION

    def backward(self, dout=1):
        """Put the gradient with respect to W into grads, return the one with respect to h, (B, H); dout is a number."""
        ### BEGIN SOLUTION
        dh = self.dot.backward(self.loss.backward(dout * self.questions))
        return dh.reshape(-1, self.questions, dh.shape[1]).sum(axis=1)
        ### END SOLUTION


# %% test="q2_neg_sampling_loss__loss" points=2
# Checks the loss for scripted samples: the losses of the 1 + K questions added, the mean over the batch.
neg_W = np.array(
    [
        [0.3, 0.1, -0.4],
        [1.0, -0.2, 0.5],
        [-0.6, 0.8, 0.2],
        [0.4, 0.4, -0.7],
        [0.0, -0.5, 0.9],
        [1.2, 0.0, 0.1],
        [-0.2, 0.7, 0.6],
    ]
)
neg_h = np.array([[0.5, -1.0, 2.0], [1.0, 1.0, -1.0]])
neg_corpus = np.array([0, 1, 2, 3, 4, 5, 2, 6, 2])
# the samples of the first example, then those of the second
neg_sampler = Noting(ScriptedSampler, [[0, 4, 6], [5, 1, 4]])
neg_story = play(
    NegativeSamplingLoss,
    (neg_W, neg_corpus, 0.75, 3),
    ("forward", neg_h, np.array([3, 3])),
    UnigramSampler=neg_sampler,
    **LAYERS,
)
neg_story.counts(1)
neg_story.result().close_to(
    4.0714269,
    hint="both targets are 3, the samples are 0, 4, 6 and 5, 1, 4: four questions for each example",
)
earned("q2_neg_sampling_loss__loss")
### BEGIN HIDDEN TESTS
neg_random = np.random.default_rng(318264)
for neg_words, neg_width, neg_batch, neg_count in ((7, 3, 4, 5), (4, 4, 2, 3), (6, 2, 5, 2), (9, 2, 3, 8)):
    neg_table, neg_vectors = (
        neg_random.normal(size=(neg_words, neg_width)),
        neg_random.normal(size=(neg_batch, neg_width)),
    )
    neg_targets = neg_random.integers(neg_words, size=neg_batch)
    neg_rows = [neg_random.permutation(np.delete(np.arange(neg_words), word))[:neg_count] for word in neg_targets]
    neg_wanted = 0.0
    for neg_vector, neg_word, neg_row in zip(neg_vectors, neg_targets, neg_rows, strict=True):
        neg_wanted += np.log1p(np.exp(-neg_table[neg_word] @ neg_vector)) / neg_batch
        neg_wanted += sum(np.log1p(np.exp(neg_table[other] @ neg_vector)) for other in neg_row) / neg_batch
    neg_told = play(
        NegativeSamplingLoss,
        (neg_table, np.arange(neg_words), 0.75, neg_count),
        ("forward", neg_vectors, neg_targets),
        UnigramSampler=Noting(ScriptedSampler, neg_rows),
        **LAYERS,
    )
    neg_told.result().close_to(neg_wanted)
### END HIDDEN TESTS

# %% test="q2_neg_sampling_loss__slope_h" points=2
# Checks what backward returns: the gradient with respect to h, with dout = 1 and dout = 3.
neg_W = np.array(
    [
        [0.3, 0.1, -0.4],
        [1.0, -0.2, 0.5],
        [-0.6, 0.8, 0.2],
        [0.4, 0.4, -0.7],
        [0.0, -0.5, 0.9],
        [1.2, 0.0, 0.1],
        [-0.2, 0.7, 0.6],
    ]
)
neg_h = np.array([[0.5, -1.0, 2.0], [1.0, 1.0, -1.0]])
neg_corpus = np.array([0, 1, 2, 3, 4, 5, 2, 6, 2])
neg_sampler = Noting(ScriptedSampler, [[0, 4, 6], [5, 1, 4]])
neg_story = play(
    NegativeSamplingLoss,
    (neg_W, neg_corpus, 0.75, 3),
    ("forward", neg_h, np.array([3, 2])),
    ("backward",),
    ("backward", 3),
    UnigramSampler=neg_sampler,
    **LAYERS,
)
neg_story.result(1).close_to(
    [[-0.1781492, -0.1680412, 0.8156431], [0.8873773, -0.3068983, 0.2201409]],
    hint="each h gets a part from its target and from each of its samples",
)
neg_story.result(2).close_to(
    [[-0.5344477, -0.5041236, 2.4469294], [2.662132, -0.9206948, 0.6604227]],
    hint="dout = 3 multiplies the gradient by 3",
)
earned("q2_neg_sampling_loss__slope_h")


### BEGIN HIDDEN TESTS
def neg_value(table, vectors, targets, rows):
    yes = np.logaddexp(0, -np.einsum("bi,bi->b", table[targets], vectors))
    no = np.logaddexp(0, np.einsum("bki,bi->bk", table[np.array(rows)], vectors))
    return np.mean(yes + no.sum(axis=1))


neg_random = np.random.default_rng(507193)
for neg_words, neg_width, neg_batch, neg_count in ((7, 3, 4, 5), (4, 4, 2, 3), (6, 2, 5, 2)):
    neg_table, neg_vectors = (
        neg_random.normal(size=(neg_words, neg_width)),
        neg_random.normal(size=(neg_batch, neg_width)),
    )
    neg_targets = neg_random.integers(neg_words, size=neg_batch)
    neg_rows = [neg_random.permutation(np.delete(np.arange(neg_words), word))[:neg_count] for word in neg_targets]
    neg_wanted = numerical_gradient(
        lambda h, W=neg_table, t=neg_targets, n=neg_rows: neg_value(W, h, t, n), neg_vectors
    )
    neg_told = play(
        NegativeSamplingLoss,
        (neg_table, np.arange(neg_words), 0.75, neg_count),
        ("forward", neg_vectors, neg_targets),
        ("backward", 5),
        UnigramSampler=Noting(ScriptedSampler, neg_rows),
        **LAYERS,
    )
    neg_told.result(1).close_to(5 * neg_wanted, atol=1e-6)
### END HIDDEN TESTS

# %% test="q2_neg_sampling_loss__slope_table" points=2
# Checks what backward puts into grads: the gradient with respect to W of all questions together, in the same arrays.
neg_W = np.array(
    [
        [0.3, 0.1, -0.4],
        [1.0, -0.2, 0.5],
        [-0.6, 0.8, 0.2],
        [0.4, 0.4, -0.7],
        [0.0, -0.5, 0.9],
        [1.2, 0.0, 0.1],
        [-0.2, 0.7, 0.6],
    ]
)
neg_h = np.array([[0.5, -1.0, 2.0], [1.0, 1.0, -1.0]])
neg_corpus = np.array([0, 1, 2, 3, 4, 5, 2, 6, 2])
neg_sampler = Noting(ScriptedSampler, [[0, 4, 6], [5, 3, 4]])
neg_story = play(
    NegativeSamplingLoss,
    (neg_W, neg_corpus, 0.75, 3),
    ("forward", neg_h, np.array([3, 2])),
    ("backward",),
    ("forward", neg_h, np.array([3, 2])),
    ("backward",),
    UnigramSampler=neg_sampler,
    **LAYERS,
)
neg_slope = [
    [0.0802053, -0.1604107, 0.3208213],
    [0.0, 0.0, 0.0],
    [-0.25, -0.25, 0.25],
    [0.2007826, 0.8247964, -1.2408056],
    [0.3261273, -0.3555305, 0.809969],
    [0.3751301, 0.3751301, -0.3751301],
    [0.1496719, -0.2993438, 0.5986877],
]
neg_story.grad(1).close_to(
    neg_slope,
    hint="all eight questions add to it; word 3 is the target of the first example and a sample of the second",
)
neg_story.grad(3).close_to(neg_slope, hint="rule 3: the same batch once more gives the same gradient")
neg_story.held_grad(3).close_to(
    neg_slope, hint="rule 2: write into the arrays that were in grads when the object was made"
)
earned("q2_neg_sampling_loss__slope_table")


### BEGIN HIDDEN TESTS
def neg_value(table, vectors, targets, rows):
    yes = np.logaddexp(0, -np.einsum("bi,bi->b", table[targets], vectors))
    no = np.logaddexp(0, np.einsum("bki,bi->bk", table[np.array(rows)], vectors))
    return np.mean(yes + no.sum(axis=1))


neg_random = np.random.default_rng(846105)
for neg_words, neg_width, neg_batch, neg_count in ((7, 3, 4, 5), (4, 4, 2, 3), (6, 2, 5, 2)):
    neg_table, neg_vectors = (
        neg_random.normal(size=(neg_words, neg_width)),
        neg_random.normal(size=(neg_batch, neg_width)),
    )
    neg_targets = neg_random.integers(neg_words, size=neg_batch)
    neg_rows = [neg_random.permutation(np.delete(np.arange(neg_words), word))[:neg_count] for word in neg_targets]
    neg_wanted = numerical_gradient(
        lambda W, h=neg_vectors, t=neg_targets, n=neg_rows: neg_value(W, h, t, n), neg_table
    )
    neg_told = play(
        NegativeSamplingLoss,
        (neg_table, np.arange(neg_words), 0.75, neg_count),
        ("forward", neg_vectors, neg_targets),
        ("backward",),
        UnigramSampler=Noting(ScriptedSampler, neg_rows),
        **LAYERS,
    )
    neg_told.grad(1).close_to(neg_wanted, atol=1e-7)
    neg_told.held_grad(1).close_to(neg_wanted, atol=1e-7)
### END HIDDEN TESTS

# %% test="q2_neg_sampling_loss__samples" points=1
# Checks where the samples come from: what the sampler is made with, and which draws forward and backward use.
neg_W = np.array([[0.3, 0.1], [1.0, -0.2], [-0.6, 0.8], [0.4, 0.4], [0.7, -0.9], [-0.5, -0.3]])
neg_h = np.array([[1.0, 2.0], [-1.0, 0.5]])
neg_corpus = np.array([3, 1, 2, 0, 1, 5, 4])
neg_story = play(
    NegativeSamplingLoss,
    (neg_W, neg_corpus, 0.5, 3),
    ("forward", neg_h, np.array([4, 5])),
    ("forward", neg_h, np.array([4, 5])),
    ("backward",),
    UnigramSampler=Noting(ScriptedSampler, [[1, 2, 0], [3, 2, 1], [3, 1, 2], [1, 2, 0]]),
    **LAYERS,
)
neg_story.noted(
    "UnigramSampler", "hand corpus, power and sample_size on", corpus=[3, 1, 2, 0, 1, 5, 4], power=0.5, sample_size=3
)
neg_story.result(0).close_to(3.7221400, hint="the samples of the first call are 1, 2, 0 and 3, 2, 1")
neg_story.result(1).close_to(
    3.9556430, hint="each forward draws samples of its own; those of the second call are 3, 1, 2 and 1, 2, 0"
)
neg_story.result(2).close_to(
    [[-0.0053755, 0.7191798], [0.0745715, 0.351348]],
    hint="backward uses the samples of the last forward, and draws none",
)
neg_story = play(
    NegativeSamplingLoss,
    (np.arange(14.0).reshape(7, 2) / 10, np.array([0, 3, 2, 1, 6, 5, 4])),
    ("forward", neg_h, np.array([1, 0])),
    UnigramSampler=Noting(ScriptedSampler, [[2, 3, 4, 5, 6], [6, 4, 2, 1, 3]]),
    **LAYERS,
)
neg_story.noted(
    "UnigramSampler", "the defaults are 0.75 and 5", corpus=[0, 3, 2, 1, 6, 5, 4], power=0.75, sample_size=5
)
earned("q2_neg_sampling_loss__samples")
### BEGIN HIDDEN TESTS
neg_random = np.random.default_rng(629471)
neg_table, neg_vectors = neg_random.normal(size=(2, 8, 3))
neg_targets = np.array([0, 1, 2, 0, 1, 2, 1, 0])
neg_rows = np.array([[3, 4, 5, 6, 7], [7, 6, 5, 4, 3]] * 4)
neg_wanted = np.logaddexp(0, -np.sum(neg_table[neg_targets] * neg_vectors, axis=1))
neg_wanted = np.mean(neg_wanted + np.logaddexp(0, neg_vectors @ neg_table[3:].T).sum(axis=1))
neg_told = play(
    NegativeSamplingLoss,
    (neg_table, np.arange(8)[::-1].copy()),
    ("forward", neg_vectors, neg_targets),
    UnigramSampler=Noting(ScriptedSampler, neg_rows),
    **LAYERS,
)
neg_told.noted("UnigramSampler", "", corpus=np.arange(8)[::-1], power=0.75, sample_size=5)
neg_told.result().close_to(neg_wanted)
### END HIDDEN TESTS

# %% [markdown]
# # Part 3: models and training
#
# Both models have two tables, `W_in` and `W_out`, of shape $(V, H)$. At the start they hold small random numbers,
# `0.01 * np.random.randn(V, H)`, in single precision (`float32`), which takes half the memory and time. Like a layer, a
# model has
#
# - `params`, here `[W_in, W_out]` in this order, and `grads` with the two gradients (or, by rule 5, `W_in` once for each
#   layer that uses it, and then `W_out`);
# - `forward(contexts, target)`, which returns the loss, and `backward()`, which fills `grads` and returns nothing;
# - `word_vecs`, which is the table `W_in` itself: the word vectors, always as they are at the moment.
#
# `contexts` has shape $(B, 2w)$: the words around each `target`. The models differ in who predicts whom. While the
# tests run, a right `Embedding` and a right `NegativeSamplingLoss` stand in the place of yours; the latter takes the
# words after the target as its samples, so that loss and gradients can be computed beforehand. Make it with
# `NegativeSamplingLoss(W_out, corpus)`, so with its defaults $\alpha = 0.75$ and $K = 5$.
#
# ## 3.1 `CBOW` (7 points)
#
# The context predicts the word in the middle. The input vectors of the $2w$ context words are **averaged**:
#
# $$h_b = \frac{1}{2w} \sum_{j=1}^{2w} W^{\text{in}}_{\text{contexts}_{bj}}, \qquad L = L_{\text{neg}}(h, \text{target})$$
#
# In assignment 2 they were *added*. The two models can express the same, since a vector can be longer or shorter; but
# with the average the scores do not grow with the window, so the same learning rate serves for all window sizes. For
# backward it means that each context word gets a part of the gradient with respect to $h_b$, namely
# $\frac{1}{2w}\, \partial L / \partial h_b$. A word that stands in the context twice gets it twice.
#
# **Example.** Let $w = 1$, `contexts = [[0, 2]]`, and let the rows of `W_in` be $(1, 0)$, $(5, 5)$, $(3, 4)$. Then
# $h = (2, 2)$. If the gradient with respect to $h$ is $(0.8, -0.6)$, the one with respect to `W_in` has the rows
# $(0.4, -0.3)$, $(0, 0)$, $(0.4, -0.3)$.


# %% solution="q3_cbow"
class CBOW:
    """Continuous bag of words: the averaged context predicts the word in the middle."""

    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        ### BEGIN SOLUTION
        W_in = (0.01 * np.random.randn(vocab_size, hidden_size)).astype(np.float32)
        W_out = (0.01 * np.random.randn(vocab_size, hidden_size)).astype(np.float32)
        self.embedding = Embedding(W_in)
        self.loss = NegativeSamplingLoss(W_out, corpus)
        self.params = self.embedding.params + self.loss.params
        self.grads = self.embedding.grads + self.loss.grads
        self.word_vecs = W_in
        ### END SOLUTION

    def forward(self, contexts, target):
        """The loss, a number; contexts (B, 2w), target (B,)."""
        ### BEGIN SOLUTION
        self.width = contexts.shape[1]
        return self.loss.forward(self.embedding.forward(contexts).mean(axis=1), target)
        ### END SOLUTION

    def backward(self, dout=1):
        """Put the gradients with respect to W_in and W_out into grads."""
        ### BEGIN SOLUTION
        dh = self.loss.backward(dout) / self.width
        self.embedding.backward(np.repeat(dh[:, np.newaxis], self.width, axis=1))
        ### END SOLUTION


# %% test="q3_cbow__tables" points=2
# Checks the model as it is made: two tables of small random numbers, word_vecs, and what the loss layer is made with.
cbow_corpus = np.arange(300) % 60
cbow_story = play(
    CBOW,
    (60, 50, 1, cbow_corpus),
    ("params[0] +=", np.zeros((60, 50))),
    ("params[0] +=", np.ones((60, 50))),
    **MODEL_PARTS,
)
cbow_story.counts(2)
check_start(cbow_story, (60, 50))
cbow_story.word_vecs(1).must(
    np.array_equal(cbow_story.word_vecs(1).array((60, 50)), cbow_story.param(1, 0).array((60, 50))),
    "the table W_in, as it is after the optimiser changed it",
    hint="word_vecs and params[0] are the same array",
)
cbow_story.noted("NegativeSamplingLoss", "hand corpus on", corpus=cbow_corpus, power=0.75, sample_size=5)
earned("q3_cbow__tables")
### BEGIN HIDDEN TESTS
cbow_told = play(CBOW, (80, 40, 3, np.arange(80)), ("params[0] +=", np.full((80, 40), -3.0)), **MODEL_PARTS)
cbow_told.word_vecs(0).must((np.abs(cbow_told.word_vecs(0).array((80, 40)) + 3) < 0.2).all(), "the changed table")
check_start(play(CBOW, (80, 40, 3, np.arange(80)), ("params[1] +=", np.zeros((80, 40))), **MODEL_PARTS), (80, 40))
### END HIDDEN TESTS

# %% test="q3_cbow__loss" points=2
# Checks the loss: the average of the context's input vectors predicts the target.
cbow_tables = (
    np.array([[1.0, 0.0], [-1.0, 0.5], [3.0, 1.0], [0.5, -1.0], [0.0, -2.0], [1.0, 1.0], [2.0, -1.0]]),
    np.array([[0.2, 0.1], [0.3, -0.4], [-0.5, 0.2], [0.1, 0.6], [0.4, 0.0], [-0.3, -0.2], [0.7, 0.3]]),
)
cbow_corpus = np.array([0, 1, 2, 3, 4, 5, 6])
cbow_story = play(
    CBOW,
    (7, 2, 2, cbow_corpus),
    ("forward", np.array([[0, 2, 3, 5], [3, 1, 3, 6]]), np.array([1, 4])),
    tables=cbow_tables,
    **MODEL_PARTS,
)
cbow_story.result().close_to(
    4.430043,
    rtol=1e-4,
    hint="the loss for h with the rows (1.375, 0.25) and (0.5, -0.625): averages of four rows of W_in",
)
earned("q3_cbow__loss")


### BEGIN HIDDEN TESTS
def cbow_value(W_in, W_out, contexts, target):
    h = np.array([sum(W_in[word] for word in row) / len(row) for row in contexts])
    others = (np.asarray(target)[:, None] + [1, 2, 3, 4, 5]) % len(W_out)
    yes = np.logaddexp(0, -np.einsum("bi,bi->b", W_out[target], h))
    return np.mean(yes + np.logaddexp(0, np.einsum("bki,bi->bk", W_out[others], h)).sum(axis=1))


cbow_random = np.random.default_rng(274609)
for cbow_words, cbow_width, cbow_window, cbow_batch in ((9, 3, 1, 8), (7, 7, 2, 5), (8, 2, 5, 4), (12, 4, 3, 9)):
    cbow_pair = tuple(cbow_random.normal(size=(2, cbow_words, cbow_width)).astype(np.float32))
    cbow_around = cbow_random.integers(cbow_words, size=(cbow_batch, 2 * cbow_window))
    cbow_middle = cbow_random.integers(cbow_words, size=cbow_batch)
    cbow_wanted = cbow_value(*cbow_pair, cbow_around, cbow_middle)
    cbow_told = play(
        CBOW,
        (cbow_words, cbow_width, cbow_window, np.arange(cbow_words)),
        ("forward", cbow_around, cbow_middle),
        tables=cbow_pair,
        **MODEL_PARTS,
    )
    cbow_told.result().close_to(cbow_wanted, rtol=1e-4)
### END HIDDEN TESTS

# %% test="q3_cbow__slopes" points=3
# Checks both gradients, those of W_in and W_out, in the arrays that were in grads at first.
cbow_tables = (
    np.array([[1.0, 0.0], [-1.0, 0.5], [3.0, 1.0], [0.5, -1.0], [0.0, -2.0], [1.0, 1.0], [2.0, -1.0]]),
    np.array([[0.2, 0.1], [0.3, -0.4], [-0.5, 0.2], [0.1, 0.6], [0.4, 0.0], [-0.3, -0.2], [0.7, 0.3]]),
)
cbow_corpus = np.array([0, 1, 2, 3, 4, 5, 6])
cbow_story = play(
    CBOW,
    (7, 2, 2, cbow_corpus),
    ("forward", np.array([[0, 2, 3, 5], [3, 1, 3, 6], [2, 6, 5, 0]]), np.array([1, 4, 1])),
    ("backward",),
    tables=cbow_tables,
    **MODEL_PARTS,
)
cbow_slope = [
    [0.0757096, 0.1213629],
    [0.0106665, -0.0036384],
    [0.0757096, 0.1213629],
    [0.0556725, 0.0531588],
    [0.0, 0.0],
    [0.0757096, 0.1213629],
    [0.0520366, 0.057289],
]
cbow_story.grad(1, 0).close_to(
    cbow_slope,
    rtol=1e-4,
    atol=1e-5,
    hint="each context word gets the gradient with respect to h, divided by 2w = 4; word 3 is in one context twice",
)
cbow_story.held_grad(1, 0).close_to(
    cbow_slope, rtol=1e-4, atol=1e-5, hint="rule 2: grads keeps the arrays it had when the model was made"
)
cbow_slope = [
    [0.0848957, -0.1061196],
    [-0.3244705, -0.1928787],
    [0.4041296, -0.0306515],
    [0.600534, 0.0959939],
    [0.605394, 0.2023115],
    [0.4694374, -0.0406582],
    [0.8869114, 0.0144052],
]
cbow_story.grad(1, 1).close_to(
    cbow_slope, rtol=1e-4, atol=1e-5, hint="the gradient with respect to W_out, from the loss layer"
)
cbow_story.held_grad(1, 1).close_to(
    cbow_slope, rtol=1e-4, atol=1e-5, hint="rule 2: grads keeps the arrays it had when the model was made"
)
earned("q3_cbow__slopes")


### BEGIN HIDDEN TESTS
def cbow_value(W_in, W_out, contexts, target):
    h = np.array([sum(W_in[word] for word in row) / len(row) for row in contexts])
    others = (np.asarray(target)[:, None] + [1, 2, 3, 4, 5]) % len(W_out)
    yes = np.logaddexp(0, -np.einsum("bi,bi->b", W_out[target], h))
    return np.mean(yes + np.logaddexp(0, np.einsum("bki,bi->bk", W_out[others], h)).sum(axis=1))


cbow_random = np.random.default_rng(715802)
for cbow_words, cbow_width, cbow_window, cbow_batch in ((9, 3, 1, 8), (7, 7, 2, 5), (8, 2, 5, 4)):
    cbow_in, cbow_out = cbow_random.normal(size=(2, cbow_words, cbow_width)).astype(np.float32)
    cbow_batches = [
        (
            cbow_random.integers(cbow_words, size=(cbow_batch, 2 * cbow_window)),
            cbow_random.integers(cbow_words, size=cbow_batch),
        )
        for _ in range(2)
    ]
    cbow_wanted_in = numerical_gradient(
        lambda W, U=cbow_out.astype(float), batch=cbow_batches[1]: cbow_value(W, U, *batch), cbow_in
    )
    cbow_wanted_out = numerical_gradient(
        lambda U, W=cbow_in.astype(float), batch=cbow_batches[1]: cbow_value(W, U, *batch), cbow_out
    )
    cbow_told = play(
        CBOW,
        (cbow_words, cbow_width, cbow_window, np.arange(cbow_words)),
        ("forward", *cbow_batches[0]),
        ("backward",),
        ("forward", *cbow_batches[1]),
        ("backward",),
        tables=(cbow_in, cbow_out),
        **MODEL_PARTS,
    )
    for cbow_place, cbow_wanted in enumerate((cbow_wanted_in, cbow_wanted_out)):
        cbow_told.grad(3, cbow_place).close_to(cbow_wanted, rtol=1e-4, atol=1e-4)
        cbow_told.held_grad(3, cbow_place).close_to(cbow_wanted, rtol=1e-4, atol=1e-4)
### END HIDDEN TESTS

# %% [markdown]
# ## 3.2 `SkipGram` (5 points)
#
# The word in the middle predicts each word of its context. One vector serves for $2w$ predictions, whose losses are
# **added**; the mean is taken over the batch:
#
# $$h_b = W^{\text{in}}_{\text{target}_b}, \qquad L = \sum_{j=1}^{2w} L_{\text{neg}}\big(h, \text{contexts}_{\cdot j}\big)$$
#
# where $\text{contexts}_{\cdot j}$ is column $j$ of `contexts`, shape $(B,)$: here the context words play the part of
# the loss's target.
#
# Mind that a layer remembers only its last forward: `backward` must come before the next `forward` of the same layer.
# So $2w$ predictions need either $2w$ loss layers on the same table `W_out`, whose gradients are added, or one loss
# layer that gets all $B \cdot 2w$ pairs at once. (The mean over all pairs, times $2w$, is $L$.) In either case `W_in`
# comes before `W_out` in `params`.
#
# **Example.** Let $w = 1$, `contexts = [[0, 2]]` and `target = [1]`. Then $h$ is row 1 of `W_in`, and it is asked about
# the words 0 and 2. If these two predictions have the losses $1.5$ and $2$, and with respect to $h$ the gradients
# $(0.8, -0.6)$ and $(0.1, 0.2)$, then $L = 3.5$, and the gradient with respect to `W_in` has the row $(0.9, -0.4)$ for
# word 1 and zeros for all other words.


# %% solution="q3_skip_gram"
class SkipGram:
    """Skip-gram: the word in the middle predicts each word of its context."""

    def __init__(self, vocab_size, hidden_size, window_size, corpus):
        ### BEGIN SOLUTION
        W_in = (0.01 * np.random.randn(vocab_size, hidden_size)).astype(np.float32)
        W_out = (0.01 * np.random.randn(vocab_size, hidden_size)).astype(np.float32)
        self.embedding = Embedding(W_in)
        self.loss = NegativeSamplingLoss(W_out, corpus)
        self.params = self.embedding.params + self.loss.params
        self.grads = self.embedding.grads + self.loss.grads
        self.word_vecs = W_in
        ### END SOLUTION

    def forward(self, contexts, target):
        """The loss, a number; contexts (B, 2w), target (B,)."""
        ### BEGIN SOLUTION
        self.width = contexts.shape[1]
        h = self.embedding.forward(target)
        return self.width * self.loss.forward(np.repeat(h, self.width, axis=0), contexts.ravel())
        ### END SOLUTION

    def backward(self, dout=1):
        """Put the gradients with respect to W_in and W_out into grads."""
        ### BEGIN SOLUTION
        dh = self.loss.backward(dout * self.width)
        self.embedding.backward(dh.reshape(-1, self.width, dh.shape[1]).sum(axis=1))
        ### END SOLUTION


# %% test="q3_skip_gram__tables" points=1
# Checks the model as it is made: two tables of small random numbers, word_vecs, and what the loss layer is made with.
skip_corpus = np.arange(300) % 60
skip_story = play(
    SkipGram,
    (60, 50, 1, skip_corpus),
    ("params[0] +=", np.zeros((60, 50))),
    ("params[0] +=", np.ones((60, 50))),
    **MODEL_PARTS,
)
skip_story.counts(2)
check_start(skip_story, (60, 50))
skip_story.word_vecs(1).must(
    np.array_equal(skip_story.word_vecs(1).array((60, 50)), skip_story.param(1, 0).array((60, 50))),
    "the table W_in, as it is after the optimiser changed it",
    hint="word_vecs and params[0] are the same array",
)
skip_story.noted("NegativeSamplingLoss", "hand corpus on", corpus=skip_corpus, power=0.75, sample_size=5)
earned("q3_skip_gram__tables")

# %% test="q3_skip_gram__loss" points=2
# Checks the loss: the target's input vector predicts each word of its context, and these losses are added.
skip_tables = (
    np.array([[1.0, 0.0], [-1.0, 0.5], [3.0, 1.0], [0.5, -1.0], [0.0, -2.0], [1.0, 1.0], [2.0, -1.0]]),
    np.array([[0.2, 0.1], [0.3, -0.4], [-0.5, 0.2], [0.1, 0.6], [0.4, 0.0], [-0.3, -0.2], [0.7, 0.3]]),
)
skip_corpus = np.array([0, 1, 2, 3, 4, 5, 6])
skip_story = play(
    SkipGram,
    (7, 2, 2, skip_corpus),
    ("forward", np.array([[0, 2, 5, 6], [3, 3, 6, 1]]), np.array([1, 4])),
    tables=skip_tables,
    **MODEL_PARTS,
)
skip_story.result().close_to(
    17.234036,
    rtol=1e-4,
    hint="word 1 predicts 0, 2, 5, 6, and word 4 predicts 3, 3, 6, 1; add over the context, take the mean over the batch",
)
earned("q3_skip_gram__loss")


### BEGIN HIDDEN TESTS
def skip_value(W_in, W_out, contexts, target):
    total = 0.0
    for words, middle in zip(contexts, target, strict=True):
        for word in words:
            others = [(word + step) % len(W_out) for step in (1, 2, 3, 4, 5)]
            total += np.logaddexp(0, -W_out[word] @ W_in[middle]) + np.logaddexp(0, W_out[others] @ W_in[middle]).sum()
    return total / len(target)


skip_random = np.random.default_rng(953028)
for skip_words, skip_width, skip_window, skip_batch in ((9, 3, 1, 8), (7, 7, 2, 5), (8, 2, 5, 4), (12, 4, 3, 9)):
    skip_pair = tuple(skip_random.normal(size=(2, skip_words, skip_width)).astype(np.float32))
    skip_around = skip_random.integers(skip_words, size=(skip_batch, 2 * skip_window))
    skip_middle = skip_random.integers(skip_words, size=skip_batch)
    skip_wanted = skip_value(*skip_pair, skip_around, skip_middle)
    skip_told = play(
        SkipGram,
        (skip_words, skip_width, skip_window, np.arange(skip_words)),
        ("forward", skip_around, skip_middle),
        tables=skip_pair,
        **MODEL_PARTS,
    )
    skip_told.result().close_to(skip_wanted, rtol=1e-4)
### END HIDDEN TESTS

# %% test="q3_skip_gram__slopes" points=2
# Checks both gradients, those of W_in and W_out, in the arrays that were in grads at first.
skip_tables = (
    np.array([[1.0, 0.0], [-1.0, 0.5], [3.0, 1.0], [0.5, -1.0], [0.0, -2.0], [1.0, 1.0], [2.0, -1.0]]),
    np.array([[0.2, 0.1], [0.3, -0.4], [-0.5, 0.2], [0.1, 0.6], [0.4, 0.0], [-0.3, -0.2], [0.7, 0.3]]),
)
skip_corpus = np.array([0, 1, 2, 3, 4, 5, 6])
skip_story = play(
    SkipGram,
    (7, 2, 2, skip_corpus),
    ("forward", np.array([[0, 2, 5, 6], [3, 3, 6, 1], [4, 0, 5, 2]]), np.array([1, 4, 1])),
    ("backward",),
    tables=skip_tables,
    **MODEL_PARTS,
)
skip_slope = [
    [0.0, 0.0],
    [0.2223576, 0.7316999],
    [0.0, 0.0],
    [0.0, 0.0],
    [0.2808967, -0.428948],
    [0.0, 0.0],
    [0.0, 0.0],
]
skip_story.grad(1, 0).close_to(
    skip_slope,
    rtol=1e-4,
    atol=1e-5,
    hint="only the words in the middle, 1 and 4, were looked up; each gets the sum of its predictions",
)
skip_story.held_grad(1, 0).close_to(
    skip_slope, rtol=1e-4, atol=1e-5, hint="rule 2: grads keeps the arrays it had when the model was made"
)
skip_slope = [
    [-0.5668537, -0.6169051],
    [-0.7550813, -0.7957246],
    [-1.0550835, -0.0075414],
    [-1.282946, 1.3575391],
    [-0.4692913, -1.0986877],
    [-0.6162793, -0.8892357],
    [-0.3983955, -0.0790521],
]
skip_story.grad(1, 1).close_to(
    skip_slope,
    rtol=1e-4,
    atol=1e-5,
    hint="the gradient of the whole loss with respect to W_out: all predictions of all examples added up",
)
skip_story.held_grad(1, 1).close_to(
    skip_slope, rtol=1e-4, atol=1e-5, hint="rule 2: grads keeps the arrays it had when the model was made"
)
earned("q3_skip_gram__slopes")


### BEGIN HIDDEN TESTS
def skip_value(W_in, W_out, contexts, target):
    total = 0.0
    for words, middle in zip(contexts, target, strict=True):
        for word in words:
            others = [(word + step) % len(W_out) for step in (1, 2, 3, 4, 5)]
            total += np.logaddexp(0, -W_out[word] @ W_in[middle]) + np.logaddexp(0, W_out[others] @ W_in[middle]).sum()
    return total / len(target)


skip_random = np.random.default_rng(480617)
for skip_words, skip_width, skip_window, skip_batch in ((9, 3, 1, 8), (7, 7, 2, 5), (8, 2, 5, 4)):
    skip_in, skip_out = skip_random.normal(size=(2, skip_words, skip_width)).astype(np.float32)
    skip_batches = [
        (
            skip_random.integers(skip_words, size=(skip_batch, 2 * skip_window)),
            skip_random.integers(skip_words, size=skip_batch),
        )
        for _ in range(2)
    ]
    skip_wanted_in = numerical_gradient(
        lambda W, U=skip_out.astype(float), batch=skip_batches[1]: skip_value(W, U, *batch), skip_in
    )
    skip_wanted_out = numerical_gradient(
        lambda U, W=skip_in.astype(float), batch=skip_batches[1]: skip_value(W, U, *batch), skip_out
    )
    skip_told = play(
        SkipGram,
        (skip_words, skip_width, skip_window, np.arange(skip_words)),
        ("forward", *skip_batches[0]),
        ("backward",),
        ("forward", *skip_batches[1]),
        ("backward",),
        tables=(skip_in, skip_out),
        **MODEL_PARTS,
    )
    for skip_place, skip_wanted in enumerate((skip_wanted_in, skip_wanted_out)):
        skip_told.grad(3, skip_place).close_to(skip_wanted, rtol=1e-4, atol=1e-4)
        skip_told.held_grad(3, skip_place).close_to(skip_wanted, rtol=1e-4, atol=1e-4)
### END HIDDEN TESTS

# %% [markdown]
# ## 3.3 Training
#
# The primer is a text that comes with the workbook: about 18,000 short sentences that state simple facts, 150,000
# words. `load_corpus("wiki")` is real English, 450,000 words. `load_corpus("ptb")` takes the Penn Treebank, one
# sentence a line, if you have it: put `ptb.train.txt` into a folder, and name this folder in the environment variable
# `WORKBOOK_DATA`.
#
# `preprocess` gives each word a number and puts the word `<eos>` at the end of each sentence. `create_contexts_target`
# makes one example of each full window. The text is one long row of words here: other than in assignments 1 and 2, a
# window reaches over `<eos>` into the next sentence.

# %%
example_corpus, example_word_to_id, _ = preprocess("you say goodbye and i say hello")
example_contexts, example_target = create_contexts_target(example_corpus, window_size=1)
print("corpus  ", example_corpus)
print("contexts", example_contexts.tolist())
print("target  ", example_target)

# %%
documents = load_corpus("primer")  # or "wiki", or "ptb"
corpus, word_to_id, id_to_word = preprocess(documents)
print(f"{len(documents):,} sentences, {len(corpus):,} words, {len(word_to_id):,} different words")
print(" ".join(id_to_word[i] for i in corpus[:30]))

# %% [markdown]
# Six epochs of CBOW take half a minute to a minute. The book's setting for the Penn Treebank is a window of 5, 100
# dimensions, batches of 100 and 10 epochs; for the short sentences of the primer a window of 3 is better. `Adam` is
# gradient descent with a step size of its own for each number of a table: it divides a running mean of the gradients
# by the square root of a running mean of their squares. `SGD` is there, too. Both take a table that `params` names
# several times once, add its gradients up, and make one step. If the loss ever ceases to be a number, the trainer stops
# and names the step.
#
# You can put `SkipGram` in the place of `CBOW`. It takes about six times as long for an epoch, since it makes six
# examples of each window; part 5 makes it fast.

# %% long=true
np.random.seed(1)
contexts, target = create_contexts_target(corpus, window_size=3)
model = CBOW(vocab_size=len(word_to_id), hidden_size=100, window_size=3, corpus=corpus)
vectors_before = model.word_vecs.copy()

trainer = Trainer(model, Adam(lr=0.003))
trainer.fit(contexts, target, max_epoch=6, batch_size=200, eval_interval=50)
trainer.plot()

# %% [markdown]
# At the start all scores are near 0, and each of the $1 + K = 6$ questions costs $\ln 2$: the curve begins near
# $6 \ln 2 = 4.16$.
#
# It falls in **steps**, one at each beginning of an epoch (every 839 batches; the first is hard to see), and is flatter
# in between. The loss of a window is measured just before the model learns from it. Within an epoch no window comes
# twice, so the curve falls only by what the model has learnt from *other* windows. When the next epoch begins, each
# window has been learnt from once more, and the two tables, which have more numbers than the text has words, remember
# some of what was peculiar to it. So a step shows memory of single windows, not new knowledge of the language: windows
# that are kept out of training have no steps in their loss.
#
# The curve flattens out, near 0.7 after six epochs, and it cannot reach 0. Several words fit into the same context, and
# a word that fits may also be drawn as a negative sample; then no probability is right for both questions.
#
# Keep what you have trained. A `.npz` file holds NumPy arrays, and the `.txt` file is read by gensim and many other
# programs. Python's pickle is not used: a pickle file can run any code when it is opened.

# %% long=true
from gensim.models import KeyedVectors

from utils.trainer import save_vectors

save_vectors("a3_vectors.npz", word_to_id, model.word_vecs)
save_vectors("a3_vectors.txt", word_to_id, model.word_vecs)
print(KeyedVectors.load_word2vec_format("a3_vectors.txt"))

# %% [markdown]
# # Part 4: looking
#
# ## 4.1 `most_similar` (3 points)
#
# The cosine similarity of two vectors is the inner product of the vectors scaled to length one. Write
# `most_similar(query, word_to_id, id_to_word, word_matrix, top=5)`.
#
# - It returns a list of pairs `(word, similarity)`, the word with the highest similarity to `query` first. There are
#   `top` of them, or all there are if the vocabulary is smaller.
# - The query itself is left out.
# - `word_matrix` stays as it is.
# - A query that is not in `word_to_id` raises a `KeyError`; looking it up in the dictionary does that by itself. (The
#   dictionary that `preprocess` makes says so in a sentence.)
#
# `word_to_id` gives the row of a word in `word_matrix`, `id_to_word` the word of a row. No row consists of zeros.
#
# **Example.** With the rows a $(1, 0)$, b $(3, 4)$, c $(0, 2)$ the similarities to `c` are 0 for a and 0.8 for b, so
# `most_similar("c", …)` returns `[("b", 0.8), ("a", 0.0)]`.


# %% solution="q4_most_similar"
def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    """The words whose vectors have the highest cosine similarity to that of query.

    query a word, word_to_id {word: row}, id_to_word {row: word}, word_matrix (V, H).
    Returns a list of at most top pairs (word, similarity), the highest similarity first, without the query.
    """
    ### BEGIN SOLUTION
    unit = word_matrix / np.linalg.norm(word_matrix, axis=1, keepdims=True)
    similarity = unit @ unit[word_to_id[query]]
    order = [row for row in np.argsort(-similarity) if row != word_to_id[query]]
    return [(id_to_word[row], float(similarity[row])) for row in order[:top]]
    ### END SOLUTION


# %% test="q4_most_similar__values" points=2
# Checks the words and similarities of a small table, with the default of five and with top.
near_words = ["a", "b", "c", "d", "e", "f", "g"]
near_rows = np.array([[1.0, 0.0], [3.0, 4.0], [0.0, 2.0], [-8.0, 6.0], [5.0, -12.0], [-1.0, -1.0], [24.0, 7.0]])
near_ids, near_names = {word: row for row, word in enumerate(near_words)}, dict(enumerate(near_words))
check_neighbours(
    call(most_similar, "d", near_ids, near_names, near_rows),
    [("c", 0.6), ("f", 0.02**0.5), ("b", 0.0), ("g", -0.6), ("a", -0.8)],
    hint="the cosine does not depend on the lengths of the vectors; the highest first; without the query; five by default",
)
check_neighbours(
    call(most_similar, "a", near_ids, near_names, near_rows, top=2),
    [("g", 0.96), ("b", 0.6)],
    hint="top = 2 asks for two pairs",
)
earned("q4_most_similar__values")
### BEGIN HIDDEN TESTS
near_random = np.random.default_rng(390751)
for near_count, near_width, near_top in ((12, 3, 5), (30, 8, 10), (6, 6, 2), (9, 2, 3)):
    near_labels = [f"quorb{number}" for number in near_random.permutation(near_count)]
    near_table = near_random.normal(size=(near_count, near_width)) * near_random.uniform(0.1, 9, size=(near_count, 1))
    for near_asked in near_labels[:4]:
        near_mine = near_table[near_labels.index(near_asked)]
        near_all = [
            (near_label, sum(near_mine * near_row) / sum(near_mine**2) ** 0.5 / sum(near_row**2) ** 0.5)
            for near_label, near_row in zip(near_labels, near_table, strict=True)
            if near_label != near_asked
        ]
        near_wanted = sorted(near_all, key=lambda pair: -pair[1])[:near_top]
        near_told = call(
            most_similar,
            near_asked,
            {label: row for row, label in enumerate(near_labels)},
            dict(enumerate(near_labels)),
            near_table,
            near_top,
        )
        check_neighbours(near_told, near_wanted)
### END HIDDEN TESTS

# %% test="q4_most_similar__lookup" points=1
# Checks that the dictionaries give the rows, that an unknown word raises a KeyError, and that the table stays as it is.
near_ids, near_names = {"sun": 1, "rain": 0, "snow": 2}, {1: "sun", 0: "rain", 2: "snow"}
near_rows = np.array([[3.0, 4.0], [1.0, 0.0], [0.0, 2.0]])
check_neighbours(
    call(most_similar, "snow", near_ids, near_names, near_rows, 10),
    [("rain", 0.8), ("sun", 0.0)],
    hint="the vocabulary has two other words; word_to_id gives the rows",
)
raises(KeyError, most_similar, "hail", near_ids, near_names, near_rows, hint="`hail` has no row")
near_after = arguments_after(most_similar, "sun", near_ids, near_names, near_rows, 2)
Outcome("most_similar(…)", near_after[3], "word_matrix after the call").close_to(
    near_rows, hint="scale a copy: `word_matrix /= …` changes the table itself"
)
earned("q4_most_similar__lookup")
### BEGIN HIDDEN TESTS
near_given = np.array([[0.5, 2.0], [-1.0, 4.0], [2.0, 2.0]])
near_kept = near_given.copy()
near_after = arguments_after(most_similar, "snow", near_ids, near_names, near_given, 2)
Outcome("most_similar(…)", near_after[3], "word_matrix after the call").close_to(near_kept)
check_neighbours(
    call(most_similar, "sun", near_ids, near_names, near_given, 2),
    [("rain", 7.5 / (17**0.5 * 4.25**0.5)), ("snow", 6 / (17**0.5 * 8**0.5))],
)
raises(KeyError, most_similar, "vlimse", near_ids, near_names, near_given)
### END HIDDEN TESTS

# %% [markdown]
# The neighbours of a few words, before and after training. Before, they are chance. `toyota`, from the book's list
# of examples, is a word that the primer does not have.


# %% long=true
def show_neighbours(queries, word_matrix, top=5):
    """Print the neighbours of each query, or why it has none."""
    for query in queries:
        try:
            near = most_similar(query, word_to_id, id_to_word, word_matrix, top)
        except KeyError as problem:
            print(f"  {query:8} {problem}")
        else:
            print(f"  {query:8}", ", ".join(f"{word} {similarity:.2f}" for word, similarity in near))


queries = ["you", "year", "car", "toyota", "king", "london", "took", "warmer"]
print("before training")
show_neighbours(queries, vectors_before)
print("after training")
show_neighbours(queries, model.word_vecs)

# %% [markdown]
# ## 4.2 `analogy` (3 points)
#
# *a is to b as c is to which word?* If the step from $a$ to $b$ is the same direction as the step from $c$ to the
# answer, then the answer lies near $v_b - v_a + v_c$. Write
# `analogy(a, b, c, word_to_id, id_to_word, word_matrix, top=5)`.
#
# - The rows of `word_matrix` are scaled to length one first. With these unit rows $\hat v$, form
#   $x = \hat v_b - \hat v_a + \hat v_c$.
# - Return a list of pairs `(word, similarity)`: the `top` words with the highest cosine similarity to $x$, the highest
#   first.
# - The three words $a$, $b$, $c$ are left out. (The nearest word is often $b$ or $c$ itself.)
# - A word that is not in `word_to_id` raises a `KeyError`, and `word_matrix` stays as it is.
#
# **Example.** With the rows a $(2, 0)$, b $(0, 3)$, c $(1, 0)$, d $(0, 5)$, e $(-1, 1)$: the unit rows of a, b, c are
# $(1, 0)$, $(0, 1)$, $(1, 0)$, so $x = (0, 1)$ and `analogy("a", "b", "c", …)` returns `[("d", 1.0), ("e", 0.7071)]`.


# %% solution="q4_analogy"
def analogy(a, b, c, word_to_id, id_to_word, word_matrix, top=5):
    """The words that complete "a is to b as c is to ?".

    a, b, c words, word_to_id {word: row}, id_to_word {row: word}, word_matrix (V, H).
    Returns a list of at most top pairs (word, similarity), the highest similarity first, without a, b and c.
    """
    ### BEGIN SOLUTION
    unit = word_matrix / np.linalg.norm(word_matrix, axis=1, keepdims=True)
    given = [word_to_id[word] for word in (a, b, c)]
    x = unit[given[1]] - unit[given[0]] + unit[given[2]]
    similarity = unit @ (x / np.linalg.norm(x))
    order = [row for row in np.argsort(-similarity) if row not in given]
    return [(id_to_word[row], float(similarity[row])) for row in order[:top]]
    ### END SOLUTION


# %% test="q4_analogy__values" points=2
# Checks the words and similarities of a small table, with the default of five and with top.
pair_words = ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
pair_rows = np.array(
    [[2.0, 0.0], [0.0, 3.0], [1.0, 0.0], [0.0, 5.0], [-1.0, 1.0], [3.0, 4.0], [-4.0, 3.0], [5.0, -12.0], [-1.0, -1.0]]
)
pair_ids, pair_names = {word: row for row, word in enumerate(pair_words)}, dict(enumerate(pair_words))
check_neighbours(
    call(analogy, "a", "b", "f", pair_ids, pair_names, pair_rows),
    [("d", 0.9761870602), ("e", 0.8436614877), ("g", 0.7592566024), ("c", -0.2169304578), ("i", -0.5368754922)],
    hint="x is (0, 1) - (1, 0) + (0.6, 0.8): b minus a plus c, of unit rows; a, b, c themselves are left out",
)
check_neighbours(
    call(analogy, "e", "a", "d", pair_ids, pair_names, pair_rows, top=3),
    [("c", 0.9855985597), ("f", 0.7266407188), ("h", 0.2229822349)],
    hint="top = 3 asks for three pairs, the highest first",
)
earned("q4_analogy__values")
### BEGIN HIDDEN TESTS
pair_random = np.random.default_rng(512986)
for pair_count, pair_width, pair_top in ((14, 4, 5), (25, 7, 8), (8, 3, 2)):
    pair_labels = [f"drimp{number}" for number in pair_random.permutation(pair_count)]
    pair_table = pair_random.normal(size=(pair_count, pair_width)) * pair_random.uniform(0.1, 9, size=(pair_count, 1))
    pair_unit = {label: row / np.sqrt(np.dot(row, row)) for label, row in zip(pair_labels, pair_table, strict=True)}
    for pair_turn in range(4):
        pair_a, pair_b, pair_c = (pair_labels[i] for i in pair_random.permutation(pair_count)[:3])
        pair_x = pair_unit[pair_b] + pair_unit[pair_c] - pair_unit[pair_a]
        pair_all = [
            (label, float(np.dot(row, pair_x)) / np.dot(pair_x, pair_x) ** 0.5)
            for label, row in pair_unit.items()
            if label not in (pair_a, pair_b, pair_c)
        ]
        pair_wanted = sorted(pair_all, key=lambda pair: -pair[1])[:pair_top]
        pair_told = call(
            analogy,
            pair_a,
            pair_b,
            pair_c,
            {label: row for row, label in enumerate(pair_labels)},
            dict(enumerate(pair_labels)),
            pair_table,
            pair_top,
        )
        check_neighbours(pair_told, pair_wanted)
### END HIDDEN TESTS

# %% test="q4_analogy__lookup" points=1
# Checks that the dictionaries give the rows, that an unknown word raises a KeyError, and that the table stays as it is.
pair_ids, pair_names = {"sun": 1, "rain": 0, "snow": 2, "wind": 3}, {1: "sun", 0: "rain", 2: "snow", 3: "wind"}
pair_rows = np.array([[3.0, 4.0], [1.0, 0.0], [0.0, 2.0], [-3.0, 4.0]])
check_neighbours(
    call(analogy, "sun", "rain", "snow", pair_ids, pair_names, pair_rows),
    [("wind", 0.9111079228)],
    hint="beside the three given words there is one; word_to_id gives the rows",
)
for pair_unknown in (("hail", "rain", "sun"), ("rain", "hail", "sun"), ("rain", "sun", "hail")):
    raises(KeyError, analogy, *pair_unknown, pair_ids, pair_names, pair_rows, hint="`hail` has no row")
pair_after = arguments_after(analogy, "wind", "rain", "snow", pair_ids, pair_names, pair_rows, 2)
Outcome("analogy(…)", pair_after[5], "word_matrix after the call").close_to(
    pair_rows, hint="scale a copy: `word_matrix /= …` changes the table itself"
)
earned("q4_analogy__lookup")
### BEGIN HIDDEN TESTS
pair_given = np.array([[3.0, 1.0], [1.0, 0.0], [0.0, 2.0], [-3.0, 4.0]])
pair_kept = pair_given.copy()
pair_after = arguments_after(analogy, "sun", "rain", "snow", pair_ids, pair_names, pair_given, 2)
Outcome("analogy(…)", pair_after[5], "word_matrix after the call").close_to(pair_kept)
pair_unit = pair_given / np.sqrt((pair_given**2).sum(axis=1, keepdims=True))
pair_x = pair_unit[0] - pair_unit[3] + pair_unit[1]
pair_story = call(analogy, "wind", "rain", "sun", pair_ids, pair_names, pair_given)
check_neighbours(pair_story, [("snow", float(pair_unit[2] @ pair_x / np.sqrt(pair_x @ pair_x)))])
raises(KeyError, analogy, "wind", "sun", "vlimse", pair_ids, pair_names, pair_given)
### END HIDDEN TESTS


# %% long=true
def show_analogies(questions, word_matrix):
    """Print the answers to each question, or why it has none."""
    for a, b, c in questions:
        question = f"{a} : {b} = {c} : ?"
        try:
            answers = analogy(a, b, c, word_to_id, id_to_word, word_matrix)
        except KeyError as problem:
            print(f"  {question:26} {problem}")
        else:
            print(f"  {question:26}", ", ".join(f"{word} {similarity:.2f}" for word, similarity in answers))


questions = [
    ("king", "man", "queen"),
    ("take", "took", "go"),
    ("car", "cars", "child"),
    ("good", "better", "bad"),
    ("cold", "colder", "warm"),
]
show_analogies(questions, model.word_vecs)

# %% [markdown]
# ## 4.3 What the vectors know (3 points, graded by hand)
#
# Try words and analogies of your own, with the vectors of 3.3 or with those of part 5. Then answer in a few sentences,
# each with the words and the output you saw:
#
# 1. Give a word whose neighbours changed from chance to sense, and say what its neighbours have in common.
# 2. Give an analogy that works.
# 3. Give one that fails, and a reason that can be checked: for example how often its words stand in the text, or what
#    stands around them.

# %% [markdown] written="q4_neighbours" points=3
# *Your answer here.*

# %% [markdown]
# # Part 5: the same training as matrix products
#
# A layer handles each pair of words by itself: it copies two rows of 100 numbers and multiplies them. A processor
# multiplies matrices ten to a hundred times faster than that, because it uses each number that it has fetched many
# times. So take a **block** of $n$ consecutive words of the text, $b_1, \dots, b_n$, and look up its rows once:
#
# $$A = W^{\text{in}}_{b}, \quad C = W^{\text{out}}_{b} \quad (n, H), \qquad N = W^{\text{out}}_{\nu} \quad (S, H).$$
#
# $\nu_1, \dots, \nu_S$ are negative samples that **all words of the block share**. Two products give all scores of the
# block:
#
# $$P = A\, C^\top \quad (n, n), \qquad Q = A\, N^\top \quad (n, S).$$
#
# ($P$ and $N$ are matrices in this part, and $b_i$ is the word at place $i$ of the block.) Most entries of $P$ are not
# wanted: only those of words in each other's windows. A mask $M$ picks them. $M_{ij} = 1$
# if $1 \le |i - j| \le w$, and 0 otherwise; at the ends of the block the windows are cut off.

# %% locked="block_figure"
show_block(block_size=14, window_size=2, shared=4)

# %% [markdown]
# ## 5.1 `block_gradients` (7 points)
#
# **The loss** is the skip-gram loss with negative sampling, **added** over all pairs of the block. Each pair $(i, j)$
# of a centre word $b_i$ and a context word $b_j$ has its yes-question, and it has the shared samples as its
# no-questions. In 2.5 a sample that was the target was drawn again. Shared samples cannot be drawn again for one
# pair, so a sample that is the context word $b_j$ itself is left out for this pair. $S$ may be larger than $K$; to
# keep the balance of $K$ negatives for one positive, each no-question counts $K / S$:
#
# $$L = \sum_{i,j} M_{ij} \Big[ -\log \sigma(P_{ij}) - \frac{K}{S} \sum_{k\,:\,\nu_k \ne b_j} \log \sigma(-Q_{ik}) \Big]$$
#
# The inner sum does not need a loop over pairs. For the centre $i$ and the sample $k$ count the pairs to which the
# sample belongs,
#
# $$R_{ik} = \frac{K}{S} \sum_j M_{ij}\, [\nu_k \ne b_j],$$
#
# which is a matrix product of $M$ with the $(n, S)$ table of $[\nu_k \ne b_j]$. Then
# $L = -\sum_{ij} M_{ij} \log \sigma(P_{ij}) - \sum_{ik} R_{ik} \log \sigma(-Q_{ik})$.
#
# **The gradients** follow from the slope of 2.3 for each score: with
#
# $$G^P = M \odot \big(\sigma(P) - 1\big), \qquad G^Q = R \odot \sigma(Q)$$
#
# ($\odot$ multiplies entry by entry) derive $\partial L / \partial A$, $\partial L / \partial C$ and
# $\partial L / \partial N$. Each is one product or a sum of two.
#
# **Duplicate rows** must be summed before anybody uses them: a word that stands in the block three times has three rows
# in $A$, and `W[words] += rows` would use one. Any right way of adding rows in 2.1 is right here. For the few words of a
# block there is a faster one: with `words = np.unique(ids)`, the table `words[:, None] == ids` is a small one-hot
# matrix, and its product with the rows adds them. The product that was hopeless for a million words is the best way for
# a hundred.
#
# Write `block_gradients(block, W_in, W_out, window_size, negatives, sample_size=5)`. It returns three things:
#
# 1. the loss $L$, a number;
# 2. `(words, rows)` for `W_in`: `words` holds each word of the block once, `rows` has the sum of its gradients, shape
#    `(len(words), H)`;
# 3. `(words, rows)` for `W_out`, with the words of the block **and** the negative samples, each once. A word may be
#    both.
#
# The order of the words is up to you. A word whose gradient is zero may be there or not.
#
# **Example.** `W_in` has the rows $(1, 0)$, $(2, 0)$, $(0, 1)$, `W_out` the rows $(0, 0)$, $(0, 0)$, $(\ln 3, 0)$. The
# block is $[0, 1, 0]$, $w = 1$, $K = 1$, and word 2 was drawn twice, $\nu = [2, 2]$, so that each no-question counts
# $K/S = \frac12$. There are four pairs: 0→1, 1→0 twice, 0→1. Their scores are 0, so the yes-questions cost $4 \ln 2$.
# Each of the two pairs of centre 0 meets both samples with the score $\ln 3$, and each of the two pairs of centre 1 with
# the score $2 \ln 3$. So the no-questions cost $2 \ln 4 + 2 \ln 10$, and $L = 10.1503$. The second entry of each row of
# both gradients is 0. For `W_in`, the first entry is $2 \cdot \frac34 \ln 3 = 1.6479$ for word 0 and
# $2 \cdot \frac{9}{10} \ln 3 = 1.9775$ for word 1. For `W_out` it is $2 \cdot (-\frac12) \cdot 2 = -2$ for word 0,
# $2 \cdot (-\frac12) \cdot 1 = -1$ for word 1, and $2 \cdot \frac34 \cdot 1 + 2 \cdot \frac{9}{10} \cdot 2 = 5.1$ for
# word 2.


# %% solution="q5_block_gradients"
def block_gradients(block, W_in, W_out, window_size, negatives, sample_size=5):
    """Loss and gradients of skip-gram with negative sampling for a block of text.

    block (n,) word numbers, W_in (V, H), W_out (V, H), window_size w, negatives (S,) word numbers, sample_size K.
    Returns (loss, (words, rows) for W_in, (words, rows) for W_out); words are different numbers, rows (len(words), H).
    """
    ### BEGIN SOLUTION
    A, C, N = W_in[block], W_out[block], W_out[negatives]
    place = np.arange(len(block))
    distance = np.abs(place[:, np.newaxis] - place)
    M = ((distance >= 1) & (distance <= window_size)).astype(A.dtype)
    R = M @ (block[:, np.newaxis] != negatives).astype(A.dtype)
    R *= sample_size / len(negatives)
    P, Q = A @ C.T, A @ N.T
    loss = np.sum(np.logaddexp(0, -P[M > 0])) + np.sum(R * np.logaddexp(0, Q))
    G_P, G_Q = M * (expit(P) - 1), R * expit(Q)

    def summed(ids, rows):
        words = np.unique(ids)
        return words, (words[:, np.newaxis] == ids).astype(rows.dtype) @ rows

    inner = summed(block, G_P @ C + G_Q @ N)
    outer = summed(np.concatenate([block, negatives]), np.concatenate([G_P.T @ A, G_Q.T @ A]))
    return loss, inner, outer
    ### END SOLUTION


# %% test="q5_block_gradients__loss" points=2
# Checks the loss of two blocks, the first of which is the example.
block_in, block_out = (
    np.array([[1.0, 0.0], [2.0, 0.0], [0.0, 1.0]]),
    np.array([[0.0, 0.0], [0.0, 0.0], [np.log(3), 0.0]]),
)
block_loss, _, _ = call(block_gradients, np.array([0, 1, 0]), block_in, block_out, 1, np.array([2, 2]), 1).parts(
    "loss", "gradient of W_in", "gradient of W_out"
)
block_loss.close_to(10.150348, rtol=1e-5, hint="4 ln 2 + 2 ln 4 + 2 ln 10, as in the example")
block_in = np.array([[0.3, 0.1], [1.0, -0.2], [-0.6, 0.8], [0.4, 0.4], [0.0, -0.5], [1.2, 0.0]])
block_out = np.array([[0.5, -1.0], [1.0, 1.0], [0.2, 0.0], [-0.7, 0.3], [0.9, -0.4], [0.6, 0.6]])
block_loss, _, _ = call(
    block_gradients, np.array([3, 1, 0, 2, 1]), block_in, block_out, 2, np.array([4, 5, 5]), 3
).parts("loss", "gradient of W_in", "gradient of W_out")
block_loss.close_to(46.3390618, rtol=1e-5, hint="14 pairs; a sample that was drawn twice counts twice")
earned("q5_block_gradients__loss")


### BEGIN HIDDEN TESTS
def block_value(block, W_in, W_out, window, negatives, count):
    total = 0.0
    for i, centre in enumerate(block):
        for j in range(max(0, i - window), min(len(block), i + window + 1)):
            if i != j:
                total += np.logaddexp(0, -W_in[centre] @ W_out[block[j]])
                kept = [k for k in negatives if k != block[j]]
                total += count / len(negatives) * sum(np.logaddexp(0, W_in[centre] @ W_out[k]) for k in kept)
    return total


block_random = np.random.default_rng(681540)
for block_words, block_width, block_length, block_window, block_shared, block_count in (
    (9, 3, 8, 2, 4, 4),
    (5, 5, 12, 5, 6, 3),
    (30, 2, 20, 3, 10, 5),
    (4, 2, 6, 5, 3, 5),
    (12, 4, 16, 9, 2, 1),
):
    block_pair = block_random.normal(size=(2, block_words, block_width))
    block_text, block_drawn = (
        block_random.integers(block_words, size=block_length),
        block_random.integers(block_words, size=block_shared),
    )
    block_wanted = block_value(block_text, *block_pair, block_window, block_drawn, block_count)
    block_told, _, _ = call(block_gradients, block_text, *block_pair, block_window, block_drawn, block_count).parts(
        "loss", "gradient of W_in", "gradient of W_out"
    )
    block_told.close_to(block_wanted, rtol=1e-5)
### END HIDDEN TESTS

# %% test="q5_block_gradients__slope_in" points=2
# Checks the gradient with respect to W_in: each word of the block once, with the sum of its rows.
block_in = np.array([[0.3, 0.1], [1.0, -0.2], [-0.6, 0.8], [0.4, 0.4], [0.0, -0.5], [1.2, 0.0]])
block_out = np.array([[0.5, -1.0], [1.0, 1.0], [0.2, 0.0], [-0.7, 0.3], [0.9, -0.4], [0.6, 0.6]])
_, block_slope, _ = call(
    block_gradients, np.array([3, 1, 0, 2, 1]), block_in, block_out, 2, np.array([4, 5, 5]), 3
).parts("loss", "gradient of W_in", "gradient of W_out")
check_sums(
    block_slope,
    np.array(
        [
            [4.1745074, 0.8289406],
            [6.9435432, 2.7114892],
            [1.4352248, 1.4009915],
            [1.8873536, 1.2825362],
            [0.0, 0.0],
            [0.0, 0.0],
        ]
    ),
    hint="word 1 stands in the block twice; words 4 and 5 are samples only, and have no part in W_in",
)
earned("q5_block_gradients__slope_in")


### BEGIN HIDDEN TESTS
def block_value(block, W_in, W_out, window, negatives, count):
    total = 0.0
    for i, centre in enumerate(block):
        for j in range(max(0, i - window), min(len(block), i + window + 1)):
            if i != j:
                total += np.logaddexp(0, -W_in[centre] @ W_out[block[j]])
                kept = [k for k in negatives if k != block[j]]
                total += count / len(negatives) * sum(np.logaddexp(0, W_in[centre] @ W_out[k]) for k in kept)
    return total


block_random = np.random.default_rng(927316)
for block_words, block_width, block_length, block_window, block_shared, block_count in (
    (9, 3, 8, 2, 4, 4),
    (5, 5, 7, 5, 6, 3),
    (20, 2, 10, 3, 5, 5),
    (4, 2, 6, 5, 3, 5),
):
    block_pair = block_random.normal(size=(2, block_words, block_width))
    block_text, block_drawn = (
        block_random.integers(block_words, size=block_length),
        block_random.integers(block_words, size=block_shared),
    )
    block_wanted = numerical_gradient(
        lambda W, U=block_pair[1], b=block_text, w=block_window, n=block_drawn, c=block_count: block_value(
            b, W, U, w, n, c
        ),
        block_pair[0],
    )
    _, block_told, _ = call(block_gradients, block_text, *block_pair, block_window, block_drawn, block_count).parts(
        "loss", "gradient of W_in", "gradient of W_out"
    )
    check_sums(block_told, block_wanted)
### END HIDDEN TESTS

# %% test="q5_block_gradients__slope_out" points=2
# Checks the gradient with respect to W_out: words of the block and samples, each once; and that both tables stay as they are.
block_in = np.array([[0.3, 0.1], [1.0, -0.2], [-0.6, 0.8], [0.4, 0.4], [0.0, -0.5], [1.2, 0.0]])
block_out = np.array([[0.5, -1.0], [1.0, 1.0], [0.2, 0.0], [-0.7, 0.3], [0.9, -0.4], [0.6, 0.6]])
_, _, block_slope = call(
    block_gradients, np.array([3, 1, 0, 2, 1]), block_in, block_out, 2, np.array([4, 5, 5]), 3
).parts("loss", "gradient of W_in", "gradient of W_out")
check_sums(
    block_slope,
    np.array(
        [
            [-0.433402, -0.6874168],
            [0.1754016, -0.9245383],
            [-1.0458334, 0.131566],
            [-0.8448174, 0.0817829],
            [4.2088949, 0.6492726],
            [6.6013175, 2.7444992],
        ]
    ),
    hint="the words of the block as context words, and the samples; word 5 was drawn twice",
)
block_after = arguments_after(
    block_gradients, np.array([3, 1, 0, 2, 1]), block_in, block_out, 2, np.array([4, 5, 5]), 3
)
for block_place, block_name, block_given in ((1, "W_in", block_in), (2, "W_out", block_out)):
    Outcome("block_gradients(…)", block_after[block_place], f"{block_name} after the call").close_to(
        block_given, hint="the step is the trainer's business; the tables stay as they are"
    )
earned("q5_block_gradients__slope_out")


### BEGIN HIDDEN TESTS
def block_value(block, W_in, W_out, window, negatives, count):
    total = 0.0
    for i, centre in enumerate(block):
        for j in range(max(0, i - window), min(len(block), i + window + 1)):
            if i != j:
                total += np.logaddexp(0, -W_in[centre] @ W_out[block[j]])
                kept = [k for k in negatives if k != block[j]]
                total += count / len(negatives) * sum(np.logaddexp(0, W_in[centre] @ W_out[k]) for k in kept)
    return total


block_random = np.random.default_rng(174092)
for block_words, block_width, block_length, block_window, block_shared, block_count in (
    (9, 3, 8, 2, 4, 4),
    (5, 5, 7, 5, 6, 3),
    (20, 2, 10, 3, 5, 5),
    (4, 2, 6, 5, 3, 5),
):
    block_pair = block_random.normal(size=(2, block_words, block_width))
    block_text, block_drawn = (
        block_random.integers(block_words, size=block_length),
        block_random.integers(block_words, size=block_shared),
    )
    block_wanted = numerical_gradient(
        lambda U, W=block_pair[0], b=block_text, w=block_window, n=block_drawn, c=block_count: block_value(
            b, W, U, w, n, c
        ),
        block_pair[1],
    )
    _, _, block_told = call(block_gradients, block_text, *block_pair, block_window, block_drawn, block_count).parts(
        "loss", "gradient of W_in", "gradient of W_out"
    )
    check_sums(block_told, block_wanted)
### END HIDDEN TESTS

# %% test="q5_block_gradients__samples" points=1
# Checks samples that are also words of the block: left out for some pairs, and summed into one row.
block_in = np.array([[0.3, 0.1], [1.0, -0.2], [-0.6, 0.8], [0.4, 0.4], [0.0, -0.5], [1.2, 0.0]])
block_out = np.array([[0.5, -1.0], [1.0, 1.0], [0.2, 0.0], [-0.7, 0.3], [0.9, -0.4], [0.6, 0.6]])
block_loss, block_slope_in, block_slope_out = call(
    block_gradients, np.array([3, 1, 0]), block_in, block_out, 1, np.array([1, 4])
).parts("loss", "gradient of W_in", "gradient of W_out")
block_loss.close_to(
    18.8120888,
    rtol=1e-5,
    hint="the sample 1 is left out for the pairs whose context word is 1; without a last argument K = 5, so K/S = 2.5",
)
check_sums(
    block_slope_in,
    np.array(
        [[0.8524953, -0.9585602], [7.0329009, 2.1230621], [0.0, 0.0], [0.927101, -0.8598595], [0.0, 0.0], [0.0, 0.0]]
    ),
    hint="for the pairs 3→1 and 0→1 the sample 1 is left out",
)
check_sums(
    block_slope_out,
    np.array(
        [
            [-0.3318122, 0.0663624],
            [3.2054685, -0.8541159],
            [0.0, 0.0],
            [-0.6813537, 0.1362707],
            [4.603311, -0.0379623],
            [0.0, 0.0],
        ]
    ),
    hint="word 1 is in the block and a sample: one row, the sum of both parts",
)
earned("q5_block_gradients__samples")


### BEGIN HIDDEN TESTS
def block_value(block, W_in, W_out, window, negatives, count):
    total = 0.0
    for i, centre in enumerate(block):
        for j in range(max(0, i - window), min(len(block), i + window + 1)):
            if i != j:
                total += np.logaddexp(0, -W_in[centre] @ W_out[block[j]])
                kept = [k for k in negatives if k != block[j]]
                total += count / len(negatives) * sum(np.logaddexp(0, W_in[centre] @ W_out[k]) for k in kept)
    return total


block_random = np.random.default_rng(358617)
block_pair = block_random.normal(size=(2, 4, 2))
block_text, block_drawn = np.array([2, 2, 0, 2, 3, 0]), np.array([2, 0, 0, 3, 1, 2, 2])
block_wanted = block_value(block_text, *block_pair, 3, block_drawn, 5)
block_wanted_in = numerical_gradient(
    lambda W: block_value(block_text, W, block_pair[1], 3, block_drawn, 5), block_pair[0]
)
block_wanted_out = numerical_gradient(
    lambda U: block_value(block_text, block_pair[0], U, 3, block_drawn, 5), block_pair[1]
)
block_told, block_told_in, block_told_out = call(block_gradients, block_text, *block_pair, 3, block_drawn).parts(
    "loss", "gradient of W_in", "gradient of W_out"
)
block_told.close_to(block_wanted, rtol=1e-5)
check_sums(block_told_in, block_wanted_in)
check_sums(block_told_out, block_wanted_out)
### END HIDDEN TESTS

# %% [markdown]
# ### The same numbers as the layers
#
# A model of layers that makes the same pairs and asks the same questions must find the same gradients. The next cell,
# which is not graded, puts all questions of one block through your layers, and compares. What is left is the error of
# single precision, about one part in a million.


# %%
def layered_gradients(block, W_in, W_out, window_size, negatives):
    """The block's loss and both gradients with the layers; the samples must not be words of the block, K = S."""
    place = np.arange(len(block))
    centre, context = np.nonzero(
        (np.abs(place[:, np.newaxis] - place) <= window_size) & (place[:, np.newaxis] != place)
    )
    words = np.column_stack([block[context], np.tile(negatives, (len(centre), 1))])
    t = np.zeros(words.shape, dtype=int)
    t[:, 0] = 1
    embedding, dot, loss_layer = Embedding(W_in), EmbeddingDot(W_out), SigmoidWithLoss()
    h = embedding.forward(np.repeat(block[centre], words.shape[1]))
    loss = words.size * loss_layer.forward(dot.forward(h, words.ravel()), t.ravel())
    embedding.backward(dot.backward(loss_layer.backward(words.size)))
    return loss, embedding.grads[0], dot.grads[0]


block_rng = np.random.default_rng(3)
small_in, small_out = block_rng.normal(size=(2, 50, 10)).astype(np.float32)
small_block, small_negatives = block_rng.integers(40, size=30), np.arange(40, 45)
by_layers = layered_gradients(small_block, small_in, small_out, 5, small_negatives)
by_block = block_gradients(small_block, small_in, small_out, 5, small_negatives)
print(f"loss: {by_layers[0]:.4f} with layers, {by_block[0]:.4f} as a block")
for table_name, dense, (words, rows) in zip(("W_in", "W_out"), by_layers[1:], by_block[1:]):
    difference = np.abs(dense[words] - rows).max() / np.abs(dense).max()
    print(f"gradients with respect to {table_name}: they differ by {difference:.1e} of the largest entry")

# %% [markdown]
# ## 5.2 Train in seconds
#
# `BlockTrainer` goes through the text block by block and calls your function. Twenty epochs of skip-gram take about half
# a minute, where the layers would need more than ten minutes. Each row has a learning rate of its own (Adagrad), since a
# frequent word stands in every block and a rare one in few. The curve shows the loss of a word, which is the sum over
# the pairs of its window: with up to six pairs of $6 \ln 2$ each it begins near 25.
#
# It settles between 10 and 11, in the shape of a saw: it drops at the beginning of each epoch, as in 3.3, and rises a
# little until the next one, because the tables also forget. At the beginning of an epoch the last time that a block was
# learnt from lies half an epoch back on average, at its end one and a half.

# %% long=true
from utils.blocks import BlockTrainer, compare_speed

fast = BlockTrainer(block_gradients, corpus, hidden_size=100, window_size=3)
fast.fit(epochs=20, lr=0.2)
fast.plot()
show_neighbours(queries, fast.word_vecs)
show_analogies(questions, fast.word_vecs)

# %% [markdown]
# How fast is it? The same model, skip-gram with a window of 5, 100 dimensions and 5 negative samples, three ways: with
# your layers, with your blocks, and with gensim, whose training loop is compiled C. All three use one thread.

# %% long=true
speeds = compare_speed(SkipGram, block_gradients, corpus, len(word_to_id))

# %% [markdown]
# The blocks do more arithmetic than the layers: most entries of $P$ are computed and thrown away. They are faster all
# the same, since a product of matrices reads each row once and uses it many times.

# %% [markdown]
# # Where you stand
#
# The last cell adds up what the visible tests have shown in this session: the points of each test whose cell has run and
# passed. A cell that fails stops *Run All Cells*: select the next one, and choose *Run → Run Selected Cell and All
# Below*, so that this cell is reached, too.

# %%
standing(
    visible={
        "q3_skip_gram__tables": 1,
    },
    hidden={
        "q2_embedding__forward": 1,
        "q2_embedding__backward": 2,
        "q2_embedding__again": 1,
        "q2_embedding__table": 1,
        "q2_embedding_dot__forward": 1,
        "q2_embedding_dot__slope_h": 1,
        "q2_embedding_dot__slope_table": 1,
        "q2_embedding_dot__rules": 1,
        "q2_grad_score__values": 2,
        "q2_sigmoid_with_loss__loss": 2,
        "q2_sigmoid_with_loss__slope": 2,
        "q2_unigram_sampler__rows": 3,
        "q2_unigram_sampler__frequencies": 3,
        "q2_unigram_sampler__sizes": 1,
        "q2_neg_sampling_loss__loss": 2,
        "q2_neg_sampling_loss__slope_h": 2,
        "q2_neg_sampling_loss__slope_table": 2,
        "q2_neg_sampling_loss__samples": 1,
        "q3_cbow__tables": 2,
        "q3_cbow__loss": 2,
        "q3_cbow__slopes": 3,
        "q3_skip_gram__loss": 2,
        "q3_skip_gram__slopes": 2,
        "q4_most_similar__values": 2,
        "q4_most_similar__lookup": 1,
        "q4_analogy__values": 2,
        "q4_analogy__lookup": 1,
        "q5_block_gradients__loss": 2,
        "q5_block_gradients__slope_in": 2,
        "q5_block_gradients__slope_out": 2,
        "q5_block_gradients__samples": 1,
    },
    by_hand=6,
)
