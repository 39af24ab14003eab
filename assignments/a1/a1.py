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
#
# At the end you will be able to
#
# - turn a text into co-occurrence counts, reduce them with a truncated SVD, and draw the result;
# - say what such a picture shows and what it hides;
# - use trained word vectors: neighbours, distances, analogies;
# - find where they fail: several senses, antonyms, analogies that go wrong, and bias, which you will measure.
#
# **Before you start.** You need Python 3.11, 3.12 or 3.13, some practice with numpy, and from linear algebra the inner
# product and the idea of a matrix decomposition. Plan five hours: two for Part 1, three for Part 2. Leave this
# notebook in its folder, beside the folder `utils`, and install what it needs once:
# `pip install -r requirements.txt`.
#
# Everything works without a network. Two cells ask for more data: 1.5 for a text (6 MB) and the section *To look
# further* for a large table of word vectors (264 MB). Where these cannot be had, the cell says so in one line and
# goes on with what is here.
#
# **What is graded how.** 60 points in all.
#
# | | points |
# | --- | --- |
# | functions that you write and words that you choose, graded by tests | 45 |
# | six short written answers, graded by a person | 15 |
#
# Write in the cells that say `raise NotImplementedError` (replace that line) or *Your answer here*. The tests of a
# function stand below it; run them as often as you like. Their first line says what they check. A test that passes
# prints nothing, or a note where a shape is not quite the one asked for; one that fails says what was called, what came
# back and what was wanted. One whose answer still raises `NotImplementedError` says *not written*. Most points also need
# hidden tests that run after you hand in: they ask the same of other inputs of the same kinds.
#
# You may add cells; test cells that you change are put back before grading. While your notebook is graded, all cells of
# your own together have one minute of processor time, and those after that are left out: put what an answer needs into
# its own cell.
#
# None of your functions changes what it is handed: the caller still needs it. This, too, is tested.
#
# **Handing in.** Save this file and hand it in under its name, `a1.ipynb`. The last cell says how many points your
# visible tests have earned and how many the hidden ones will decide.

# %% [markdown]
# ## Notation
#
# One notation holds throughout. Rows and columns of arrays are counted from 0, as in Python.
#
# | symbol | meaning |
# | --- | --- |
# | corpus | a list of documents; a document is a list of tokens |
# | token | one occurrence of a word in a document |
# | word | a string; the corpus has $V$ **distinct words** |
# | $m$ | window size |
# | $M$ | co-occurrence matrix, shape $(V, V)$ |
# | $X$ | word vectors, shape $(V, d)$: **each row is the vector of one word**; reduced to $k$ dimensions, $(V, k)$ |
# | $v_{\text{king}}$ | the vector of the word *king*, a row of $X$ |
# | $\lVert v \rVert$ | the length of $v$, $\sqrt{v \cdot v}$ |
# | $\hat v$ | $v / \lVert v \rVert$, of the same direction as $v$ and of length 1 |

# %% locked="setup"
import matplotlib.pyplot as plt
import numpy as np
from sklearn.decomposition import TruncatedSVD

from utils import load_corpus, load_vectors
from utils.checks import Outcome, call
from utils.choices import check_analogy, check_antonym_nearer, check_two_senses, check_word_sets
from utils.counting import (
    check_arguments_kept,
    check_counts,
    check_reduced,
    check_reduced_shape,
    check_several_counts,
    check_words,
    keep_frequent,
    seen_together,
    with_words,
)
from utils.drawn import draw
from utils.plots import show_association, show_window, spread_labels, use_style
from utils.points import earned, standing
from utils.primer import planted

use_style()

# %% [markdown]
# # Part 1: vectors from counts
#
# *You shall know a word by the company it keeps* (J. R. Firth, 1957). Words with similar neighbours tend to have
# similar meanings. So a first vector for a word is the list of how often each word stands near it. The way from
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
# `Gold` and `gold` are two different words: leave the tokens as they are, also numbers, signs and words of one letter.
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
# Checks two small texts: all words of all documents, each once, in sorted order, and how many there are.
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
check_words(call(distinct_words, [["b", "a"], ["b", "C"]]), ["C", "a", "b"])
earned("q1_distinct_words__examples")

# %% test="q1_distinct_words__any_corpus" points=2
# Checks a text of numbers, signs and repeats, a text of one document, and that the text is left as it was.
check_words(
    call(
        distinct_words, [["x2", "x10", "x2", "x2", "-"], ["Ohm"], ["9", "10", "ohm", "9", "9"], ["OHM", "œuvre", "-"]]
    ),
    ["-", "10", "9", "OHM", "Ohm", "ohm", "x10", "x2", "œuvre"],
)
check_words(call(distinct_words, [["b", "b"]]), ["b"])
check_arguments_kept(distinct_words, [["b", "a"], ["b"]])
earned("q1_distinct_words__any_corpus")
### BEGIN HIDDEN TESTS
for seed_words in range(4):
    rng_words = np.random.default_rng(481516 + seed_words)
    built_words = sorted(
        ["Vexlin", "vexlin", "VEXLIN", "brumo", "Brumo", "7", "70", "8", "-", "é", "zot", f"torv{seed_words}"]
    )
    built_corpus = [[word] * int(rng_words.integers(1, 4)) for word in built_words]
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
# next document. A document may be shorter than the window, it may have a single token, and it may be empty; the last
# two add nothing to the counts.
#
# The document of the picture begins with the token `<START>` and ends with `<END>`, so that one can count which words
# begin and end a document. To your functions these two are words like all others; they neither add them nor take them away.

# %%
show_window(["<START>", "all", "that", "glitters", "isn't", "gold", "<END>"], window_size=2, centres=[0, 3, 6])

# %% [markdown]
# Each token of the corpus is the centre word once. The entry $M_{ab}$ says how often the word $b$ is an outside word
# of the centre word $a$. With $w_i$ for the token at place $i$ of a document, and $\#$ for the number of elements of
# a set,
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
# 1. $M$, a numpy array of shape $(V, V)$;
# 2. `word2ind`, a dictionary that gives each word the number of its row in $M$, from 0 to $V - 1$. The column of a word
#    has the same number. The order of the rows is up to you; that of `distinct_words` is a good choice.
#
# You may call `distinct_words`. The tests here put a right one in its place, so that a mistake in 1.1 costs nothing
# in 1.2.
#
# *Example.* For the corpus `[["a", "b", "c"], ["a"]]`, $m = 1$ and `word2ind` = `{"a": 0, "b": 1, "c": 2}`
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
# Checks documents in which no word comes twice: which places belong to the window, also near both ends.
vocabulary_abc = ["a", "b", "c"]
count_abc = with_words(compute_co_occurrence_matrix, vocabulary_abc)
vocabulary_toy = ["<END>", "<START>", "All", "All's", "ends", "glitters", "gold", "isn't", "that", "well"]
count_toy = with_words(compute_co_occurrence_matrix, vocabulary_toy)
corpus_toy = [
    ["<START>", "All", "that", "glitters", "isn't", "gold", "<END>"],
    ["<START>", "All's", "well", "that", "ends", "well", "<END>"],
]
counts_toy = {
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
}
vocabulary_seven = ["a", "b", "c", "d", "e", "f", "g"]
count_seven = with_words(compute_co_occurrence_matrix, vocabulary_seven)
one_apart = [("d", "a"), ("a", "g"), ("g", "c"), ("c", "f"), ("f", "b"), ("b", "e")]
two_apart = [("d", "g"), ("a", "c"), ("g", "f"), ("c", "b"), ("f", "e")]
three_apart = [("d", "c"), ("a", "f"), ("g", "b"), ("c", "e")]
look = "look at the first and at the last place of the window, and at both ends of the document"
check_several_counts(
    (
        call(count_abc, [["a", "b", "c"], ["a"]], 1),
        vocabulary_abc,
        {("a", "b"): 1, ("b", "c"): 1},
        "this is the example: the window reaches one place to the left and one to the right",
    ),
    (
        call(count_seven, [["d", "a", "g", "c", "f", "b", "e"]], 2),
        vocabulary_seven,
        dict.fromkeys(one_apart + two_apart, 1),
        look,
    ),
    (
        call(count_seven, [["d", "a", "g", "c", "f", "b", "e"]], 3),
        vocabulary_seven,
        dict.fromkeys(one_apart + two_apart + three_apart, 1),
        look,
    ),
    (
        call(count_toy, corpus_toy, window_size=1),
        vocabulary_toy,
        counts_toy,
        "with window 1, only direct neighbours count",
    ),
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
# Checks words that come several times, in one document or in several: counts add up, also those of a word with itself.
count_a = with_words(compute_co_occurrence_matrix, ["a"])
vocabulary_abc = ["a", "b", "c"]
count_abc = with_words(compute_co_occurrence_matrix, vocabulary_abc)
check_several_counts(
    (call(count_a, [["a", "a"]], 1), ["a"], {("a", "a"): 2}, "each of the two tokens is an outside word of the other"),
    (
        call(count_abc, [["b", "a", "a", "c", "b", "a", "a", "c", "c"], ["c", "a"]], 2),
        vocabulary_abc,
        {("a", "a"): 4, ("a", "b"): 5, ("a", "c"): 7, ("b", "c"): 1, ("c", "c"): 2},
        "counts add up, and each of two equal tokens is an outside word of the other",
    ),
    (
        call(count_abc, [["b", "a", "a", "c", "b", "a", "a", "c", "c"]], 3),
        vocabulary_abc,
        {("a", "a"): 6, ("a", "b"): 6, ("a", "c"): 8, ("b", "c"): 3, ("c", "c"): 2},
        "counts add up, and each of two equal tokens is an outside word of the other",
    ),
)
count_ab = with_words(compute_co_occurrence_matrix, ["a", "b"])
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

# %% test="q1_co_occurrence__documents" points=1
# Checks several documents, some shorter than the window: all are counted, each on its own.
vocabulary_six = ["a", "b", "c", "d", "e", "f"]
count_six = with_words(compute_co_occurrence_matrix, vocabulary_six)
check_counts(
    call(count_six, [["b", "e"], ["a", "b", "d", "c", "e"], ["f"], ["c", "f", "a"]], 3),
    vocabulary_six,
    {
        **{("b", "e"): 2, ("a", "b"): 1, ("b", "d"): 1, ("c", "d"): 1, ("c", "e"): 1, ("a", "d"): 1, ("b", "c"): 1},
        **{("d", "e"): 1, ("a", "c"): 2, ("c", "f"): 1, ("a", "f"): 1},
    },
    hint="a document may be shorter than the window, and no window reaches into another document",
)
earned("q1_co_occurrence__documents")
### BEGIN HIDDEN TESTS
vocabulary_short = [*(f"plonk{i}" for i in range(9)), "zweft"]
count_short = with_words(compute_co_occurrence_matrix, vocabulary_short)
for window_short in (1, 2, 3, 5, 9):
    rng_short = np.random.default_rng(299792 + window_short)
    short_corpus = [
        [vocabulary_short[i] for i in rng_short.permutation(10)[:size]] for size in (2, 1, 2, 10, 3, 1, 4, 2, 5, 1)
    ]
    short_counts = {}
    for short_document in short_corpus:
        for distance in range(1, window_short + 1):
            for pair in zip(short_document, short_document[distance:], strict=False):
                pair = tuple(sorted(pair))
                short_counts[pair] = short_counts.get(pair, 0) + 1
    check_counts(call(count_short, short_corpus, window_short), vocabulary_short, short_counts)
### END HIDDEN TESTS

# %% test="q1_co_occurrence__edges" points=1
# Checks texts that hold empty documents: these add nothing, and what follows them counts.
vocabulary_six = ["a", "b", "c", "d", "e", "f"]
count_six = with_words(compute_co_occurrence_matrix, vocabulary_six)
check_counts(
    call(count_six, [["a", "b"], ["c", "e", "d", "f"], [], ["b", "d"], []], 2),
    vocabulary_six,
    dict.fromkeys([("a", "b"), ("c", "e"), ("c", "d"), ("d", "e"), ("e", "f"), ("d", "f"), ("b", "d")], 1),
    hint="an empty document adds nothing, and the documents after it count",
)
earned("q1_co_occurrence__edges")
### BEGIN HIDDEN TESTS
vocabulary_gaps = ["glorn", "krell", "sprad", "vimt"]
count_gaps = with_words(compute_co_occurrence_matrix, vocabulary_gaps)
gaps_counts = {("glorn", "sprad"): 1, ("glorn", "vimt"): 1, ("krell", "vimt"): 1}
for gaps_corpus in (
    [[], ["glorn", "sprad"], ["krell", "vimt", "glorn"]],
    [["glorn", "vimt", "krell"], [], [], ["sprad", "glorn"]],
):
    check_counts(call(count_gaps, gaps_corpus, 1), vocabulary_gaps, gaps_counts)
### END HIDDEN TESTS

# %% test="q1_co_occurrence__default" points=1
# Checks a call without a window size, which means 4, and that the text is left as it was.
vocabulary_ten = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]
count_ten = with_words(compute_co_occurrence_matrix, vocabulary_ten)
document_ten = ["g", "b", "j", "a", "f", "d", "i", "c", "h", "e", "g"]
counts_ten = {(one, other): 1 for i, one in enumerate(document_ten) for other in document_ten[i + 1 : i + 5]}
check_several_counts(
    (call(count_ten, [document_ten]), vocabulary_ten, counts_ten, "the window size is 4 where none is given"),
    (
        call(count_ten, [document_ten], window_size=4),
        vocabulary_ten,
        counts_ten,
        "here the window size 4 is handed over",
    ),
)
check_arguments_kept(
    compute_co_occurrence_matrix, [["b", "a"], ["b"]], 2, distinct_words=lambda corpus: (["a", "b"], 2)
)
earned("q1_co_occurrence__default")
### BEGIN HIDDEN TESTS
vocabulary_six = ["a", "b", "c", "d", "e", "f"]
count_six = with_words(compute_co_occurrence_matrix, vocabulary_six)
kept_corpus = [["a", "b", "c", "d", "e", "f", "a"]]
kept_near = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f"), ("f", "a")]
kept_far = [("a", "c"), ("b", "d"), ("c", "e"), ("d", "f"), ("e", "a")]
for window_kept in (2, 1, 2):
    kept_pairs = kept_near + kept_far * (window_kept == 2)
    check_counts(call(count_six, kept_corpus, window_kept), vocabulary_six, dict.fromkeys(kept_pairs, 1))
check_arguments_kept(
    compute_co_occurrence_matrix, kept_corpus, 2, distinct_words=lambda corpus: (list(vocabulary_six), 6)
)
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
# The **truncated** SVD keeps only the $k$ largest singular values: $S_k$ is the diagonal matrix of the first $k$ of
# them, and $U_k$ and $W_k$ are the first $k$ columns of $U$ and $W$. The new word vectors are the rows of
#
# $$
# X = U_k S_k , \qquad \text{shape } (V, k).
# $$
#
# Why $U_k S_k$ and not $U_k$: no matrix of rank at most $k$ is nearer to $M$ than $U_k S_k W_k^\top$ (nearer: a smaller sum of
# squared differences). The columns of $W_k$ are orthonormal, so the inner products between the rows of $X$ are those
# between the rows of this nearest matrix. Without $S_k$, weak directions would count as much as strong ones.
#
# **Principal component analysis** (PCA) does the same after subtracting from each column its mean. What the two share:
# both are an SVD, and both keep the directions along which the rows have the largest sum of squares. Where they differ:
# PCA measures from the mean row, truncated SVD from zero. For counts, zero is the practical choice: $M$ keeps its zeros
# and can be stored as a sparse matrix. The price is that the first direction mostly says how frequent a word is.
#
# Write `reduce_to_k_dim(M, k=2)` for a symmetric $M$, of integers or of floats, and $k < V$. It returns $X$ as a numpy
# array of shape $(V, k)$, the column of $\sigma_1$ first. The sign of each column is free. `TruncatedSVD` of
# scikit-learn, imported above, does the work (read which of its methods returns $U_k S_k$); `np.linalg.svd` is as good.
#
# *Example.* With $\sigma = (4, 2, 1)$, and up to the signs of the columns,
#
# $$
# M = \begin{pmatrix} 3 & 1 & 0 \\ 1 & 3 & 0 \\ 0 & 0 & 1 \end{pmatrix}, \qquad
# X = \begin{pmatrix} 2.828 & 1.414 \\ 2.828 & -1.414 \\ 0 & 0 \end{pmatrix} \text{ for } k = 2.
# $$


# %% solution="q1_reduce_to_k_dim"
def reduce_to_k_dim(M, k=2):
    """Reduce word vectors to k dimensions with the truncated SVD.

    M: a symmetric array of shape (V, V)
    k: how many dimensions to keep, fewer than V
    returns: U·S of the k largest singular values, an array of shape (V, k)
    """
    ### BEGIN SOLUTION
    return TruncatedSVD(n_components=k, n_iter=10, random_state=0).fit_transform(np.asarray(M, dtype=float))
    ### END SOLUTION


# %% test="q1_reduce_to_k_dim__shape" points=1
# Checks the shape alone: a row for each word, k columns, and 2 columns where no k is given.
given_counts = np.array(
    [
        [0, 9, 1, 2, 0, 1],
        [9, 0, 3, 0, 1, 0],
        [1, 3, 2, 0, 0, 4],
        [2, 0, 0, 0, 5, 0],
        [0, 1, 0, 5, 0, 2],
        [1, 0, 4, 0, 2, 6],
    ]
)
check_reduced_shape(call(reduce_to_k_dim, given_counts, k=4), (6, 4), hint="one row for each word, k columns")
check_reduced_shape(call(reduce_to_k_dim, given_counts), (6, 2), hint="k is 2 where none is given")
earned("q1_reduce_to_k_dim__shape")

# %% test="q1_reduce_to_k_dim__values" points=4
# Checks the numbers, where each column may have the other sign, and that M is left as it was.
check_reduced(
    call(reduce_to_k_dim, np.array([[4, 4, 3, 4], [4, 0, 9, 3], [3, 9, 4, 0], [4, 3, 0, 1]]), 2),
    np.array([[7.099082, 0.241847], [8.257781, -6.091225], [8.982752, 4.56114], [3.896772, 1.953288]]),
    hint="the singular values of this matrix are 14.64, 7.86, 3.96 and 1.75; its eigenvalues are 14.64, −7.86, 3.96 "
    "and −1.75",
)
check_reduced(
    call(reduce_to_k_dim, np.array([[3.0, 1.0, 0.0], [1.0, 3.0, 0.0], [0.0, 0.0, 1.0]]), 2),
    np.array([[2.828427, 1.414214], [2.828427, -1.414214], [0, 0]]),
    hint="this is the example: the lengths of the columns are the singular values, 4 and 2",
)
check_arguments_kept(reduce_to_k_dim, np.array([[3.0, 1.0, 0.0], [1.0, 3.0, 0.0], [0.0, 0.0, 1.0]]), 2)
earned("q1_reduce_to_k_dim__values")
### BEGIN HIDDEN TESTS
for rows_svd, k_svd in ((7, 2), (8, 2), (9, 3), (12, 5), (40, 4)):
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
# the word beside it. The row of a word is `word2ind[word]`, whatever its place in the dictionary or in the list;
# column 0 of that row is the x-coordinate, column 1 the y-coordinate. Words that are in `word2ind` but not in `words`
# are not drawn. All points go into one plot. What the function returns does not matter.
#
# Kind and colour of the points are up to you. `plt.scatter(x, y)` draws a point and `plt.text(x, y, word)` writes a
# word. `spread_labels`, imported above, moves labels apart that cover each other: collect what `plt.text` returns in a
# list, and call `spread_labels(that_list)` after the last point.
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
    returns: nothing that is looked at
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
# Checks the points: one for each word of the list, at its place, all in one plot; the arguments stay as they were.
plot_five = draw(
    plot_embeddings,
    np.array([[2.0, 7.0], [-4.0, 1.0], [6.0, -3.0], [-1.0, -5.0], [3.0, 0.5], [-6.0, -2.0]]),
    {"oak": 4, "elm": 2, "ash": 5, "fir": 0, "yew": 3, "box": 1},
    ["yew", "oak", "ash", "box"],
)
plot_five.has_points(
    {"yew": (-1, -5), "oak": (3, 0.5), "ash": (-6, -2), "box": (-4, 1)},
    hint="word2ind gives the row, whatever the order of its words; column 0 is x, column 1 is y",
)
plot_five.kept_arguments()
plot_weather = draw(
    plot_embeddings,
    np.array([[1.0, 1.0], [-1.0, 2.0], [0.0, 5.0]]),
    {"sun": 0, "rain": 1, "snow": 2},
    ["snow", "sun"],
)
plot_weather.has_points(
    {"snow": (0, 5), "sun": (1, 1)}, hint="this is the example: word2ind gives the row; column 0 is x, column 1 is y"
)
plot_weather.kept_arguments()
earned("q1_plot_embeddings__points")
### BEGIN HIDDEN TESTS
rng_points = np.random.default_rng(167262)
rows_points = {f"grath{i}": int(row) for i, row in enumerate(rng_points.permutation(12))}
grid_points = np.array([[x, y] for x in (-300.0, -100.0, 100.0, 300.0) for y in (-5.0, 0.0, 7.0)])
grid_points = (grid_points + rng_points.uniform(-0.9, 0.9, (12, 2)))[rng_points.permutation(12)]
for chosen_points in (["grath7", "grath0", "grath11", "grath3", "grath4"], list(rows_points)):
    wanted_points = {word: tuple(map(float, grid_points[rows_points[word]])) for word in chosen_points}
    draw(plot_embeddings, grid_points, rows_points, chosen_points).has_points(wanted_points)
draw(plot_embeddings, grid_points, rows_points, ["grath2", "grath9"]).kept_arguments()
### END HIDDEN TESTS

# %% test="q1_plot_embeddings__labels" points=3
# Checks the labels: each word stands beside its own point, and no other word is in the plot.
plot_four = draw(
    plot_embeddings,
    np.array([[3.0, 0.0], [5.0, 5.0], [0.0, 4.0], [-3.0, 0.0], [0.0, -4.0]]),
    {"north": 2, "west": 3, "centre": 1, "south": 4, "east": 0},
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
for chosen_labels in (["blorn8", "blorn1", "blorn0", "blorn6"], list(rows_labels)):
    wanted_labels = {word: tuple(map(float, grid_labels[rows_labels[word]])) for word in chosen_labels}
    draw(plot_embeddings, grid_labels, rows_labels, chosen_labels).has_labels(wanted_labels)
### END HIDDEN TESTS

# %% [markdown]
# ## 1.5 Real text (3 points, graded by hand)
#
# Now the whole way on real text: news about crude oil from Reuters (1987) where that corpus can be had, otherwise
# articles of Wikipedia (about 450,000 tokens). Three things are new.
#
# - Only the 3,000 most frequent words are kept. The others are taken out of the text before anything is counted (of
#   Wikipedia about a fifth of all tokens), and the words on both sides of a gap become neighbours. Why so few: an
#   array of shape $(V, V)$ takes $8 V^2$ bytes, 9 GB for the 34,000 words of the Wikipedia text, and the vectors of
#   rare words rest on a handful of counts.
# - The window size is 1, so that a word is described by its direct neighbours alone.
# - Each row of $X$ is scaled to length 1. The length of a row mostly tells how frequent the word is. What is left is
#   its direction, so that two words are near if their neighbours are alike, however frequent they are. All points lie
#   on a circle of radius 1 around the origin. The plot shows only the part of the circle where the words are, and its
#   two axes have different scales.
#
# The first cell lists the words: nine countries and ten words of the oil trade. The second cell needs all four
# functions and takes some seconds.

# %% locked="words_to_plot"
words_to_plot = ["iran", "canada", "japan", "china", "germany", "france", "egypt", "india", "mexico"]
words_to_plot += "oil petroleum energy price prices production output industry market company".split()

# %% long=true
news = keep_frequent(load_corpus("reuters", category="crude", start_end=True), how_many=3000)
news_counts, news_rows = compute_co_occurrence_matrix(news, window_size=1)
news_vectors = reduce_to_k_dim(news_counts, k=2)
news_directions = news_vectors / np.linalg.norm(news_vectors, axis=1, keepdims=True)
plot_embeddings(news_directions, news_rows, words_to_plot)

# %% [markdown]
# Look at the plot, and change what you like in the cell that drew it: the window size to 4, the words (those in
# `news_rows` can be drawn), the scaling. Then answer in the next cell, in about 100 words. Say first which text you
# saw, Reuters or Wikipedia, and what you changed.
#
# 1. What lies together? Name one group that makes sense, and one word that does not lie where you expect it, with a
#    reason that you would look into.
# 2. What does the plot hide? Think of what was thrown away on the way from the text to the picture.
#
# Leave the picture that you write about in the notebook when you save it. It is not drawn anew for grading: the
# person who grades your answer sees yours.

# %% [markdown] written="q1_real_text" points=3
# *Your answer here.*

# %% [markdown]
# # Part 2: vectors from prediction
#
# Counting reads the whole text and then compresses it. The other way is to learn the vectors: start with small random
# ones, go through the text, and change them a little at each step so that the vector of the centre word predicts its
# outside words better. This is skip-gram, one of the two models of word2vec (Mikolov et al. 2013, *Efficient
# estimation of word representations in vector space*). To give each of $V$ words its probability, a step would have
# to look at all of them. The first paper avoids that with a tree of words. A second paper of the same year (Mikolov
# et al. 2013, *Distributed representations of words and phrases and their compositionality*) has a simpler way: tell
# the true outside word from a handful of words drawn by chance. That is **negative sampling**; assignment 2 derives
# its gradients with respect to the vectors, and builds it.
#
# Here we use finished vectors. `load_vectors("offline")` gives the same to everyone: about 10,000 words with 100
# dimensions, trained by negative sampling with window size 4 on about two million tokens:
#
# - the articles of Wikipedia of 1.5 (450,000), and
# - the *primer* (1.5 million), short sentences that a program of ours made from lists: countries with their capitals
#   and currencies, families, forms of words, opposites and synonyms, words of two senses, and people at work. What
#   `load_corpus("primer")` gives is a tenth of them.
#
# So three quarters of the text were made up by us, and the rest is little. You will meet the limits of both. All
# graded questions use these vectors.

# %% locked="vectors"
vectors = load_vectors("offline")

# %% [markdown]
# The **cosine similarity** of two vectors measures how alike two words are:
#
# $$
# \cos(x, y) = \frac{x \cdot y}{\lVert x \rVert \, \lVert y \rVert} .
# $$
#
# It lies between −1 and 1; the **cosine distance** is $1 - \cos(x, y)$. What `vectors` can do:
#
# | expression | gives |
# | --- | --- |
# | `vectors["oil"]` | the vector, shape (100,) |
# | `vectors[["oil", "gas"]]` | the vectors of a list of words, here of shape (2, 100) |
# | `vectors.get_vector("oil", norm=True)` | the vector scaled to length 1 |
# | `"oil" in vectors` | whether the word has a vector |
# | `vectors.similarity("oil", "gas")`, `vectors.distance("oil", "gas")` | cosine similarity, cosine distance |
# | `vectors.most_similar("oil", topn=10)` | the nearest words with their similarities |
# | `vectors.most_similar(positive=["b", "c"], negative=["a"])` | words that answer "a is to b as c is to …" (2.4) |
#
# All words are in lower case. A word that has no vector ends in an error that names words of like spelling.

# %%
for near_word, near_similarity in vectors.most_similar("oil", topn=8):
    print(f"{near_word:12} {near_similarity:.2f}")

# %% [markdown]
# ## 2.1 The same words again (3 points, graded by hand)
#
# Here are the words of 1.5 once more, with the offline vectors: the vectors of all words are scaled to length 1,
# reduced to two dimensions by a truncated SVD, and scaled to length 1 again.

# %%
unit_vectors = vectors.get_normed_vectors()
plane = TruncatedSVD(n_components=2, n_iter=10, random_state=0).fit_transform(unit_vectors)
plane /= np.linalg.norm(plane, axis=1, keepdims=True)
plot_embeddings(plane, vectors.key_to_index, words_to_plot)

# %% [markdown]
# Compare the two plots, in about 100 words.
#
# 1. What do both show, and where do they differ?
# 2. Which differences come from the method (counting or prediction) and its settings (the window is 1 there and 4
#    here), which from the text that was read, and which from the picture, which has two of many dimensions? To tell
#    the window from the method, set it to 4 in 1.5.
# 3. `vectors.similarity` uses all 100 dimensions. Check one of your claims with it, and give the number.

# %% [markdown] written="q2_compare" points=3
# *Your answer here.*

# %% [markdown]
# ## 2.2 Several senses (3 points, and 2 graded by hand)
#
# A word has one vector, however many senses it has. Near `mouse` there are animals as well as computers:


# %%
def show_neighbours(word):
    """Print the 20 words nearest to a word, ten a line."""
    near = [neighbour for neighbour, _ in vectors.most_similar(word, topn=20)]
    print(", ".join(near[:10]), ", ".join(near[10:]), sep=",\n")


show_neighbours("mouse")

# %% [markdown]
# Find another word with two senses: call `show_neighbours` with words that you think of, and look for two groups among
# what it prints. Write `word_of_two_senses()`, which returns three strings: the word, a neighbour that belongs to one of
# its senses, and a neighbour that belongs to the other. Two things are checked:
#
# 1. both neighbours are among the 20 words nearest to the word;
# 2. the neighbours are less like each other than like the word: the similarity between them is at least 0.05 below the
#    average of their similarities to the word.
#
# *Example.* `"mouse", "mice", "cursor"` would pass: the similarities to `mouse` are 0.625 and 0.652, on average 0.639,
# and that between `mice` and `cursor` is 0.436. But `mouse` does not count as an answer.


# %% solution="q2_several_senses"
def word_of_two_senses():
    """A word with two senses, and a near word for each.

    returns: (word, neighbour of the one sense, neighbour of the other sense), three strings
    """
    ### BEGIN SOLUTION
    return "bat", "moths", "cricket"
    ### END SOLUTION


# %% test="q2_several_senses__neighbours" points=3
# Checks that both neighbours are near the word, and less like each other than like the word.
check_two_senses(call(word_of_two_senses), vectors, not_again="mouse")
earned("q2_several_senses__neighbours")

# %% [markdown]
# In two or three sentences: which two senses are these, and why do many words with two senses show only one of them
# among their neighbours?

# %% [markdown] written="q2_senses_reason" points=2
# *Your answer here.*

# %% [markdown]
# ## 2.3 A synonym farther away than an antonym (3 points)
#
# Find three words, a word with a synonym (nearly the same meaning) and an antonym (the opposite meaning), where the
# cosine distance of the word and its antonym is smaller than that of the word and its synonym. Write
# `synonym_and_antonym()`, which returns the three strings in this order: word, synonym, antonym. The distances are
# checked; whether the words are synonyms and antonyms is graded by hand in 2.7.


# %% solution="q2_synonyms"
def synonym_and_antonym():
    """A word, a synonym that is far from it, and an antonym that is nearer.

    returns: (word, synonym, antonym), three strings
    """
    ### BEGIN SOLUTION
    return "strong", "powerful", "weak"
    ### END SOLUTION


# %% test="q2_synonyms__distances" points=3
# Checks that the antonym is nearer to the word than the synonym is.
check_antonym_nearer(call(synonym_and_antonym), vectors)
earned("q2_synonyms__distances")

# %% [markdown]
# ## 2.4 Analogies (4 points)
#
# *man is to king as woman is to …?* The difference between two vectors often carries a relation: the step that leads
# from *man* to *king* also leads from *woman* to *queen*, or near it.

# %%
vectors.most_similar(positive=["king", "woman"], negative=["man"], topn=4)

# %% [markdown]
# Now write yourself what this call does. `solve_analogy(X, a, b, c)` gets an array $X$ of shape $(V, d)$ with a word
# vector in each row, and the numbers of three different rows. It returns the number of the row, $x$, that answers "$a$
# is to $b$ as $c$ is to $x$". With $X_i$ for row $i$ of $X$:
#
# 1. scale every row to length 1, $\hat X_i = X_i / \lVert X_i \rVert$;
# 2. the target is $\hat X_c$ plus the step from $a$ to $b$; write it with $\hat X_a$, $\hat X_b$ and $\hat X_c$;
# 3. the answer is the row with the highest cosine similarity to the target, where the rows $a$, $b$ and $c$
#    themselves are left out.
#
# *Example.* For
#
# $$
# X = \begin{pmatrix} 2 & 0 & 0 \\ 0 & 1 & 0 \\ 0 & 0 & 3 \\ 1 & 1 & 1 \\ -1 & 1 & 1 \end{pmatrix}
# $$
#
# and $a, b, c = 0, 1, 2$ the answer is row 4.


# %% solution="q2_solve_analogy"
def solve_analogy(X, a, b, c):
    """Solve "a is to b as c is to x" with word vectors.

    X: an array of shape (V, d), a word vector in each row, none of them zero
    a, b, c: the numbers of three different rows
    returns: the number of the row x, an integer, none of a, b and c
    """
    ### BEGIN SOLUTION
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return np.argmax(similarity)
    ### END SOLUTION


# %% test="q2_solve_analogy__target" points=3
# Checks six analogies, with rows of equal and of different lengths, and that X is left as it was.
rows_of_length_3 = np.array(
    [
        [1.0, 2.0, 2.0],
        [-2.0, -2.0, 1.0],
        [-3.0, 0.0, 0.0],
        [2.0, -2.0, 1.0],
        [1.0, 2.0, -2.0],
        [0.0, 0.0, 3.0],
        [-2.0, 2.0, 1.0],
        [2.0, 1.0, 2.0],
        [0.0, 0.0, -3.0],
        [2.0, -1.0, -2.0],
        [-2.0, 1.0, 2.0],
        [-2.0, -1.0, 2.0],
        [0.0, 3.0, 0.0],
    ]
)
rows_of_many_lengths = np.array(
    [
        [-1.0, 0.0, 2.0],
        [-2.0, 0.0, -1.0],
        [4.0, 0.0, 12.0],
        [-1.0, 0.5, -1.0],
        [3.0, 2.0, 1.0],
        [0.0, -3.0, 3.0],
        [-3.0, 2.0, -1.0],
        [1.0, -1.0, 1.0],
    ]
)
rows_of_small_numbers = np.array(
    [
        [4.0, 2.0, 1.0],
        [2.0, -1.0, -3.0],
        [-3.0, 4.0, -3.0],
        [1.0, 0.0, 0.0],
        [-3.0, 4.0, 1.0],
        [-3.0, 1.0, -2.0],
        [-2.0, 3.0, 3.0],
        [-3.0, 2.0, 2.0],
        [1.0, 2.0, 1.0],
        [-2.0, -1.0, 2.0],
        [1.0, -2.0, 3.0],
        [-3.0, 0.0, -2.0],
    ]
)
rows_of_example = np.array([[2.0, 0, 0], [0, 1.0, 0], [0, 0, 3.0], [1.0, 1.0, 1.0], [-1.0, 1.0, 1.0]])
answers_target = seen_together(
    call(solve_analogy, rows_of_example, 0, 1, 2),
    call(solve_analogy, rows_of_length_3, 6, 0, 11),
    call(solve_analogy, rows_of_many_lengths, 0, 2, 1),
    call(solve_analogy, rows_of_small_numbers, 9, 3, 6),
    call(solve_analogy, rows_of_small_numbers, 4, 8, 2),
    call(solve_analogy, rows_of_small_numbers, 7, 5, 10),
)
answers_target[0].equals(4, hint="this is the example")
answers_target[1].equals(
    5, hint="which combination of rows 6, 0 and 11 comes nearest to row 5? All rows have the length 3"
)
answers_target[2].equals(3, hint="long vectors and short ones count alike, in the target and as candidates")
for answer_target, row_target in zip(answers_target[3:], (0, 0, 1), strict=True):
    answer_target.equals(
        row_target, hint="which three rows make the target, and with which signs? Scale all rows first"
    )
check_arguments_kept(solve_analogy, rows_of_many_lengths, 0, 2, 1)
earned("q2_solve_analogy__target")
### BEGIN HIDDEN TESTS
for trial_target in range(200):
    rng_target = np.random.default_rng(577215 + trial_target)
    rows_target, dims_target = int(rng_target.integers(5, 30)), int(rng_target.integers(2, 9))
    given_target = rng_target.normal(size=(rows_target, dims_target))
    given_target = given_target * rng_target.uniform(0.1, 10, (rows_target, 1))
    abc_target = [int(row) for row in rng_target.permutation(rows_target)[:3]]
    hats_target = [row / np.sqrt(row.dot(row)) for row in given_target]
    aim_target = hats_target[abc_target[1]] + hats_target[abc_target[2]] - hats_target[abc_target[0]]
    marks_target = {i: float(hat.dot(aim_target)) for i, hat in enumerate(hats_target)}
    order_target = sorted(marks_target, key=marks_target.get, reverse=True)
    is_clear = marks_target[order_target[0]] - marks_target[order_target[1]] > 1e-3
    if is_clear and order_target[0] not in abc_target:  # leaving these out is another test's matter
        call(solve_analogy, given_target, *abc_target).equals(order_target[0])
check_arguments_kept(solve_analogy, given_target, *abc_target)
### END HIDDEN TESTS

# %% test="q2_solve_analogy__left_out" points=1
# Checks two analogies in which the given rows come nearest to the target.
rows_near_target = np.array([[-3.0, 0.0], [0.0, 1.0], [2.0, -1.0], [-1.0, 3.0], [3.0, 0.0], [1.0, -3.0], [3.0, -3.0]])
rows_nearer_target = np.array(
    [
        [-3.0, -2.0, 2.0],
        [2.0, -2.0, 1.0],
        [1.0, -2.0, 2.0],
        [-1.0, -2.0, 2.0],
        [3.0, -3.0, -3.0],
        [-3.0, 1.0, -1.0],
    ]
)
answers_left_out = seen_together(
    call(solve_analogy, rows_near_target, 3, 1, 0),
    call(solve_analogy, rows_nearer_target, 1, 4, 2),
)
answers_left_out[0].equals(
    5, hint="rows 0, 3 and 1 come nearest to the target, in this order; they are given, and left out"
)
answers_left_out[1].equals(
    3, hint="rows 4, 1 and 2 come nearest to the target, in this order; they are given, and left out"
)
earned("q2_solve_analogy__left_out")
### BEGIN HIDDEN TESTS
call(solve_analogy, np.array([[-1.0, -1.0], [0.5, 0.5], [0, 1.0], [1.0, 0.1], [1.0, 0]]), 4, 2, 3).equals(1)
call(solve_analogy, np.array([[1.0, 0.0], [-1.0, 0.2], [-1.0, -0.1], [-1.0, 0.1]]), 0, 1, 2).equals(3)
call(
    solve_analogy, np.array([[-1.0, 3.0], [1.0, -3.0], [-1.0, 2.0], [0, -1.0], [-2.0, -2.0], [2.0, -2.0]]), 3, 1, 4
).equals(5)
### END HIDDEN TESTS

# %% [markdown]
# ## 2.5 An analogy that works (3 points)
#
# Find an analogy of your own that comes out right. Write `analogy_that_works()`, which returns the four strings
# $a, b, c, x$ of "$a$ is to $b$ as $c$ is to $x$". The test checks that the four words differ and have vectors, and that
# $x$ is the first word of `vectors.most_similar(positive=[b, c], negative=[a])`. The four words *man*, *king*, *woman*,
# *queen* don't count, in whatever order.


# %% solution="q2_analogy_works"
def analogy_that_works():
    """Four words a, b, c, x, where x is what the vectors answer to "a is to b as c is to …".

    returns: (a, b, c, x), four strings
    """
    ### BEGIN SOLUTION
    return "wolf", "wolves", "goose", "geese"
    ### END SOLUTION


# %% test="q2_analogy_works__rank" points=3
# Checks that the vectors answer x first, with four words that are not those of the example.
check_analogy(call(analogy_that_works), vectors, works=True, not_again=["man", "king", "woman", "queen"])
earned("q2_analogy_works__rank")

# %% [markdown]
# ## 2.6 An analogy that fails (3 points)
#
# Find an analogy that a person would complete at once, and that the vectors complete wrongly. Write
# `analogy_that_fails()`, which returns four strings $a, b, c, x$ where $x$ is the **right** word. The test checks that
# the four words differ and have vectors, and that $x$ is not the first word of
# `vectors.most_similar(positive=[b, c], negative=[a])`. Whether a person would answer $x$ is graded by hand in 2.7.


# %% solution="q2_analogy_fails"
def analogy_that_fails():
    """Four words a, b, c, x, where x is right and is not what the vectors answer to "a is to b as c is to …".

    returns: (a, b, c, x), four strings
    """
    ### BEGIN SOLUTION
    return "hand", "glove", "foot", "sock"
    ### END SOLUTION


# %% test="q2_analogy_fails__rank" points=3
# Checks that the vectors answer another word than x first.
check_analogy(call(analogy_that_fails), vectors, works=False)
earned("q2_analogy_fails__rank")

# %% [markdown]
# ## 2.7 What your words show (2 points, graded by hand)
#
# One or two sentences each:
#
# - 2.3: in which sense are your words synonyms and antonyms? Why do vectors that were learned from neighbouring words
#   place an antonym so near?
# - 2.5 and 2.6: which relation holds between $a$ and $b$, and also between $c$ and $x$? Why may the vectors miss it in
#   2.6? The word that they answered instead is a hint.

# %% [markdown] written="q2_claims" points=2
# *Your answer here.*

# %% [markdown]
# ## 2.8 Measuring a bias (4 points)
#
# Vectors learn whatever a text says, also prejudices. To measure one, take a **direction** between two words, such as
# $g = \hat v_{\text{she}} - \hat v_{\text{he}}$, and two sets of words, $A$ and $B$, whose meaning has nothing to do
# with it. The words of $A$ and those of $B$ have a mean cosine similarity with $g$ each; what counts is the difference
# of the two means:
#
# $$
# \operatorname{diff}(A, B, g) = \frac{1}{|A|} \sum_{a \in A} \cos(v_a, g) - \frac{1}{|B|} \sum_{b \in B} \cos(v_b, g).
# $$
#
# If it is above zero, the vectors tie $A$ to *she* more than $B$; if it is below zero, less.
#
# Write `mean_difference(first, second, direction)`, which computes it. `first`, of shape $(|A|, d)$, and `second`, of
# shape $(|B|, d)$, have the vector of a word in each row, of any length but zero; `direction` is $g$, of shape $(d,)$.
# The function returns one number.
#
# *Example.* Let `first` be `[[3, 4], [0, 1]]`, `second` be `[[4, -3], [5, 0]]`, and `direction` be `[0, 2]`, all as
# arrays. The cosines are 0.8 and 1 for the first set, −0.6 and 0 for the second; the result is 0.9 − (−0.3) = 1.2.


# %% solution="q2_mean_difference"
def mean_difference(first, second, direction):
    """How much farther the first words lie along a direction than the second, by mean cosine similarity.

    first, second: arrays of d columns, a word vector in each row
    direction: an array of shape (d,)
    returns: a number from −2 to 2
    """
    ### BEGIN SOLUTION
    unit_direction = direction / np.linalg.norm(direction)
    along_first = first @ unit_direction / np.linalg.norm(first, axis=1)
    along_second = second @ unit_direction / np.linalg.norm(second, axis=1)
    return along_first.mean() - along_second.mean()
    ### END SOLUTION


# %% test="q2_mean_difference__values" points=4
# Checks the numbers for sets of equal and of different sizes, and that the arrays are left as they were.
first_example, second_example = np.array([[3.0, 4.0], [0.0, 1.0]]), np.array([[4.0, -3.0], [5.0, 0.0]])
first_sizes = np.array([[8.0, 6.0], [-5.0, 0.0], [-7.0, 24.0], [-20.0, 21.0], [0.0, 3.0]])
second_sizes = np.array([[6.0, 8.0], [-12.0, 5.0], [1.0, 0.0]])
answers_difference = seen_together(
    call(mean_difference, first_example, second_example, np.array([0.0, 2.0])),
    call(mean_difference, first_sizes, second_sizes, np.array([5.0, 0.0])),
)
answers_difference[0].close_to(
    1.2, hint="this is the example: the cosines are 0.8 and 1 in the first set, −0.6 and 0 in the second"
)
answers_difference[1].close_to(
    -0.459572,
    hint="the cosines are 0.8, −1, −0.28, −20/29 and 0 in the first set, and 0.6, −12/13 and 1 in the second",
    atol=1e-6,
)
check_arguments_kept(mean_difference, first_example, second_example, np.array([0.0, 2.0]))
earned("q2_mean_difference__values")
### BEGIN HIDDEN TESTS
for trial_difference in range(12):
    rng_difference = np.random.default_rng(314159 + trial_difference)
    dims_difference = (2, 3, 7)[trial_difference % 3]
    sets_difference = [
        rng_difference.normal(size=(int(rng_difference.integers(2, 7)), dims_difference))
        * rng_difference.uniform(0.1, 20)
        for _ in range(2)
    ]
    aim_difference = rng_difference.normal(size=dims_difference) * rng_difference.uniform(0.1, 20)
    means_difference = []
    for rows_difference in sets_difference:
        total_difference = 0.0
        for row_difference in rows_difference:
            total_difference += (
                sum(row_difference * aim_difference) / (sum(row_difference**2) * sum(aim_difference**2)) ** 0.5
            )
        means_difference.append(total_difference / len(rows_difference))
    call(mean_difference, *sets_difference, aim_difference).close_to(means_difference[0] - means_difference[1])
check_arguments_kept(mean_difference, *sets_difference, aim_difference)
### END HIDDEN TESTS

# %% [markdown]
# ## 2.9 A bias with a known truth (2 points, graded by hand)
#
# The primer tells of people at work: *our nurse changed the bandage before she had her lunch*. We chose for each kind
# of work how often such a sentence says *she*; the rest say *he*. `planted()` gives these shares, the truth. No
# sentence says that nursing is for women: only the counts do. In the next picture each point is a kind of work. Its
# place from left to right is the truth, its height is what the vectors have learned, and the line is the straight line
# that fits best.

# %%
share_of_she = planted()
nearer_to_she = [vectors.similarity(work, "she") - vectors.similarity(work, "he") for work in share_of_she]
show_association(share_of_she, nearer_to_she, "share of sentences that say “she”", "similarity to “she” − to “he”")

# %% [markdown]
# As one number, with your function: $A$ are the kinds of work with a share above one half, $B$ those with a share
# below. A height in the picture is the inner product of a unit vector with the direction $g$ from *he* to *she*; your
# function also divides by $\lVert g \rVert$, which is 0.56 here. So the number is 1.8 times the difference of the
# mean heights.

# %%
mostly_she = vectors[[work for work, share in share_of_she.items() if share > 0.5]]
mostly_he = vectors[[work for work, share in share_of_she.items() if share < 0.5]]
she_minus_he = vectors.get_vector("she", norm=True) - vectors.get_vector("he", norm=True)
print(f"{mean_difference(mostly_she, mostly_he, she_minus_he):.3f}")

# %% [markdown]
# In two to four sentences: how well do the vectors recover what was planted? Name one kind of work that lies off the
# line, and say at which share the line crosses the height zero, and where it would cross if *she* and *he* were used
# alike in all other sentences. What could you conclude from the heights alone if the truth were not known?

# %% [markdown] written="q2_bias_look" points=2
# *Your answer here.*

# %% [markdown]
# ## 2.10 A bias that you find (3 points)
#
# Find a difference of your own in the vectors. Write `bias_example()`, which returns
#
# 1. a list of at least four words, $A$;
# 2. a list of at least four other words, $B$;
# 3. a pair of words `(source, goal)`, for the direction $g = \hat v_{\text{goal}} - \hat v_{\text{source}}$.
#
# The tests check that all words have vectors and differ, and that none of them is one of the kinds of work of 2.9.
# After you hand in, a hidden test checks that $\operatorname{diff}(A, B, g) \ge 0.1$. Chance reaches that, too: for
# the direction from *he* to *she*, one in twenty pairs of sets of four words that are drawn from the 5,000 most
# frequent. So if you try many sets until one passes, the number alone shows nothing. Decide on your words first, and
# say in 2.11 how many sets you tried. You can measure yours with your function of 2.8:
#
# ```python
# A, B, (source, goal) = bias_example()
# g = vectors.get_vector(goal, norm=True) - vectors.get_vector(source, norm=True)
# mean_difference(vectors[A], vectors[B], g)
# ```
#
# Choose words whose meaning does not contain the direction. That *mother* lies nearer to *she* than *father* does is
# a definition, not a bias.
#
# *Example of the form.* `return ["cat", "dog", "wolf", "goose"], ["red", "blue", "green", "white"], ("he", "she")`


# %% solution="q2_bias_example"
def bias_example():
    """Two sets of words and a direction along which they differ.

    returns: (A, B, (source, goal)): two lists of at least four words, and two words; A lies nearer to the goal
    """
    ### BEGIN SOLUTION
    first = ["science", "physics", "mathematics", "philosophy"]
    second = ["necklace", "dress", "earrings", "skirt"]
    return first, second, ("she", "he")
    ### END SOLUTION


# %% test="q2_bias_example__words" points=1
# Checks the form: two lists of at least four words and a pair, all different, all with a vector, no work of 2.9.
check_word_sets(call(bias_example), vectors, at_least=4, not_again=planted())
earned("q2_bias_example__words")

# %% test="q2_bias_example__difference" points=2
# Checks the form again; after you hand in, that the difference of the two means is at least 0.1.
chosen_sets = check_word_sets(call(bias_example), vectors, at_least=4, not_again=planted())
earned("q2_bias_example__difference")
### BEGIN HIDDEN TESTS
chosen_first, chosen_second, (chosen_source, chosen_goal) = chosen_sets
chosen_means = []
for chosen_words in (chosen_first, chosen_second):
    chosen_lengths = [
        (vectors.similarity(word, chosen_goal) - vectors.similarity(word, chosen_source)) for word in chosen_words
    ]
    chosen_means.append(sum(chosen_lengths) / len(chosen_lengths))
chosen_norm = np.sqrt(2 - 2 * vectors.similarity(chosen_source, chosen_goal))
chosen_difference = (chosen_means[0] - chosen_means[1]) / chosen_norm
chosen_outcome = Outcome("bias_example()", chosen_difference, "the difference")
chosen_outcome.seen_as("the other way round" if chosen_difference <= -0.1 else "no difference")
chosen_outcome.must(chosen_difference >= 0.1, "at least 0.1")
### END HIDDEN TESTS

# %% [markdown]
# ## 2.11 Where it comes from, and what to do (3 points, graded by hand)
#
# In about 100 words: where does the difference in your example of 2.10 come from? Name one way to make it smaller. How
# would you measure whether it worked, and what may it cost?

# %% [markdown] written="q2_bias_origin" points=3
# *Your answer here.*

# %% [markdown]
# ## To look further (no points)
#
# The same questions on a larger text: GloVe (Pennington, Socher and Manning 2014), 200 dimensions, learned from the
# co-occurrence counts of six billion tokens of Wikipedia and newspapers. The next cell downloads 264 MB, once. To do
# without it, interrupt the kernel while it loads. Then, as without a network, GloVe vectors of another size take
# their place if you have any, otherwise the offline vectors. `python -m utils data list`, typed in a terminal in this
# folder, shows what is on your computer.

# %% long=true
glove = load_vectors("glove-wiki-gigaword-200", limit=100_000)  # the most frequent words only: that is read faster
print(f"{len(glove):,} words, {glove.vector_size} dimensions")

# %% [markdown]
# The words of 1.5 and 2.1 a third time, unless the offline vectors stand in the place of GloVe: then the plot would be
# that of 2.1. Two directions have to serve all words, so a group may be invisible here; `glove.similarity` shows
# whether it is there.

# %% long=true
if glove.index_to_key == vectors.index_to_key:
    print("These are the offline vectors: the plot is that of 2.1.")
else:
    glove_plane = TruncatedSVD(n_components=2, n_iter=10, random_state=0).fit_transform(glove.get_normed_vectors())
    glove_plane /= np.linalg.norm(glove_plane, axis=1, keepdims=True)
    plot_embeddings(glove_plane, glove.key_to_index, [word for word in words_to_plot if word in glove])

# %% [markdown]
# Next, your own words. Does the analogy of 2.6 still fail? Which senses does your word of 2.2 show now? Is the antonym of
# 2.3 still nearer than the synonym? What has no vector here is left out. With the offline vectors, nothing is new here.

# %% long=true
for a, b, c, x in [("man", "king", "woman", "queen"), analogy_that_works(), analogy_that_fails()]:
    if all(word in glove for word in (a, b, c)):
        answers = glove.most_similar(positive=[b, c], negative=[a], topn=5)
        print(f"{a} : {b} = {c} : ?  {', '.join(word for word, _ in answers)}  (right: {x})")

for word in ["mouse", word_of_two_senses()[0]]:
    if word in glove:
        print(f"near {word}:", ", ".join(near for near, _ in glove.most_similar(word)))

word, synonym, antonym = synonym_and_antonym()
if all(name in glove for name in (word, synonym, antonym)):
    print(f"distance of {word}: {glove.distance(word, synonym):.2f} to {synonym}", end=", ")
    print(f"{glove.distance(word, antonym):.2f} to {antonym}")

# %% [markdown]
# # Before you hand in
#
# 1. Choose *Kernel → Restart Kernel and Run All Cells*. What works only in the order in which you happened to run the
#    cells does not work when it is graded. A cell that fails stops the run: select the next one, and choose *Run → Run
#    Selected Cell and All Below*.
# 2. Look at the overview that the last cell prints.
# 3. Save, and hand in the file `a1.ipynb` under this name.
#
# The saved file can be checked once more without opening it: type `python -m utils check a1.ipynb` in a terminal in
# this folder.

# %%
standing(
    visible={
        "q1_distinct_words__examples": 2,
        "q1_reduce_to_k_dim__shape": 1,
        "q2_several_senses__neighbours": 3,
        "q2_synonyms__distances": 3,
        "q2_analogy_works__rank": 3,
        "q2_analogy_fails__rank": 3,
        "q2_bias_example__words": 1,
    },
    hidden={
        "q1_distinct_words__any_corpus": 2,
        "q1_co_occurrence__window": 3,
        "q1_co_occurrence__repeats": 2,
        "q1_co_occurrence__documents": 1,
        "q1_co_occurrence__edges": 1,
        "q1_co_occurrence__default": 1,
        "q1_reduce_to_k_dim__values": 4,
        "q1_plot_embeddings__points": 2,
        "q1_plot_embeddings__labels": 3,
        "q2_solve_analogy__target": 3,
        "q2_solve_analogy__left_out": 1,
        "q2_mean_difference__values": 4,
        "q2_bias_example__difference": 2,
    },
    by_hand=15,
)
