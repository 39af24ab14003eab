"""Assignment a3: its worked examples, and the helpers that its test cells and its training use."""

import re
from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np
import pytest
from conftest import HOME
from scipy.special import expit
from scipy.stats import chi2

from grading.build import read_assignment
from grading.local import given_namespace
from grading.master import Role
from utils import standins
from utils.blocks import BlockTrainer, compare_speed
from utils.checks import CheckFailed, Outcome
from utils.gradcheck import numerical_gradient
from utils.layer_checks import check_refusal, check_start, play
from utils.layer_figures import plot_costs
from utils.layers import SGD, Adam, by_table, create_contexts_target, preprocess
from utils.plots import use_style
from utils.sampler_checks import FALSE_ALARM, check_frequencies, check_rows, frequency_chance, frequency_hint, rows_hint
from utils.trainer import NotTrained, Trainer, save_vectors
from utils.word_checks import check_neighbours, check_sums

MASTER = read_assignment(HOME, "a3")


@pytest.fixture(scope="module")
def answers():
    """The names that the locked cells and the reference answers define."""
    space = given_namespace(MASTER)
    for cell in MASTER.having(Role.SOLUTION):
        exec(compile(cell.source, f"<answer {cell.id}>", "exec"), space)
    return space


# ---------------------------------------------------------------- the notebook


def test_block_equals_layers(answers):
    """Are the gradients of a block those of the layers, exactly, where the samples are no words of the block?"""
    random = np.random.default_rng(5)
    W_in, W_out = random.normal(size=(2, 12, 4))
    block, negatives = random.integers(8, size=9), np.array([8, 10, 11])
    near = np.abs(np.subtract.outer(np.arange(9), np.arange(9)))
    centre, context = np.nonzero((near > 0) & (near <= 2))
    loss, *parts = answers["block_gradients"](block, W_in, W_out, 2, negatives, 3)
    embedding = answers["Embedding"](W_in)
    sampler = standins.Noting(standins.ScriptedSampler, [negatives])
    space = answers | {"UnigramSampler": sampler}
    source = next(cell.source for cell in MASTER.having(Role.SOLUTION) if cell.id == "q2_neg_sampling_loss")
    exec(source, space)
    layer = space["NegativeSamplingLoss"](W_out, np.arange(12), 0.75, 3)
    pairs = len(centre)
    assert layer.forward(embedding.forward(block[centre]), block[context]) * pairs == pytest.approx(loss, rel=1e-12)
    embedding.backward(layer.backward(pairs))
    for (words, rows), grad in zip(parts, (embedding.grads[0], layer.grads[0]), strict=True):
        dense = np.zeros_like(grad)
        dense[words] = rows
        assert dense == pytest.approx(grad, rel=1e-9, abs=1e-12)


# ---------------------------------------------------------------- text and windows


def test_preprocess():
    """Do ids count from 0 in the order of first appearance, with a mark at the end of each document?"""
    corpus, word_to_id, id_to_word = preprocess("You say goodbye and I say hello")
    assert corpus.tolist() == [0, 1, 2, 3, 4, 1, 5]
    assert word_to_id["hello"] == 5 and id_to_word[4] == "i"
    corpus, word_to_id, _ = preprocess([["a", "b"], [], ["b"]])
    assert [list(word_to_id)[i] for i in corpus] == ["a", "b", "<eos>", "<eos>", "b", "<eos>"]


@pytest.mark.parametrize("text", ["", "word", "word word", [], [[]]])
def test_too_little_text(text):
    """Does a text of fewer than two words raise a sentence?"""
    with pytest.raises(ValueError, match=r"needs two or more different words; this text has [01]"):
        preprocess(text)


def test_documents_are_lists():
    """Is a list of strings refused, whose letters would become the words?"""
    with pytest.raises(ValueError, match=r"one is a string: type document\.split\(\)"):
        preprocess(["you say", "i say"])


def test_unknown_words_are_told():
    """Does looking up a word that the text does not have raise a KeyError that is a sentence?"""
    _, word_to_id, _ = preprocess("you say goodbye and i say hello")
    with pytest.raises(KeyError) as caught:
        word_to_id["helo"]
    assert str(caught.value) == "The text does not have the word 'helo'. Near in spelling: hello."
    with pytest.raises(KeyError, match=r"the word 7\. Choose another"):
        word_to_id[7]
    assert word_to_id.get("helo") is None and "helo" not in word_to_id


def test_windows():
    """Are all full windows there, with left and right context in the order of the text?"""
    contexts, target = create_contexts_target(np.arange(7), window_size=2)
    assert contexts.tolist() == [[0, 1, 3, 4], [1, 2, 4, 5], [2, 3, 5, 6]]
    assert target.tolist() == [2, 3, 4]


@pytest.mark.parametrize(
    ("corpus", "window", "message"),
    [
        (np.arange(4), 2, "takes 5 words"),
        (np.arange(0), 1, "takes 3 words"),
        (np.zeros((3, 3)), 1, "shape"),
        (np.linspace(0, 1, 9), 1, "has to hold word numbers"),
        (np.arange(-1, 8), 1, "has to hold word numbers"),
        (np.arange(9), 0, "window_size is 0"),
        (np.arange(9), -1, "window_size is -1"),
        (np.arange(9), 1.5, "window_size is 1.5"),
    ],
)
def test_no_window_fits(corpus, window, message):
    """Does a window that does not fit, or is none, raise a sentence?"""
    with pytest.raises(ValueError, match=message):
        create_contexts_target(corpus, window)


# ---------------------------------------------------------------- training


def test_optimisers_change_in_place():
    """Do both optimisers go downhill in the arrays themselves, Adam by its rate at the first step?"""
    for optimizer, wanted in ((SGD(0.5), [-1.0, 2.0]), (Adam(0.1), [-0.1, 0.1])):
        param, grad = np.zeros(2), np.array([2.0, -4.0])
        optimizer.update([param], [grad])
        assert param == pytest.approx(wanted, rel=1e-5)
        assert grad.tolist() == [2.0, -4.0]


def test_adam_is_the_papers():
    """Does Adam equal the published algorithm with its corrected means?"""
    grads = np.random.default_rng(0).normal(size=(20, 3))
    param, mean, square, wanted = np.ones(3), 0.0, 0.0, np.ones(3)
    optimizer = Adam(0.01)
    for step, grad in enumerate(grads, 1):
        optimizer.update([param], [grad])
        mean, square = 0.9 * mean + 0.1 * grad, 0.999 * square + 0.001 * grad**2
        wanted = wanted - 0.01 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)))
    assert param == pytest.approx(wanted, rel=1e-4)


def test_tables_named_several_times():
    """Is a table that params names several times taken once, with each of its gradients added once?"""
    W, U, first, second = np.zeros(2), np.zeros(2), np.array([1.0, 2.0]), np.array([10.0, 20.0])
    tables, sums = by_table([W, U, W, W], [first, first, second, first])
    assert len(tables) == 2 and tables[0] is W and tables[1] is U
    assert sums[0].tolist() == [11, 22] and sums[1] is first
    with pytest.raises(ValueError, match="params has 2 arrays and grads 1"):
        by_table([W, W], [first])


@pytest.mark.parametrize("make", [lambda: SGD(0.1), lambda: Adam(0.1)])
def test_shared_tables_are_trained_like_single_ones(make):
    """Does a table that params names twice take the steps that it takes with the sum of its gradients?"""
    twice, once, optimizers = np.ones(3), np.ones(3), (make(), make())
    for first, second in np.random.default_rng(2).normal(size=(5, 2, 3)):
        optimizers[0].update([twice, twice], [first, second])
        optimizers[1].update([once], [first + second])
    assert twice == pytest.approx(once, rel=1e-12) and not np.allclose(once, 1)


@pytest.mark.parametrize("rate", [0, -1, float("nan"), float("inf"), "0.1", None, True])
def test_no_rate(rate):
    """Does a learning rate that is none raise a sentence?"""
    with pytest.raises(ValueError, match="a number above 0 is wanted"):
        SGD(rate)


class Model:
    """A model for the trainer whose loss falls step by step, or is what the test says."""

    def __init__(self, losses=None, shape=(34, 1)):
        self.params, self.grads = [np.zeros(shape)], [np.ones(shape)]
        self.losses, self.seen = iter(losses or np.linspace(4, 1, 1000)), []

    def forward(self, contexts, target):
        self.seen.append((contexts, target))
        return next(self.losses)

    def backward(self):
        pass


def test_trainer_shows_every_window(capsys):
    """Does an epoch show each window once, with its own target, in another order than the one before?"""
    contexts, target = create_contexts_target(np.arange(34), 2)
    model = Model()
    trainer = Trainer(model, SGD(0.1))
    trainer.fit(contexts, target, max_epoch=2, batch_size=10, eval_interval=3)
    assert [len(words) for _, words in model.seen] == [10] * 6
    first, second = (np.concatenate([words for _, words in part]) for part in (model.seen[:3], model.seen[3:]))
    assert sorted(first) == sorted(second) == target.tolist()
    assert first.tolist() != second.tolist()
    for around, words in model.seen:
        assert (around[:, 1] + 1 == words).all()
    assert len(trainer.losses) == 2 and model.params[0] == pytest.approx(-0.6)
    assert "step" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"contexts": np.zeros((0, 4), int), "target": np.zeros(0, int)}, "as create_contexts_target returns them"),
        ({"contexts": np.zeros(4, int), "target": np.zeros(4, int)}, "as create_contexts_target returns them"),
        ({"target": np.zeros(7, int)}, "as create_contexts_target returns them"),
        ({"max_epoch": 0}, "max_epoch is 0"),
        ({"batch_size": -5}, "batch_size is -5"),
        ({"eval_interval": 0}, "eval_interval is 0"),
        ({"target": np.full(6, 34)}, r"target holds the word number 34, .* 34 rows: .*vocab_size=len\(word_to_id\)"),
        ({"contexts": np.full((6, 4), -1)}, "contexts has to hold word numbers"),
    ],
)
def test_trainer_refuses(given, message):
    """Does the trainer say in a sentence what it cannot train on?"""
    sizes = {"contexts": np.zeros((6, 4), int), "target": np.zeros(6, int)} | given
    with pytest.raises(ValueError, match=message):
        Trainer(Model(), SGD()).fit(**sizes)


@pytest.mark.parametrize("shape", [(34, 0), (0, 5)])
def test_trainer_refuses_empty_tables(shape):
    """Is a model without words or without dimensions refused in a sentence?"""
    with pytest.raises(ValueError, match="each length has to be 1 or more"):
        Trainer(Model(shape=shape), SGD()).fit(np.zeros((6, 4), int), np.zeros(6, int))


def test_a_last_step_that_blows_up_is_named(answers, capsys):
    """Are tables that are no numbers after the last step told with its name, where no further loss can show them?"""
    model = Model()
    model.grads[0][...] = np.inf
    with pytest.raises(FloatingPointError, match=r"no numbers any more after step 2 \(epoch 1\)"):
        Trainer(model, SGD()).fit(np.zeros((20, 4), int), np.zeros(20, int), max_epoch=1, batch_size=10)

    def too_far(block, W_in, W_out, *rest):
        return 1.0, *[(np.array([0]), np.full((1, W_in.shape[1]), np.inf, dtype=np.float32))] * 2

    with np.errstate(all="ignore"), pytest.raises(FloatingPointError, match=r"after block 1 \(epoch 1\)"):
        BlockTrainer(too_far, np.arange(40)).fit(epochs=1)


def test_trainer_names_the_step_of_a_nan(capsys):
    """Does a loss that is no number stop the training, with the step and what to do?"""
    trainer = Trainer(Model([2.0, 1.0, np.nan]), SGD())
    with pytest.raises(FloatingPointError, match=r"nan at step 3 \(epoch 2\).*smaller learning rate"):
        trainer.fit(np.zeros((20, 4), int), np.zeros(20, int), max_epoch=5, batch_size=10)


def test_training_learns(answers, capsys):
    """Does a short training with the reference layers find which words are used alike?"""
    np.random.seed(0)
    left, right = np.random.default_rng(1).permutation(4 * 300) % 4, np.random.default_rng(2).permutation(1200) % 4
    text = np.ravel(np.column_stack([left, 4 + right, 8 + left % 2, 10 + right % 2]))
    for name in ("CBOW", "SkipGram"):
        model = answers[name](12, 10, 1, text)
        trainer = Trainer(model, Adam(0.02))
        trainer.fit(*create_contexts_target(text, 1), max_epoch=4, batch_size=50)
        assert trainer.losses[-1] < 0.8 * trainer.losses[0]
        assert model.word_vecs is model.params[0]


def test_block_trainer(answers, capsys):
    """Do the blocks cover the text, and does the loss fall?"""
    text = np.tile(np.arange(30), 40)
    lengths = []

    def noting(block, *rest):
        lengths.append(len(block))
        assert (np.diff(block) % 30 == 1).all()
        return answers["block_gradients"](block, *rest)

    trainer = BlockTrainer(noting, text, hidden_size=8, window_size=2)
    before = trainer.word_vecs.copy()
    trainer.fit(epochs=3, block_size=50, shared=8)
    assert lengths == [50] * 72
    assert trainer.losses[-1] < 0.8 * trainer.losses[0]
    assert not np.array_equal(before, trainer.word_vecs)


def test_block_trainer_refuses(answers):
    """Are sizes that are none, an empty text and a loss that is no number refused in a sentence?"""
    for given, message in (
        ({"corpus": np.arange(0)}, "shape"),
        ({"hidden_size": 0}, "hidden_size is 0"),
        ({"window_size": -2}, "window_size is -2"),
        ({"window_size": 9}, "window_size is 9, and the corpus has 9 words"),
        ({"corpus": np.zeros(9, int)}, "one word only"),
        ({"corpus": np.arange(9) / 2}, "has to hold word numbers"),
        ({"corpus": np.arange(-4, 5)}, "has to hold word numbers"),
    ):
        with pytest.raises(ValueError, match=message):
            BlockTrainer(**({"block_gradients": answers["block_gradients"], "corpus": np.arange(9)} | given))
    trainer = BlockTrainer(lambda *given: (np.inf, ([], []), ([], [])), np.arange(200))
    for given, message in (({"epochs": 0}, "epochs"), ({"lr": 0}, "learning rate"), ({"block_size": 1}, "block_size")):
        with pytest.raises(ValueError, match=message):
            trainer.fit(**given)
    with pytest.raises(FloatingPointError, match=r"inf at block 1 \(epoch 1\)"):
        trainer.fit()


def test_plot_before_training(capsys):
    """Does a loss curve without losses say what to type?"""
    Trainer(Model(), SGD()).plot()
    assert "trainer.fit(" in capsys.readouterr().out


def test_saved_vectors(tmp_path):
    """Do both files give the vectors back, without pickle, and is another ending refused?"""
    from gensim.models import KeyedVectors

    word_to_id, vectors = {"b": 1, "a": 0, "é": 2}, np.random.default_rng(0).normal(size=(3, 5)).astype("f")
    save_vectors(tmp_path / "v.npz", word_to_id, vectors)
    with np.load(tmp_path / "v.npz", allow_pickle=False) as stored:
        assert stored["words"].tolist() == ["a", "b", "é"]
        assert np.array_equal(stored["vectors"], vectors)
    save_vectors(tmp_path / "v.txt", word_to_id, vectors)
    read = KeyedVectors.load_word2vec_format(str(tmp_path / "v.txt"))
    assert read["é"] == pytest.approx(vectors[2], abs=1e-6)
    for path, words, rows, message in (
        ("v.pkl", word_to_id, vectors, r"ends in \.txt or \.npz"),
        ("w.npz", word_to_id, vectors[:2], r"the shape \(2, 5\); a row for each of 3 words"),
        ("w.npz", {}, vectors, "a row for each of 0 words"),
        ("w.txt", {"new york": 0}, vectors, r"'new york' has: save the vectors as \.npz"),
    ):
        with pytest.raises(ValueError, match=message):
            save_vectors(tmp_path / path, words, rows)
    with pytest.raises(FloatingPointError, match="no numbers any more"):
        save_vectors(tmp_path / "w.npz", word_to_id, vectors * np.nan)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["v.npz", "v.txt"]


def test_speeds_are_compared(answers, capsys):
    """Does the table have a line for each of the three ways, and are the blocks faster than the layers?"""
    text = np.random.default_rng(0).integers(60, size=2000)
    speeds = compare_speed(answers["SkipGram"], answers["block_gradients"], text, 60, words=2000)
    lines = capsys.readouterr().out.splitlines()
    assert [line[:20].strip() for line in lines] == list(speeds) == ["layers", "blocks", "gensim, one thread"]
    assert all(re.search(r"\d words a second +\d+\.\d times the layers$", line) for line in lines)
    assert speeds["blocks"] > speeds["layers"]


def test_not_trained():
    """Does everything asked of a missing model say what to do?"""
    missing = NotTrained("run it first")
    with pytest.raises(NotImplementedError, match="run it first"):
        missing.word_vecs  # noqa: B018
    with pytest.raises(NotImplementedError, match="run it first"):
        np.asarray(missing)


# ---------------------------------------------------------------- what stands in for other answers


def test_standins_are_right(answers):
    """Do the layers by definition give what the reference layers give?"""
    random = np.random.default_rng(3)
    W, h, idx, t = (
        random.normal(size=(6, 3)),
        random.normal(size=(4, 3)),
        np.array([5, 0, 5, 2]),
        np.array([1, 0, 0, 1]),
    )
    steps = {
        "Embedding": ((W,), (idx,), random.normal(size=(4, 3))),
        "EmbeddingDot": ((W,), (h, idx), random.normal(size=4)),
        "SigmoidWithLoss": ((), (random.normal(size=4), t), 2.5),
    }
    for name, (given, inputs, dout) in steps.items():
        ours, theirs = standins.LAYERS[name](*given), answers[name](*given)
        assert ours.forward(*inputs) == pytest.approx(theirs.forward(*inputs))
        slopes = ours.backward(dout), theirs.backward(dout)
        assert (slopes[0] is None and slopes[1] is None) or slopes[0] == pytest.approx(slopes[1], abs=1e-8)
        for one, other in zip(ours.grads, theirs.grads, strict=True):
            assert one == pytest.approx(other, abs=1e-8)


def test_standin_loss(answers):
    """Does the loss with fixed samples equal the reference with a sampler that hands the same out?"""
    random = np.random.default_rng(4)
    W, h, target = random.normal(size=(7, 3)), random.normal(size=(2, 3)), np.array([6, 2])
    rows = [[0, 1, 2, 3, 4], [3, 4, 5, 6, 0]]
    ours = standins.NegativeSamplingLoss(W, None)
    sampler = standins.Noting(standins.ScriptedSampler, rows)
    story = play(
        answers["NegativeSamplingLoss"],
        (W, np.arange(7)),
        ("forward", h, target),
        ("backward",),
        UnigramSampler=sampler,
    )
    story.result(0).close_to(ours.forward(h, target))
    story.result(1).close_to(ours.backward())
    story.grad(1).close_to(ours.grads[0])


# ---------------------------------------------------------------- checks of classes


class Doubling:
    """A layer for the tests of `play`: it doubles, and uses a name of this module."""

    def __init__(self, W):
        self.params, self.grads = [W], [np.zeros_like(W)]

    def forward(self, x):
        return helper(x) * self.params[0]

    def backward(self, dout):
        self.grads[0] = dout * 2


def helper(x):
    return 2 * x


def test_play_tells_what_happened():
    """Are results, params and grads told step by step, and held arrays apart from new ones?"""
    W = np.ones(2)
    story = play(
        Doubling,
        (W,),
        ("forward", 3.0),
        ("backward", np.ones(2)),
        ("params[0] +=", np.ones(2)),
        ("argument 0 +=", np.ones(2)),
        ("forward", 3.0),
    )
    story.result(0).close_to([6, 6])
    story.result(4).close_to([18, 18])
    story.grad(1).close_to([2, 2])
    story.held_grad(1).close_to([0, 0])
    story.param(2).close_to([2, 2])
    story.counts(1)
    assert W.tolist() == [1, 1]
    with pytest.raises(CheckFailed, match=r"1 \| made = Doubling\(\[1., 1.\]\)") as caught:
        story.result(4).close_to([0, 0], hint="look again")
    assert "6 | made.forward(3)" in str(caught.value) and "of line 6" in str(caught.value)


class Sharing:
    """A model for the tests of `play`: two layers on one table, and a second table."""

    def __init__(self, W):
        self.params, self.grads = [W, W, W + 1], [np.zeros_like(W) for _ in range(3)]

    def backward(self):
        for number, grad in enumerate(self.grads, 1):
            grad[...] = number


def test_play_counts_a_shared_table_once():
    """Is a table that params names twice one table, with the sum of its gradients, in grads as in the held arrays?"""
    tables = (np.full(2, 5.0), np.full(2, 7.0))
    story = play(Sharing, (np.ones(2),), ("backward",), ("params[1] +=", np.ones(2)), tables=tables)
    story.counts(2)
    story.grad(0, 0).close_to([3, 3])
    story.held_grad(0, 0).close_to([3, 3])
    story.grad(0, 1).close_to([3, 3])
    story.param(1, 0).close_to([5, 5])
    story.param(1, 1).close_to([8, 8])
    with pytest.raises(CheckFailed, match="the sum of the gradients of table 0 after line 4"):
        story.grad(0, 0).close_to([1, 1])
    with pytest.raises(CheckFailed, match="several times, and counts as one table"):
        story.counts(3)


def test_play_replaces_names_for_the_time_of_the_play():
    """Is a name of the answer's module another while a play runs, and the same as before afterwards?"""
    story = play(Doubling, (np.ones(1),), ("forward", 1.0), helper=abs, nowhere_else=1)
    story.result().close_to([1])
    assert helper(1) == 2 and "nowhere_else" not in globals()
    play(Doubling, (np.ones(1),), ("forward", 1.0), Doubling=None).result().close_to([2])  # its own name stays


def test_play_says_in_which_call_an_exception_was_raised():
    """Does an exception of the answer pass through with the lines that were typed?"""
    with pytest.raises(TypeError) as caught:
        play(Doubling, (np.ones(1),), ("forward", None))
    assert "2 | made.forward(None)" in caught.value.__notes__[0]


@pytest.mark.parametrize(
    ("make", "steps", "message"),
    [
        (lambda W: None, [("forward", 1.0)], "no method forward"),
        (lambda W: type("Bare", (), {"params": 3})(), [("params[0] +=", np.ones(1))], r"params\[0\] is"),
        (lambda W: type("Bare", (), {"params": [W.astype(int)]})(), [("params[0] +=", np.ones(1))], "floats"),
    ],
)
def test_play_of_nonsense(make, steps, message):
    """Does an object that is no layer fail with a sentence?"""
    with pytest.raises(CheckFailed, match=message):
        play(make, (np.ones(1),), *steps)


NONSENSE = [
    None,
    "text",
    3,
    [],
    [[1], [1, 2]],
    np.array([None, 1]),
    (1, 2, 3),
    np.nan,
    object(),
    {"a": 1},
    np.ones((3, 3)),
]


@pytest.mark.parametrize("value", NONSENSE, ids=[str(type(value).__name__) for value in NONSENSE])
def test_nonsense_fails(value):
    """Does every check end nonsense with CheckFailed and nothing else?"""

    class Odd:
        params = grads = word_vecs = value

        def forward(self, *given):
            return value

    story = play(Odd, (), ("forward",))
    for check in (
        lambda: story.result().close_to(np.ones(4)),
        lambda: story.grad(0).close_to(np.ones(4)),
        lambda: story.held_grad(0).close_to(np.ones(4)),
        lambda: story.counts(2),
        lambda: check_start(story, (5, 4)),
        lambda: story.word_vecs(0).array((5, 4)),
        lambda: story.noted("Sampler", "hint", power=1),
        lambda: check_rows(story.result(), [1, 2], 1, 5),
        lambda: check_frequencies(story.result(), [1, 2], [0.2, 0.5, 0.3]),
        lambda: check_neighbours(story.result(), [("a", 1.0)]),
        lambda: check_sums(story.result(), np.ones((5, 4))),
    ):
        with pytest.raises(CheckFailed):
            check()


def test_told_nonsense_fails(monkeypatch):
    """Is what a student's process tells about a play checked before it is read?"""
    for told in NONSENSE:
        monkeypatch.setattr("utils.layer_checks._play", lambda *given, told=told: told)
        with pytest.raises(CheckFailed):
            play(Doubling, (np.ones(1),), ("forward", 1.0)).result().close_to([2])


def test_refusal():
    """Does a wanted exception pass, another go through, and a result fail?"""
    check_refusal(TypeError, Doubling, (np.ones(1),), ("forward", None))
    with pytest.raises(TypeError):
        check_refusal(ValueError, Doubling, (np.ones(1),), ("forward", None))
    with pytest.raises(CheckFailed, match="a ValueError with a sentence"):
        check_refusal(ValueError, Doubling, (np.ones(1),), ("forward", 1.0))


def test_notes():
    """Is it told with which arguments an object of a replaced class was made?"""

    class Uses:
        params = grads = ()

        def __init__(self):
            self.made = Sampler([0, 1], 0.5, sample_size=2)  # noqa: F821

        def forward(self):
            return self.made.get_negative_sample(np.zeros(3, int))

    sampler = standins.Noting(standins.ScriptedSampler, [[1, 2], [3, 4]])
    for _ in range(2):  # the notes of the first play are gone at the second
        story = play(Uses, (), ("forward",), Sampler=sampler)
        story.result().equals(np.array([[1, 2], [3, 4], [1, 2]]))
        story.noted("Sampler", "", corpus=[0, 1], power=0.5, sample_size=2)
    with pytest.raises(CheckFailed, match="power of the Sampler"):
        story.noted("Sampler", "hand power on", power=0.75)


def test_sums():
    """Are (words, rows) compared as a table, and is a word that stands there twice refused?"""
    wanted = np.array([[0, 0], [1, 2], [3, 4.0]])
    for words, rows in (([2, 1], [[3, 4], [1, 2]]), (np.array([0, 1, 2]), wanted)):
        check_sums(Outcome("f()", (words, np.array(rows))), wanted)
    for words, rows in (([1, 1, 2], [[0, 2], [1, 0], [3, 4]]), ([1], [[1, 2]]), ([1, 2, 7], np.ones((3, 2))), ([], [])):
        with pytest.raises(CheckFailed):
            check_sums(Outcome("f()", (words, np.array(rows))), wanted)


# ---------------------------------------------------------------- the sampler


def draws(answers, power, shift=0, seed=0):
    """Draws of the reference, with another power or with shifted words, as the hidden test asks for them."""
    np.random.seed(seed)
    counts, target = np.array([30, 900, 12, 300, 5, 90]), np.array([1, 4] * 2400)
    corpus = (np.repeat(np.arange(6), counts) + shift) % 6
    drawn = answers["UnigramSampler"](corpus, power, 1).get_negative_sample(target)[:, 0]
    weights = {word: np.where(np.arange(6) == word, 0, counts**0.75) for word in (1, 4)}
    return drawn, target, {word: row / row.sum() for word, row in weights.items()}


def test_right_draws_pass(answers):
    """Are the chances of a right sampler spread evenly, and none of 100 a false alarm?"""
    chances = np.sort([frequency_chance(*draws(answers, 0.75, seed=seed))[0] for seed in range(100)])
    assert chances[0] > FALSE_ALARM
    assert np.abs(chances - np.arange(0.5, 100) / 100).max() < 0.2  # Kolmogorov's distance, 0.16 at a chance of 1 %


@pytest.mark.parametrize(("power", "shift"), [(1.0, 0), (0.5, 0), (0.0, 0), (0.75, 1), (0.75, -1)])
def test_wrong_draws_are_found(answers, power, shift):
    """Are wrong exponents and shifted words found with each of 20 seeds?"""
    assert all(frequency_chance(*draws(answers, power, shift, seed))[0] < FALSE_ALARM for seed in range(20))


def test_chance_is_pearsons():
    """Is the chance that of the chi-square test, with the degrees of freedom of each target?"""
    drawn, target = np.array([0] * 60 + [1] * 40 + [2] * 30), np.array([2] * 100 + [1] * 30)
    chance, came, about = frequency_chance(drawn, target, {2: [0.5, 0.5, 0], 1: [0.2, 0, 0.8]})
    assert chance == pytest.approx(chi2.sf(100 / 50 + 100 / 50 + 6 + 36 / 24, 2))
    assert came == "word 0 was drawn 0 times in 30 rows with target 1" and about == "about 6 times"


@pytest.mark.parametrize(
    "rows", [[[0, 1], [2, 2]], [[1, 2], [2, 3]], [[1, 3], [4, 0]], [[1, -1], [0, 2]], [[0.5, 1], [0, 2]], [[1, 2]]]
)
def test_bad_rows_are_found(rows):
    """Are repeats, targets, numbers that are no words, and wrong shapes found?"""
    with pytest.raises(CheckFailed):
        check_rows(Outcome("draw()", np.array(rows)), [3, 3], 2, 4)
    assert check_rows(Outcome("draw()", [[0, 1], [2, 1]]), [3, 3], 2, 4).tolist() == [[0, 1], [2, 1]]


TARGET = np.array([0, 1, 2, 3, 4] * 20)


@pytest.mark.parametrize(
    ("draw", "told"),
    [
        (lambda random, t: random.integers(5, size=(len(t), 2)), "drawn alike, with replacement"),
        (lambda random, t: (t[:, None] + random.integers(1, 5, size=(len(t), 2))) % 5, "with replacement"),
        (lambda random, t: random.permuted(np.tile(np.arange(5), (len(t), 1)), axis=1)[:, :2], "like any other word"),
        (lambda random, t: np.tile([1, 3], (len(t), 1)), "all 100 rows are the same"),
        (lambda random, t: random.permuted(np.tile(np.arange(1, 5), (len(t), 1)), axis=1)[:, :2], "only the target 0"),
    ],
)
def test_rows_tell_how_they_were_drawn(draw, told):
    """Does what wrong rows have in common say how they were drawn, whatever the random numbers are?"""
    for seed in range(20):
        assert told in rows_hint(draw(np.random.default_rng(seed), TARGET), TARGET)
    assert rows_hint(np.array([[0, 0], [1, 0]]), np.array([0, 1])) == ""


@pytest.mark.parametrize(
    ("power", "order", "told"),
    [
        (1, [0, 1, 2, 3], "the words come as often as they stand in the corpus, as with the power 1"),
        (0, [0, 1, 2, 3], "equally often"),
        (0.75, [0, 1, 2, 3], "with the power 0.75"),
        (0.5, [1, 0, 2, 3], "word 0 comes as often as word 1 should"),
        (0.6, [0, 1, 2, 3], ""),
    ],
)
def test_frequencies_tell_the_mistake(power, order, told):
    """Is a wrong distribution named where one known mistake explains it, and none where none does?"""
    counts, target = np.array([16, 900, 100, 400]), np.array([0, 1, 2, 3] * 1500)
    shares = counts**0.5 / np.sum(counts**0.5)
    for seed in range(5):
        random = np.random.default_rng(seed)
        wrong = counts[order] ** float(power)
        drawn = [random.choice(4, p=(row := np.where(np.arange(4) == t, 0, wrong)) / row.sum()) for t in target]
        hint = frequency_hint(np.array(drawn), target, shares, counts)
        assert told in hint and bool(told) == bool(hint)


def test_example_of_the_text():
    """Does the worked example of the sampler hold?"""
    weights = np.array([0.7, 0.29, 0.01]) ** 0.75
    assert weights / weights.sum() == pytest.approx([0.642, 0.332, 0.027], abs=6e-4)


def test_example_of_the_block(answers):
    """Does the worked example of the block hold?"""
    loss, (words_in, rows_in), (words_out, rows_out) = answers["block_gradients"](
        np.array([0, 1, 0]), np.array([[1.0], [2], [0]]), np.array([[0.0], [0], [np.log(3)]]), 1, np.array([2]), 1
    )
    assert loss == pytest.approx(10.1503, abs=1e-4)
    assert dict(zip(words_in.tolist(), rows_in[:, 0].round(4).tolist(), strict=True)) == {0: 1.6479, 1: 1.9775}
    assert dict(zip(words_out.tolist(), rows_out[:, 0].round(4).tolist(), strict=True)) == {0: -2, 1: -1, 2: 5.1}


def test_slope_of_the_binary_cross_entropy():
    """Is y - t the derivative, as the rubric's worked answer says?"""
    for t in (0, 1):
        slope = numerical_gradient(
            lambda s, t=t: float(-t * np.log(expit(s[0])) - (1 - t) * np.log(1 - expit(s[0]))), [0.7]
        )
        assert slope[0] == pytest.approx(expit(0.7) - t, abs=1e-8)


@pytest.mark.parametrize("ends", [(140.0, 300.0), (300.0, 140.0), (200.0, 200.0)])
def test_costs_keep_their_labels_apart(ends, monkeypatch):
    """Does no label of the measured costs cover another, whichever of the two growing ways is the slower?"""
    monkeypatch.setattr(plt, "show", lambda: None)
    ways = "one-hot product", "softmax over all words", "lookup of rows", "1 + 5 scores"
    seconds = [[end / 1e5, end / 1e4] for end in ends] + [[1e-6, 1e-6], [1.1e-6, 1.1e-6]]
    use_style()
    plot_costs(([10_000, 100_000], dict(zip(ways, seconds, strict=True))))
    figure = plt.gcf()
    figure.canvas.draw()
    boxes = [text.get_window_extent() for text in figure.axes[0].texts]
    plt.close(figure)
    assert len(boxes) == 4
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(box.x0 >= 0 and box.x1 <= figure.bbox.x1 for box in boxes)
