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
# # Assignment 1: Exploring word vectors
#
# A word vector is a list of numbers that stands for a word. Useful word vectors place words that are used alike near
# each other. This notebook makes such vectors in two ways, by counting and by prediction, and looks at what they know
# and at what they get wrong.

# %% [markdown]
# ## Notation
#
# One notation holds throughout.
#
# | symbol | meaning |
# | --- | --- |
# | corpus | a list of documents; a document is a list of tokens |
# | token | one occurrence of a word in a document |
# | word | a string; the corpus has $V$ **distinct words** |
# | $m$ | window size |
# | $M$ | co-occurrence matrix, shape $(V, V)$ |
# | $X$ | word vectors, shape $(V, k)$: **each row is the vector of one word** |

# %% locked="setup"
import matplotlib.pyplot as plt
import numpy as np
from sklearn.decomposition import TruncatedSVD

from utils.checks import call
from utils.counting import check_arguments_kept, check_counts, check_reduced, check_words, with_words
from utils.drawn import draw
from utils.plots import show_window, spread_labels, use_style
from utils.points import earned

use_style()

# %% [markdown]
# # Part 1: vectors from counts
#
# *You shall know a word by the company it keeps* (J. R. Firth, 1957). Words with similar neighbours tend to have
# similar meanings. So a first vector of a word is the list of how often each other word stands near it. The way from
# a text to a picture has four steps, and each is one function:
#
# corpus → distinct words → co-occurrence counts → a few dimensions → plot

# %% [markdown]
# ## 1.1 Distinct words (4 points)
#
# Write `distinct_words(corpus)`. It returns two things:
#
# 1. the **sorted list** of the distinct words of all documents, sorted as Python sorts strings (capitals come before
#    small letters);
# 2. how many there are, $V$.
#
# `Gold` and `gold` are two different words: leave the tokens as they are. A document may be empty. A corpus without
# documents has no words: `([], 0)`.
#
# *Example.* `distinct_words([["b", "a"], ["b", "C"]])` returns `(["C", "a", "b"], 3)`.


# %% solution="q1_distinct_words"
def distinct_words(corpus):
    """List the distinct words of a corpus.

    corpus: a list of documents, each a list of strings
    returns: (sorted list of the distinct words, how many there are)
    """
    ### BEGIN SOLUTION
    words = sorted({token for document in corpus for token in document})
    return words, len(words)
    ### END SOLUTION


# %% test="q1_distinct_words__examples" points=2
check_words(call(distinct_words, [["b", "a"], ["b", "C"]]), ["C", "a", "b"])
check_words(
    call(
        distinct_words,
        [
            ["<START>", "All", "that", "glitters", "isn't", "gold", "<END>"],
            ["<START>", "All's", "well", "that", "ends", "well", "<END>"],
        ],
    ),
    ["<END>", "<START>", "All", "All's", "ends", "glitters", "gold", "isn't", "that", "well"],
)
earned("q1_distinct_words__examples")

# %% test="q1_distinct_words__any_corpus" points=2
check_words(call(distinct_words, [[], ["b"], []]), ["b"])
check_words(call(distinct_words, []), [])
earned("q1_distinct_words__any_corpus")
### BEGIN HIDDEN TESTS
for seed_words in range(4):
    rng_words = np.random.default_rng(481516 + seed_words)
    built_words = sorted(
        ["Vexlin", "vexlin", "VEXLIN", "brumo", "Brumo", "7", "70", "8", "-", "é", "zot", f"torv{seed_words}"]
    )
    built_corpus = [[], *[[word] * int(rng_words.integers(1, 4)) for word in built_words], []]
    built_corpus += [list(map(str, rng_words.choice(built_words, 9))) for _ in range(5)]
    built_corpus = [built_corpus[i] for i in rng_words.permutation(len(built_corpus))]
    check_words(call(distinct_words, built_corpus), built_words)
same_corpus = [["zulm", "brask"], ["zulm", "Aft", "zulm"]]
check_arguments_kept(distinct_words, same_corpus)
### END HIDDEN TESTS

# %% [markdown]
# ## 1.2 Co-occurrence counts (8 points)
#
# Take a token of a document as the **centre word**. Its **outside words** are the tokens at most $m$ places to its
# left or to its right in the same document; $m$ is the window size. The picture shows the same document with three
# different centre words, for $m = 2$. Near an end of the document the window is cut off; it does not reach into the
# next document.

# %% locked="window_figure"
show_window(["<START>", "all", "that", "glitters", "isn't", "gold", "<END>"], window_size=2, centres=[0, 3, 6])

# %% [markdown]
# Each token of the corpus is the centre word once. The count of the pair $(a, b)$ says how often $b$ is an outside
# word of the centre word $a$. With $w_i$ for the token at place $i$ of a document,
#
# $$
# M_{ab} = \sum_{\text{documents}} \#\{(i, j) : w_i = a,\; w_j = b,\; 1 \le |i - j| \le m\}.
# $$
#
# The condition is the same for $(i, j)$ and $(j, i)$, so $M$ is symmetric. A word can be its own outside word: in the
# document `a a` with $m = 1$ each `a` sees the other, and $M_{aa} = 2$.
#
# Write `compute_co_occurrence_matrix(corpus, window_size=4)`. It returns
#
# 1. $M$, an array of shape $(V, V)$;
# 2. `word2ind`, a dictionary that gives each word the number of its row, which is also the number of its column. The
#    order of the rows is up to you; that of `distinct_words` is a good choice. You may call `distinct_words`: the
#    tests here replace it with a right one.
#
# *Example.* For `[["a", "b", "c"], ["a"]]` and $m = 1$, with the rows in the order a, b, c:
#
# $$
# M = \begin{pmatrix} 0 & 1 & 0 \\ 1 & 0 & 1 \\ 0 & 1 & 0 \end{pmatrix}
# $$


# %% solution="q1_co_occurrence"
def compute_co_occurrence_matrix(corpus, window_size=4):
    """Count how often two words stand at most window_size places apart in a document.

    corpus: a list of documents, each a list of strings
    window_size: m, how many places to the left and how many to the right
    returns: (M, word2ind), M an array of shape (V, V), word2ind a dictionary from word to row
    """
    ### BEGIN SOLUTION
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        rows = [word2ind[token] for token in document]
        for i, centre in enumerate(rows):
            for outside in rows[max(0, i - window_size) : i] + rows[i + 1 : i + window_size + 1]:
                M[centre, outside] += 1
    return M, word2ind
    ### END SOLUTION


# %% test="q1_co_occurrence__window" points=3
vocabulary_abc = ["a", "b", "c"]
count_abc = with_words(compute_co_occurrence_matrix, vocabulary_abc)
check_counts(
    call(count_abc, [["a", "b", "c"], ["a"]], 1),
    vocabulary_abc,
    {("a", "b"): 1, ("b", "c"): 1},
    hint="the window reaches one place to the left and one to the right",
)
vocabulary_toy = ["<END>", "<START>", "All", "All's", "ends", "glitters", "gold", "isn't", "that", "well"]
count_toy = with_words(compute_co_occurrence_matrix, vocabulary_toy)
check_counts(
    call(
        count_toy,
        [
            ["<START>", "All", "that", "glitters", "isn't", "gold", "<END>"],
            ["<START>", "All's", "well", "that", "ends", "well", "<END>"],
        ],
        window_size=1,
    ),
    vocabulary_toy,
    {
        ("<START>", "All"): 1,
        ("All", "that"): 1,
        ("that", "glitters"): 1,
        ("glitters", "isn't"): 1,
        ("isn't", "gold"): 1,
        ("gold", "<END>"): 1,
        ("<START>", "All's"): 1,
        ("All's", "well"): 1,
        ("well", "that"): 1,
        ("that", "ends"): 1,
        ("ends", "well"): 1,
        ("well", "<END>"): 1,
    },
    hint="with window 1, only direct neighbours count",
)
vocabulary_five = ["a", "b", "c", "d", "e"]
count_five = with_words(compute_co_occurrence_matrix, vocabulary_five)
check_counts(
    call(count_five, [["d", "a", "e", "c", "b"]], 2),
    vocabulary_five,
    {("d", "a"): 1, ("d", "e"): 1, ("a", "e"): 1, ("a", "c"): 1, ("e", "c"): 1, ("e", "b"): 1, ("c", "b"): 1},
    hint="look at the first and at the last place of the window, and at both ends of the document",
)
earned("q1_co_occurrence__window")
### BEGIN HIDDEN TESTS
vocabulary_long = sorted(f"{stem}{i}" for stem in ("murg", "tolp", "Quen") for i in range(5))
count_long = with_words(compute_co_occurrence_matrix, vocabulary_long)
for window_long in (1, 2, 3, 5, 8, 14, 20):
    rng_window = np.random.default_rng(602214 + window_long)
    long_document = [vocabulary_long[i] for i in rng_window.permutation(15)]
    long_counts = {}
    for distance in range(1, window_long + 1):
        for one, other in zip(long_document, long_document[distance:], strict=False):
            long_counts[one, other] = 1
    check_counts(call(count_long, [long_document], window_long), vocabulary_long, long_counts)
    check_counts(call(count_long, [long_document], window_size=window_long), vocabulary_long, long_counts)
### END HIDDEN TESTS

# %% test="q1_co_occurrence__repeats" points=2
count_a = with_words(compute_co_occurrence_matrix, ["a"])
check_counts(
    call(count_a, [["a", "a"]], 1),
    ["a"],
    {("a", "a"): 2},
    hint="each of the two tokens is an outside word of the other",
)
count_ab = with_words(compute_co_occurrence_matrix, ["a", "b"])
check_counts(call(count_ab, [["a", "b", "a"]], 1), ["a", "b"], {("a", "b"): 2}, hint="counts add up")
check_counts(
    call(count_ab, [["a", "b"], ["b", "a"], ["a", "b"]], 4),
    ["a", "b"],
    {("a", "b"): 3},
    hint="counts add up over documents",
)
earned("q1_co_occurrence__repeats")
### BEGIN HIDDEN TESTS
vocabulary_few = ["Drell", "ombik", "sarv"]
count_few = with_words(compute_co_occurrence_matrix, vocabulary_few)
for window_few in (1, 2, 3, 4, 6):
    rng_few = np.random.default_rng(137035 + window_few)
    few_corpus = [[vocabulary_few[i] for i in rng_few.integers(0, 3, size)] for size in (17, 30, 9)] + [vocabulary_few]
    few_table = np.zeros((3, 3), dtype=int)
    for few_document in few_corpus:
        for distance in range(1, window_few + 1):
            for one, other in zip(few_document, few_document[distance:], strict=False):
                few_table[vocabulary_few.index(one), vocabulary_few.index(other)] += 1
    few_table = few_table + few_table.T
    few_counts = {
        (a, b): int(few_table[i, j]) for i, a in enumerate(vocabulary_few) for j, b in enumerate(vocabulary_few)
    }
    check_counts(call(count_few, few_corpus, window_few), vocabulary_few, few_counts)
check_counts(
    call(count_few, [["Drell", "sarv", "ombik"]] * 400, 1),
    vocabulary_few,
    {("Drell", "sarv"): 400, ("sarv", "ombik"): 400},
)
### END HIDDEN TESTS

# %% test="q1_co_occurrence__documents" points=2
vocabulary_four = ["a", "b", "c", "d"]
count_four = with_words(compute_co_occurrence_matrix, vocabulary_four)
check_counts(
    call(count_four, [["a", "b"], ["c"], [], ["b", "d"]], 4),
    vocabulary_four,
    {("a", "b"): 1, ("b", "d"): 1},
    hint="a document may be shorter than the window or empty, and no window reaches into another document",
)
earned("q1_co_occurrence__documents")
### BEGIN HIDDEN TESTS
vocabulary_short = [*(f"plonk{i}" for i in range(9)), "zweft"]
count_short = with_words(compute_co_occurrence_matrix, vocabulary_short)
for window_short in (1, 2, 3, 5, 9):
    rng_short = np.random.default_rng(299792 + window_short)
    short_corpus = [
        [vocabulary_short[i] for i in rng_short.permutation(10)[:size]] for size in (0, 1, 2, 10, 3, 1, 0, 4, 2, 5, 1)
    ]
    short_counts = {}
    for short_document in short_corpus:
        for distance in range(1, window_short + 1):
            for pair in zip(short_document, short_document[distance:], strict=False):
                pair = tuple(sorted(pair))
                short_counts[pair] = short_counts.get(pair, 0) + 1
    check_counts(call(count_short, short_corpus, window_short), vocabulary_short, short_counts)
check_counts(call(count_a, [["a"]], 3), ["a"], {})
### END HIDDEN TESTS

# %% test="q1_co_occurrence__default" points=1
vocabulary_six = ["a", "b", "c", "d", "e", "f"]
count_six = with_words(compute_co_occurrence_matrix, vocabulary_six)
check_counts(
    call(count_six, [["a", "b", "c", "d", "e", "f"]]),
    vocabulary_six,
    {(one, other): 1 for one in vocabulary_six for other in vocabulary_six if one < other and one + other != "af"},
    hint="the window size is 4 where none is given",
)
earned("q1_co_occurrence__default")
### BEGIN HIDDEN TESTS
kept_corpus = [["a", "b", "c", "d", "e", "f", "a"]]
kept_near = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f"), ("f", "a")]
kept_far = [("a", "c"), ("b", "d"), ("c", "e"), ("d", "f"), ("e", "a")]
for window_kept in (2, 1, 2):
    kept_pairs = kept_near + kept_far * (window_kept == 2)
    check_counts(call(count_six, kept_corpus, window_kept), vocabulary_six, dict.fromkeys(kept_pairs, 1))
check_arguments_kept(count_six, kept_corpus, 2)
### END HIDDEN TESTS

# %% [markdown]
# ## 1.3 Fewer dimensions (5 points)
#
# A row of $M$ is a word vector with $V$ entries, most of them zero. The singular value decomposition writes
#
# $$
# M = U S W^\top, \qquad U^\top U = I, \quad W^\top W = I, \quad S = \operatorname{diag}(\sigma_1, \dots, \sigma_V),
# \quad \sigma_1 \ge \sigma_2 \ge \dots \ge 0 .
# $$
#
# The **truncated** SVD keeps the $k$ largest singular values and their columns, and the new word vectors are the rows
# of
#
# $$
# X = U_k S_k , \qquad \text{shape } (V, k).
# $$
#
# Why $U_k S_k$ and not $U_k$: of all matrices of rank $k$, $U_k S_k W_k^\top$ is nearest to $M$, and since $W_k$ has
# orthonormal columns, the inner products between rows of $X$ are those between the rows of that nearest matrix.
# Dropping $S_k$ would stretch weak directions to the size of strong ones.
#
# Principal component analysis does the same after subtracting the mean of each column. What they share: both are an
# SVD, and both keep the directions in which the rows are largest. Where they differ: PCA measures size from the mean
# row, truncated SVD from zero. For counts that is useful: $M$ keeps its zeros, so that it can be stored sparse, and
# the first direction mostly says how frequent a word is.
#
# Write `reduce_to_k_dim(M, k=2)` for a symmetric $M$. Column $j$ of the result belongs to $\sigma_j$, the largest
# first. The sign of each column is free. `sklearn.decomposition.TruncatedSVD` does the work; `numpy.linalg.svd` is as
# good.
#
# *Example.*
#
# $$
# M = \begin{pmatrix} 3 & 1 & 0 \\ 1 & 3 & 0 \\ 0 & 0 & 1 \end{pmatrix}, \quad \sigma = (4, 2, 1), \qquad
# X = \begin{pmatrix} 2.828 & 1.414 \\ 2.828 & -1.414 \\ 0 & 0 \end{pmatrix} \text{ for } k = 2.
# $$


# %% solution="q1_reduce_to_k_dim"
def reduce_to_k_dim(M, k=2):
    """Reduce word vectors to k dimensions with the truncated SVD.

    M: a symmetric array of shape (V, V)
    k: how many dimensions to keep, at most V
    returns: U·S of the k largest singular values, an array of shape (V, k)
    """
    ### BEGIN SOLUTION
    return TruncatedSVD(n_components=k, n_iter=10, random_state=0).fit_transform(np.asarray(M, dtype=float))
    ### END SOLUTION


# %% test="q1_reduce_to_k_dim__shape" points=1
given_counts = np.array(
    [
        [0, 9, 1, 2, 0],
        [9, 0, 3, 0, 1],
        [1, 3, 2, 0, 0],
        [2, 0, 0, 0, 5],
        [0, 1, 0, 5, 0],
    ]
)
call(reduce_to_k_dim, given_counts).array((5, 2), hint="k is 2 where none is given")
call(reduce_to_k_dim, given_counts, 1).array((5, 1), hint="one row for each word, k columns")
call(reduce_to_k_dim, given_counts, k=3).array((5, 3), hint="one row for each word, k columns")
earned("q1_reduce_to_k_dim__shape")

# %% test="q1_reduce_to_k_dim__values" points=4
check_reduced(
    call(reduce_to_k_dim, np.array([[3, 1, 0], [1, 3, 0], [0, 0, 1]]), 2),
    np.array([[2.828427, 1.414214], [2.828427, -1.414214], [0, 0]]),
    hint="the length of column j is the j-th singular value: 4 and 2",
)
check_reduced(
    call(reduce_to_k_dim, np.array([[1, 5, 0], [5, 1, 0], [0, 0, 2]]), 2),
    np.array([[4.242641, 2.828427], [4.242641, -2.828427], [0, 0]]),
    hint="the singular values of this matrix are 6, 4 and 2; its eigenvalues are 6, −4 and 2",
)
earned("q1_reduce_to_k_dim__values")
### BEGIN HIDDEN TESTS
for rows_svd, k_svd in ((7, 1), (7, 2), (9, 3), (12, 5), (40, 4)):
    rng_svd = np.random.default_rng(662607 + rows_svd)
    basis_svd = np.linalg.qr(rng_svd.normal(size=(rows_svd, rows_svd)))[0]
    sizes_svd = 300.0 * 1.7 ** -np.arange(rows_svd)
    signs_svd = np.where(np.arange(rows_svd) % 3 == 1, -1.0, 1.0)
    given_svd = (basis_svd * (sizes_svd * signs_svd)) @ basis_svd.T
    given_svd = (given_svd + given_svd.T) / 2
    wanted_svd = basis_svd[:, :k_svd] * sizes_svd[:k_svd]
    check_reduced(call(reduce_to_k_dim, given_svd, k_svd), wanted_svd)
check_arguments_kept(reduce_to_k_dim, given_svd, 2)
### END HIDDEN TESTS

# %% [markdown]
# ## 1.4 A plot (5 points)
#
# Write `plot_embeddings(M_reduced, word2ind, words)`. For each word of the list `words` it draws one point and writes
# the word beside it. The row of a word is `word2ind[word]`; column 0 of that row is the x-coordinate, column 1 the
# y-coordinate. Words that are in `word2ind` but not in `words` are not drawn. All points belong into one plot.
#
# Kind and colour of the points are up to you. `plt.scatter(x, y)` draws a point and `plt.text(x, y, word)` writes a
# word. Labels that cover each other can be moved apart: collect what `plt.text` returns in a list, and call
# `spread_labels(that_list)` at the end.
#
# *Example.* With `M_reduced = np.array([[1, 1], [-1, 2], [0, 5]])`, `word2ind = {"sun": 0, "rain": 1, "snow": 2}` and
# `words = ["snow", "sun"]` the plot has a point at $(0, 5)$ with the label `snow`, a point at $(1, 1)$ with the label
# `sun`, and nothing else.


# %% solution="q1_plot_embeddings"
def plot_embeddings(M_reduced, word2ind, words):
    """Draw a scatter plot of word vectors with a label at each point.

    M_reduced: an array of shape (V, 2)
    word2ind: a dictionary from word to row
    words: a list of the words to draw, all of them in word2ind
    """
    ### BEGIN SOLUTION
    _, axes = plt.subplots()
    labels = []
    for word in words:
        x, y = M_reduced[word2ind[word]][:2]
        axes.scatter(x, y, color="#0072B2")
        labels.append(axes.text(x, y, word))
    spread_labels(labels)
    plt.show()
    ### END SOLUTION


# %% test="q1_plot_embeddings__points" points=2
plot_weather = draw(
    plot_embeddings,
    np.array([[1.0, 1.0], [-1.0, 2.0], [0.0, 5.0]]),
    {"sun": 0, "rain": 1, "snow": 2},
    ["snow", "sun"],
)
plot_weather.has_points({"snow": (0, 5), "sun": (1, 1)}, hint="word2ind gives the row; column 0 is x, column 1 is y")
earned("q1_plot_embeddings__points")
### BEGIN HIDDEN TESTS
rng_points = np.random.default_rng(167262)
rows_points = {f"grath{i}": int(row) for i, row in enumerate(rng_points.permutation(12))}
grid_points = np.array([[x, y] for x in (-300.0, -100.0, 100.0, 300.0) for y in (-5.0, 0.0, 7.0)])
grid_points = (grid_points + rng_points.uniform(-0.9, 0.9, (12, 2)))[rng_points.permutation(12)]
for chosen_points in (["grath7", "grath0", "grath11", "grath3", "grath4"], ["grath5"], list(rows_points)):
    wanted_points = {word: tuple(map(float, grid_points[rows_points[word]])) for word in chosen_points}
    draw(plot_embeddings, grid_points, rows_points, chosen_points).has_points(wanted_points)
draw(plot_embeddings, grid_points, rows_points, ["grath2", "grath9"]).kept_arguments()
### END HIDDEN TESTS

# %% test="q1_plot_embeddings__labels" points=3
plot_four = draw(
    plot_embeddings,
    np.array([[3.0, 0.0], [0.0, 4.0], [-3.0, 0.0], [0.0, -4.0]]),
    {"east": 0, "north": 1, "west": 2, "south": 3},
    ["west", "south", "east", "north"],
)
plot_four.has_labels(
    {"west": (-3, 0), "south": (0, -4), "east": (3, 0), "north": (0, 4)}, hint="write each word beside its own point"
)
earned("q1_plot_embeddings__labels")
### BEGIN HIDDEN TESTS
rng_labels = np.random.default_rng(910938)
rows_labels = {f"blorn{i}": int(row) for i, row in enumerate(rng_labels.permutation(9))}
grid_labels = np.array([[x, y] for x in (0.0, 0.4, 0.8) for y in (1.0, 2.0, 3.0)])[rng_labels.permutation(9)]
for chosen_labels in (["blorn8", "blorn1", "blorn0", "blorn6"], list(rows_labels), ["blorn4"]):
    wanted_labels = {word: tuple(map(float, grid_labels[rows_labels[word]])) for word in chosen_labels}
    draw(plot_embeddings, grid_labels, rows_labels, chosen_labels).has_labels(wanted_labels)
### END HIDDEN TESTS
