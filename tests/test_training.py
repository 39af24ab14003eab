"""Tests of the training wrapper: its batches, its files, and the measures of the training check."""

import io
import json
import re
import zipfile

import numpy as np
import pytest

from benchmarks.bench_training import plain_batches, timed
from benchmarks.training_check import EXACT
from grading.build import HOME, read_assignment
from grading.cases import reference_answers
from grading.catalogue import read_catalogue
from grading.local import given_namespace
from grading.master import Role
from utils.datasets import TextDataset
from utils.topics import TopicPairs
from utils.training import Training, TrainingFault, TrainingFileError
from utils.windows import WindowBatches

MASTER = read_assignment(HOME, "a2")
CORPUS = [f"the {animal} {verb} the {thing} in the {place}".split() for animal, verb, thing, place in [
    ("cat", "eats", "fish", "house"), ("dog", "eats", "bone", "garden"), ("cat", "sees", "bird", "garden"),
    ("girl", "reads", "book", "house"), ("boy", "reads", "book", "school"), ("dog", "sees", "cat", "house"),
]]  # fmt: skip


@pytest.fixture(scope="module")
def answers():
    """The reference answers of a2 by name."""
    space = given_namespace(MASTER)
    for source in reference_answers(MASTER).values():
        exec(source, space)
    return space


@pytest.fixture
def data():
    return TextDataset(CORPUS, subsample=0.1)


def small_training(answers, data, **settings):
    settings = {"dimensions": 4, "window_size": 2, "batch_size": 5} | settings
    return Training(answers["skipgram"], answers["negSamplingLossAndGradient"], data, **settings)


@pytest.mark.parametrize("model", ["skipgram", "cbow"])
@pytest.mark.parametrize("loss", ["naiveSoftmaxLossAndGradient", "negSamplingLossAndGradient"])
def test_small_tables_give_the_numbers_of_whole_ones(answers, data, model, loss):
    """Are loss and gradient of every batch those of a wrapper that hands over whole tables?"""
    vectors = np.random.default_rng(3).normal(size=(2 * len(data.words), 4))
    functions = answers[model], answers[loss], data
    plain, fast = plain_batches(*functions, seed=8), WindowBatches(*functions, 5, 50, seed=8)
    for _ in range(4):
        wanted, wanted_gradient = plain(vectors)
        found, gradient = fast(vectors)
        assert found == pytest.approx(wanted, rel=1e-12)
        assert gradient == pytest.approx(wanted_gradient, abs=1e-12)


def test_small_tables_are_small(answers, data):
    """Does a window see only the rows that it can touch, once it is known how many samples a word draws?"""
    sizes = []

    def model(center, size, outside, word2Ind, V, U, dataset, loss_function):
        sizes.append(len(U))
        return answers["skipgram"](center, size, outside, word2Ind, V, U, dataset, loss_function)

    def one_sample(*arguments):
        return answers["negSamplingLossAndGradient"](*arguments, K=1)

    WindowBatches(model, one_sample, data, 1, 20)(np.zeros((2 * len(data.words), 3)))
    assert sizes[0] == len(data.words)
    assert max(sizes[1:]) < len(data.words)


def test_small_tables_give_the_same_numbers(answers):
    """Does the wrapper end where one that hands over whole tables ends? (How much faster: benchmarks/bench_training.py.)"""
    words = [f"w{i}" for i in np.random.default_rng(5).permutation(20_000)]
    data = TextDataset([words[i : i + 12] for i in range(0, len(words), 12)], subsample=1.0)
    functions = answers["skipgram"], answers["negSamplingLossAndGradient"], data
    start = np.zeros((2 * len(words), 10))
    _, wanted = timed(plain_batches(*functions), answers["sgd"], start, 3)
    _, found = timed(WindowBatches(*functions), answers["sgd"], start, 3)
    assert found == pytest.approx(wanted, abs=1e-12)


def test_a_window_that_needs_more_samples_is_done_again(answers, data):
    """Are the numbers right also where the number of samples varies without warning?"""

    def wavering(v, o, U, dataset):
        return answers["negSamplingLossAndGradient"](v, o, U, dataset, K=1 + 12 * (dataset.sampleTokenIdx() % 2))

    vectors = np.random.default_rng(4).normal(size=(2 * len(data.words), 3))

    def by_word(v, o, U, dataset):  # the parity of an index differs between small and whole tables; take a fixed rule
        return answers["negSamplingLossAndGradient"](v, o, U, dataset, K=1 + 12 * (v[0] > 0))

    plain, fast = plain_batches(answers["skipgram"], by_word, data), WindowBatches(answers["skipgram"], by_word, data)
    assert fast(vectors)[1] == pytest.approx(plain(vectors)[1], abs=1e-12)
    WindowBatches(answers["skipgram"], wavering, data)(vectors)


def test_an_error_names_its_window(data):
    """Does an error of the student's function say in which window it arose?"""

    def broken(*arguments):
        raise ZeroDivisionError("oh")

    with pytest.raises(ZeroDivisionError) as caught:
        WindowBatches(broken, None, data)(np.zeros((2 * len(data.words), 3)))
    assert "in the window of" in caught.value.__notes__[0]


def test_training_lowers_the_loss(answers, data):
    """Does the loss begin at (1 + K) ln 2 a pair and fall?"""
    training = small_training(answers, data, batch_size=40).run(answers["sgd"], 1.0, 60, quiet=True)
    assert len(training.losses) == 60
    assert np.mean(training.losses[-10:]) < 0.8 * training.losses[0]
    assert training.centerWordVectors.shape == training.outsideVectors.shape == (len(data.words), 4)


def test_going_on_equals_not_stopping(answers, data, tmp_path, capsys):
    """Is a training that was saved and went on the same, number by number, as one without a break?"""
    path = str(tmp_path / "run.npz")
    whole = small_training(answers, data).run(answers["sgd"], 0.5, 30, quiet=True)
    small_training(answers, data).run(answers["sgd"], 0.5, 12, path, quiet=True)
    again = small_training(answers, data).run(answers["sgd"], 0.5, 30, path, quiet=True)
    assert again.losses == whole.losses
    assert (again.wordVectors == whole.wordVectors).all()
    assert "holds 12 steps; going on" in capsys.readouterr().out


def test_an_interrupted_training_is_saved(answers, data, tmp_path, capsys):
    """Are the steps before an interruption kept, and does the training go on to the same end?"""
    path = str(tmp_path / "run.npz")
    calls = 0

    def interrupted(*arguments):
        nonlocal calls
        calls += 1
        if calls == 33:
            raise KeyboardInterrupt
        return answers["skipgram"](*arguments)

    interrupted.__name__ = "skipgram"
    training = Training(interrupted, answers["negSamplingLossAndGradient"], data, 4, 2, 5)
    training.run(answers["sgd"], 0.5, 30, path, quiet=True)
    assert "Stopped after 6 steps" in capsys.readouterr().out
    again = small_training(answers, data).run(answers["sgd"], 0.5, 30, path, quiet=True)
    assert again.losses == small_training(answers, data).run(answers["sgd"], 0.5, 30, quiet=True).losses


def test_the_step_is_halved_where_it_should_after_a_break(answers, data, monkeypatch):
    """Does the step size depend on all steps done, not on those since the last start?"""
    monkeypatch.setattr("utils.training.HALVING", 10)
    asked = []

    def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
        asked.append((step, iterations))
        for _ in range(iterations):
            f(x0)
        return x0

    training = small_training(answers, data)
    training.run(sgd, 0.8, 4, quiet=True)
    training.run(sgd, 0.8, 25, quiet=True)
    assert asked == [(0.8, 4), (0.8, 6), (0.4, 10), (0.2, 5)]


def write_nothing(path, training):
    path.write_bytes(b"")


def write_text(path, training):
    path.write_text("these are no vectors")


def write_half(path, training):
    training.save(str(path))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def write_array(path, training):
    with open(path, "wb") as file:
        np.save(file, np.zeros(3))


def write_pickle(path, training):
    with open(path, "wb") as file:
        np.savez(file, format=np.array({"a": 1}, dtype=object))


def write_foreign(path, training):
    with open(path, "wb") as file:
        np.savez(file, vectors=np.zeros((3, 3)))


def write_nan(path, training):
    training.wordVectors = training.wordVectors * np.nan
    training.save(str(path))


def write_short(path, training):
    training.wordVectors = training.wordVectors[:-1]
    training.save(str(path))


def write_settings(path, training):
    training.settings = ["no", "settings"]
    training.save(str(path))


def rewritten(path, training, damage) -> None:
    """Save a training, and let `damage(name, content)` change the files in it; the checksums fit."""
    training.save(str(path))
    with zipfile.ZipFile(path) as saved:
        parts = {name: saved.read(name) for name in saved.namelist()}
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name, damage(name, content))


def write_unknown_header(path, training):
    rewritten(path, training, lambda name, content: content.replace(b"NUMPY", b"NUMBY") if "Vec" in name else content)


def write_huge(path, training):
    """A file whose table claims to have 10^13 rows."""
    header = io.BytesIO()
    shape = {"descr": "<f8", "fortran_order": False, "shape": (10**13, 4)}
    np.lib.format.write_array_header_1_0(header, shape)
    rewritten(path, training, lambda name, content: header.getvalue() if "Vec" in name else content)


@pytest.mark.parametrize(
    "write",
    [
        write_nothing,
        write_text,
        write_half,
        write_array,
        write_pickle,
        write_foreign,
        write_nan,
        write_short,
        write_settings,
        write_huge,
        write_unknown_header,
    ],
    ids=lambda write: write.__name__,
)
def test_broken_and_foreign_files_are_refused(answers, data, tmp_path, write):
    """Is a file that is no saved training refused with one sentence that names it, and left as it is?"""
    path = tmp_path / "run.npz"
    write(path, small_training(answers, data).run(answers["sgd"], 0.5, 2, quiet=True))
    before = path.read_bytes()
    training = small_training(answers, data)
    with pytest.raises(TrainingFileError, match=r"run\.npz .*(not a saved training|damaged).*delete"):
        training.run(answers["sgd"], 0.5, 4, str(path), quiet=True)
    assert path.read_bytes() == before and training.losses == []


def test_damaged_bytes_never_raise_anything_else(answers, data, tmp_path):
    """Is a file with some bytes changed, the checksums fitting, either read or refused with TrainingFileError?"""
    path, random = tmp_path / "run.npz", np.random.default_rng(0)
    training = small_training(answers, data).run(answers["sgd"], 0.5, 2, quiet=True)

    def damage(name, content):
        changed = bytearray(content)
        for place in random.integers(min(len(content), 140), size=random.integers(3)):
            changed[place] = random.integers(256)
        return bytes(changed)

    refused = 0
    for _ in range(300):
        rewritten(path, training, damage)
        try:
            small_training(answers, data).load(path)
        except TrainingFileError:
            refused += 1
    assert 200 < refused < 300


def test_a_folder_is_no_file(answers, data, tmp_path):
    """Is a folder in place of a file refused without the advice to delete it?"""
    with pytest.raises(TrainingFileError, match=r"is a folder\. Give the name of a file in it"):
        small_training(answers, data).run(answers["sgd"], 0.5, 4, str(tmp_path), quiet=True)


@pytest.mark.parametrize("sizes", [{"dimensions": 0}, {"window_size": -1}, {"batch_size": 0}, {"seed": -1}])
def test_sizes_that_are_none_are_refused(answers, data, sizes):
    """Does a size that is none raise a sentence with its name?"""
    with pytest.raises(ValueError, match=f"{next(iter(sizes))} is -?\\d; a whole number of at least [01] is wanted"):
        small_training(answers, data, **sizes)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"step": 0}, "step is 0; a number above 0"),
        ({"step": np.nan}, "step is nan"),
        ({"iterations": -1}, "iterations is -1"),
        ({"save_every": 0}, "save_every is 0"),
    ],
)
def test_runs_that_are_none_are_refused(answers, data, given, message):
    """Does a training with an impossible step, length or interval say which?"""
    with pytest.raises(ValueError, match=message):
        small_training(answers, data).run(answers["sgd"], quiet=True, **{"step": 0.5, "iterations": 4} | given)


def test_files_of_another_training_are_refused(answers, data, tmp_path):
    """Does a training with other settings or on another text say what differs?"""
    path = str(tmp_path / "run.npz")
    small_training(answers, data).run(answers["sgd"], 0.5, 2, path, quiet=True)
    with pytest.raises(TrainingFileError, match="with window_size 2"):
        small_training(answers, data, window_size=3).run(answers["sgd"], 0.5, 4, path, quiet=True)
    with pytest.raises(TrainingFileError, match="another text"):
        small_training(answers, TextDataset(CORPUS[:-2])).run(answers["sgd"], 0.5, 4, path, quiet=True)


def test_a_file_that_cannot_be_written_stops_nothing(answers, data, tmp_path, capsys):
    """Does the training go on, with a sentence, where its file can't be written?"""
    training = small_training(answers, data)
    training.run(answers["sgd"], 0.5, 4, str(tmp_path / "missing" / "run.npz"), quiet=True)
    assert len(training.losses) == 4
    assert "could not be written" in capsys.readouterr().out


def test_a_loss_that_is_no_number_names_its_step(answers, data):
    """Does a training that blows up stop at the step where it did?"""

    def model(*arguments):
        return float("nan"), 0, 0

    with pytest.raises(TrainingFault, match="loss of step 1 is not a number"):
        Training(model, answers["negSamplingLossAndGradient"], data).run(answers["sgd"], 0.5, 4, quiet=True)


def test_a_last_step_that_blows_up_is_named(answers, data):
    """Are vectors that are no numbers after the last step told, where no further loss can show them?"""

    def sgd(f, x0, step, iterations, **named):
        for _ in range(iterations):
            f(x0)
        return x0 * np.nan

    with pytest.raises(TrainingFault, match="no numbers any more after step 4"):
        small_training(answers, data).run(sgd, 0.5, 4, quiet=True)


def test_a_curve_without_losses_is_a_sentence(answers, data, capsys):
    """Is a plot before the first step a sentence, and does a training say how far it is?"""
    training = small_training(answers, data)
    training.plot_losses()
    assert capsys.readouterr().out == "There is no loss to draw yet: run the training first.\n"
    assert repr(training) == "<Training of skipgram: 0 steps done>"


def test_sgd_that_makes_other_steps_is_told_so(answers, data):
    """Does a wrong number of steps end the training instead of running for ever?"""

    def sgd(f, x0, *arguments, **named):
        return x0

    with pytest.raises(TrainingFault, match="asked for 4 steps and made 0"):
        small_training(answers, data).run(sgd, 0.5, 4, quiet=True)


def test_measures_of_perfect_and_of_empty_vectors():
    """Do vectors that state the topics get the highest marks, and vectors of zeros none?"""
    text = TopicPairs(5)
    V, U = np.zeros((70, 5)), np.zeros((70, 5))
    for topic in range(4):
        V[text._center_words[topic], topic] = 5
        U[text._outside_words[topic], topic] = 5
    V[text._center_words.ravel(), 4] = 5
    U[text._outside_words.ravel(), 4], U[text._center_words.ravel(), 4], U[text._fillers, 4] = -3, -4, -1
    assert text.contrast(V) == pytest.approx(0.5)
    assert text.error(V, U) < 0.15
    assert text.error(V, -U) > 0.4
    assert text.contrast(0 * V) == 0 and text.error(0 * V, U) == 0.25


def test_topic_pairs_repeat_and_leave_out_the_target():
    """Does a seed give the same pairs again, none with its own outside word as a negative sample?"""
    first, second = TopicPairs(3), TopicPairs(3)
    assert (first.negatives == second.negatives).all() and (first.centers == second.centers).all()
    assert not (first.negatives == first.outsides[:, None]).any()
    assert not set(first.centers) & set(first.outsides)


@pytest.mark.parametrize(("measure", "sign"), [("error", -1), ("contrast", 1)])
def test_thresholds_lie_midway_with_a_gap(measure, sign):
    """Is each threshold midway between the worst right and the best wrong of 50 runs, at least 3 deviations wide?"""
    results = json.loads((HOME / "benchmarks" / "training_check.json").read_text(encoding="utf-8"))
    source = next(cell.source for cell in MASTER.having(Role.TEST) if cell.id == f"q3_train__{measure}")
    comparisons = re.findall(rf"{'>' if sign > 0 else '<'} (0\.\d+),", source)
    assert len(comparisons) == 2 and len(set(comparisons)) == 1, "the visible and the hidden part use one threshold"
    right = [np.array(runs[measure]) * sign for name, runs in results.items() if name.startswith("right/")]
    caught = {name: runs for name, runs in results.items() if name.removeprefix("wrong/") not in EXACT}
    wrong = [np.array(runs[measure]) * sign for runs in caught.values() if measure in runs["fails"]]
    assert {len(runs) for runs in [*right, *wrong]} == {50}
    worst, best = min(right, key=np.min), max(wrong, key=np.max)
    assert worst.min() - best.max() >= 3 * max(worst.std(), best.std())
    assert sign * float(comparisons[0]) == pytest.approx((worst.min() + best.max()) / 2, abs=0.01)


def test_thresholds_were_measured_on_the_answers_that_are_here():
    """Does the record hold every known answer of the question, with the tests that it must fail?"""
    results = json.loads((HOME / "benchmarks" / "training_check.json").read_text(encoding="utf-8"))
    entries = [entry for entry in read_catalogue(MASTER) if entry.question == "q3_train"]
    here = {f"{'wrong' if e.is_wrong else 'right'}/{e.name}": [t.split("__")[1] for t in e.fails] for e in entries}
    assert {name: runs["fails"] for name, runs in results.items()} == here | {"right/reference": []}
