"""Tests of assignment a2's hints and worked answers. `workbook verify a2` runs its known answers."""

import re

import numpy as np
import pytest
from scipy.special import expit

from grading.build import HOME, read_assignment
from grading.cases import reference_answers
from grading.local import given_namespace, run_tests
from grading.master import Role
from grading.tests_split import split_hidden
from grading.verdicts import Status
from utils.gradcheck import numerical_gradient
from utils.pair_steps import PairSteps
from utils.pairloss import PairLoss, ScriptedLoss
from utils.slopes import sampling_slopes, softmax_slopes
from utils.word2vec import softmax

MASTER = read_assignment(HOME, "a2")
FOLDER = MASTER.path.parent
FORMULAS = sorted(path for path in FOLDER.glob("wrong/q1_*/*.py") if path.stem != "by_differences")
"""The wrong formulas: by_differences.py have none, and pass the visible tests."""
TERM = re.compile(r"^# term: (.*)$", re.MULTILINE)
NAMED = re.compile(r"what looks wrong: (.*?)\. ")


@pytest.fixture(scope="module")
def given():
    """The names that the locked cells define."""
    return given_namespace(MASTER)


def hint_for(path, given) -> str:
    """The hint that the visible test of a formula gives to a wrong answer: the term that it names, or ""."""
    space = dict(given)
    exec(path.read_text(encoding="utf-8"), space)
    visible = [split_hidden(cell.source)[0] for cell in MASTER.having(Role.TEST) if cell.question == path.parent.name]
    for source in visible:
        try:
            exec(source, space)
        except AssertionError as error:
            named = NAMED.search(" ".join(str(error).split()))
            return named[1] if named else ""
    return "passed"


def test_hints_name_the_wrong_term(given):
    """Do the formula tests name the right term for at least 90 % of the wrong formulas, and never a wrong one?"""
    hints = {path: hint_for(path, given) for path in FORMULAS}
    terms = {path: TERM.search(path.read_text(encoding="utf-8"))[1] for path in FORMULAS}
    misled = [
        f"{path.parent.name}/{path.stem}: {hints[path]}" for path in FORMULAS if hints[path] not in ("", terms[path])
    ]
    assert not misled
    assert sum(hints[path] == terms[path] for path in FORMULAS) >= 0.9 * len(FORMULAS)


WORKED = re.findall(
    r"^In code: `(\w+)\((.*?)\) = (.*)`$", (FOLDER / "rubric.md").read_text(encoding="utf-8"), re.MULTILINE
)


def losses(numbers):
    """For each worked formula the loss and the argument that it is the derivative by, as numbers want it."""
    U, v_c, o, w, samples, outside = (numbers[name] for name in ("U", "v_c", "o", "w", "samples", "outside"))

    def naive(U, v):
        return np.logaddexp.reduce(U @ v) - U[o] @ v

    def sampled(U, v):
        return np.logaddexp(0, -U[o] @ v) + np.logaddexp(0, U[samples] @ v).sum()

    return {
        "grad_v_naive": lambda: numerical_gradient(lambda v: naive(U, v), v_c),
        "grad_u_target_naive": lambda: numerical_gradient(lambda T: naive(T, v_c), U)[o],
        "grad_u_other_naive": lambda: numerical_gradient(lambda T: naive(T, v_c), U)[w],
        "grad_U_naive": lambda: numerical_gradient(lambda T: naive(T, v_c), U),
        "grad_v_neg": lambda: numerical_gradient(lambda v: sampled(U, v), v_c),
        "grad_u_target_neg": lambda: numerical_gradient(lambda T: sampled(T, v_c), U)[o],
        "grad_u_sample_neg": lambda: numerical_gradient(lambda T: sampled(T, v_c), U)[w],
        "grad_U_skipgram": lambda: numerical_gradient(lambda T: sum(PairLoss(T).F(k, v_c) for k in outside), U),
    }


@pytest.mark.parametrize(("name", "arguments", "expression"), WORKED, ids=[name for name, _, _ in WORKED])
@pytest.mark.parametrize(("V", "d"), [(7, 3), (4, 4), (5, 1)])
def test_worked_formulas_are_derivatives(name, arguments, expression, V, d):
    """Does each final formula in rubric.md equal the numerical derivative of its loss?"""
    generator = np.random.default_rng([V, d])
    U, o, w = generator.normal(size=(V, d)), 1, 3
    numbers = {"U": U, "v_c": generator.normal(size=d), "o": o, "w": w, "y": np.eye(V)[o]}
    numbers |= {"samples": [3, 0, 3, 2], "outside": [2, 0, 2], "dF_dU": PairLoss(U).dF_dU}
    tools = {"np": np, "softmax": softmax, "expit": expit}
    assert set(arguments.split(", ")) <= set(numbers)
    found = eval(expression, tools | numbers)
    assert found == pytest.approx(losses(numbers)[name](), abs=1e-7)


def test_every_worked_answer_with_a_formula_is_checked():
    """Are all formulas of the written derivations among those that are compared?"""
    assert [name for name, _, _ in WORKED] == list(losses(dict.fromkeys(("U", "v_c", "o", "w", "samples", "outside"))))


NONSENSE = [
    "None", "'text'", "()", "(1, 2)", "(1.0, None, 'x')", "[[1.0], [2.0, 3.0]]", "(np.nan, np.nan, np.nan)", "object()",
    "np.array([None, object()], dtype=object)", "(1.0, [[1], [2, 3]], {})", "{'loss': 1.0}", "1j", "np.zeros((2, 2, 2))",
    "(np.zeros(0), np.zeros(0), np.zeros(0))", "lambda *a: 1", "(np.inf, np.full(3, np.inf), np.full((5, 3), np.inf))",
]  # fmt: skip


def statuses(given, answers) -> dict[str, Status]:
    """How the tests of these answers end: {test: status}."""
    stubs = {cell.id: "" for cell in MASTER.having(Role.SOLUTION)}
    results = run_tests(MASTER, dict(given), stubs | answers)
    return {test: result.status for test, result in results.items() if test.split("__")[0] in answers}


@pytest.mark.parametrize("value", NONSENSE)
def test_nonsense_is_the_students_fault(given, value):
    """Does every test end as failed or error, never as a fault of its own, whatever an answer returns?"""
    functions = {cell.id: re.search(r"def (\w+)\(", cell.source)[1] for cell in MASTER.having(Role.SOLUTION)}
    answers = {id: f"def {name}(*arguments, **named): return {value}" for id, name in functions.items()}
    ended = statuses(given, answers)
    assert {test: status for test, status in ended.items() if status not in (Status.FAILED, Status.ERROR)} == {}


def test_answers_that_misuse_what_they_get_are_the_students_fault(given):
    """Is an answer that calls loss functions, f or F with nonsense never a fault of the test?"""
    answers = {
        "q1_f_grad_u_table": "def grad_U_skipgram(dF_dU, outside, v_c): return dF_dU('x', None)",
        "q1_g_grad_v_table": "def grad_V_cbow(dF_dv, c, context, V): return dF_dv(99, V)",
        "q2_skipgram": "def skipgram(*a): return a[-1]()",
        "q2_cbow": "def cbow(*a): return a[-1]('x', y=object())",
        "q2_sgd": "def sgd(f, x0, step, n, post=None, **named): f('x'); return post(None) if post else f(object())",
    }
    ended = statuses(given, answers)
    assert {test: status for test, status in ended.items() if status not in (Status.FAILED, Status.ERROR)} == {}


@pytest.mark.parametrize(("V", "d"), [(5, 3), (3, 3), (4, 1)])
def test_slopes_are_those_of_the_losses(V, d):
    """Are the numerical derivatives those of the softmax loss and of negative sampling, repeats counted?"""
    generator = np.random.default_rng([V, d])
    U, v = generator.normal(size=(V, d)), generator.normal(size=d)
    error = softmax(U @ v) - np.eye(V)[1]
    for made, wanted in zip(softmax_slopes(U, v, 1), (error @ U, np.outer(error, v)), strict=True):
        assert made == pytest.approx(wanted, abs=1e-8)
    factors = np.array([2, 0, 1] + [0] * (V - 3)) * expit(U @ v)
    factors[1] = expit(U[1] @ v) - 1
    for made, wanted in zip(sampling_slopes(U, v, [1], [0, 2, 0]), (factors @ U, np.outer(factors, v)), strict=True):
        assert made == pytest.approx(wanted, abs=1e-8)


def test_scripted_results_are_no_multiples_of_each_other():
    """Is no result of the scripted loss a multiple of another one, and does a digit of a sum show its call?"""
    scripted = ScriptedLoss()
    results = [scripted.scripted_loss([0.0], turn, None, dataset="d") for turn in range(len(ScriptedLoss.LOSSES))]
    for which in (1, 2):
        stack = np.array([result[which].ravel() for result in results])
        assert all(np.linalg.matrix_rank(stack[[i, j]]) == 2 for i in range(len(stack)) for j in range(i))
        digits = stack.sum(axis=0).astype(int) // 10 % 10
        assert (digits == stack[1] / 10).all()
    assert [call["outsideWordIdx"] for call in scripted.calls] == [0, 1, 2, 3, 4]
    assert scripted.calls[0] == {"centerWordVec": [0.0], "outsideWordIdx": 0, "outsideVectors": None, "dataset": "d"}


def test_what_was_handed_over_is_the_same_in_any_order():
    """Is the order of the calls of no importance for what a mistake is told by?"""
    forth, back = ScriptedLoss(), ScriptedLoss()
    for turn in range(3):
        forth.scripted_loss(np.array([1.0, 2.0]), turn, None, None)
        back.scripted_loss(np.array([1.0, 2.0]), 2 - turn, None, None)
    assert repr(forth.handed()) == repr(back.handed())


EARLY = {
    "center_first": "The centre vector changes before",
    "center_first_old_factors": "The centre vector changes before",
    "outside_first": "The outside vectors change before",
    "outside_first_old_factors": "The outside vectors change before",
    "term_by_term": "The vectors change after each term",
    "uphill": "They go along the gradient",
    "one_epoch": "one step in all",
    "last_pairs_left_out": "shorter batch",
    "batch_mean": "averaged",
    "centers_never_learn": "the centre vectors. They never change",
    "targets_never_learn": "the outside vector of the target. It never changes",
    "samples_never_learn": "the negative samples. Their outside vectors never change",
    "no_negatives": "the negative samples. Their outside vectors never change",
    "centers_ignore_samples": "The terms of the samples are missing",
    "negatives_attract": "their scores are pushed up",
    "target_repelled": "the minus 1 is missing",
    "tables_exchanged": "The centre vectors come first",
}


def hint_for_steps(source, given) -> str:
    """What is said of the steps that an answer to 3.3 takes for 60 pairs that share no word."""
    space = dict(given)
    exec(source, space)
    words = np.random.default_rng(7).permutation(240)
    pairs = words[:60], words[60:120], words[120:].reshape(60, 2)
    start, end = (space["train_pairs"](*pairs, 240, 3, step, epochs, 11) for step, epochs in ((0.0, 1), (0.5, 3)))
    return PairSteps(*start, *pairs, step=0.5, epochs=3).hint(*end)


@pytest.mark.parametrize("name", EARLY)
def test_steps_are_told_by_their_numbers(name, given):
    """Is each wrong way to take the steps of 3.3 told by what it makes of the answer's own start?"""
    source = (FOLDER / "wrong" / "q3_train" / f"{name}.py").read_text(encoding="utf-8")
    assert EARLY[name] in hint_for_steps(source, given)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("right/q3_train/*.py")), ids=lambda path: path.stem)
def test_right_steps_are_told_nothing(path, given):
    """Is no mistake told of a right answer?"""
    assert hint_for_steps(path.read_text(encoding="utf-8"), given) == ""


EDGES = {
    "q2_neg_sampling": (["squeezed", "squeezed_and_multiplied"], "q2_neg_sampling__edge_one_dimension"),
    "q2_skipgram": (["empty_gives_a_number", "needs_a_word"], "q2_skipgram__edge_no_words"),
}


@pytest.mark.parametrize(("question", "name"), [(q, name) for q, (names, _) in EDGES.items() for name in names])
def test_an_edge_costs_its_own_test_alone(question, name, given):
    """Does an answer that is right but for d = 1 or for an empty window lose the one point of that edge?"""
    source = (FOLDER / "wrong" / question / f"{name}.py").read_text(encoding="utf-8")
    naive = {"q2_naive_softmax": reference_answers(MASTER)["q2_naive_softmax"]}  # a default argument names it
    ended = {test: status for test, status in statuses(given, naive | {question: source}).items() if question in test}
    assert [test for test, status in ended.items() if status is not Status.PASSED] == [EDGES[question][1]]


def test_no_visible_test_holds_the_loss():
    """Is no logarithm in the visible tests of the gradients? It would be the answer to (a), or the loss of 2.3."""
    for cell in MASTER.having(Role.TEST):
        if cell.question.startswith(("q1_b", "q1_c", "q1_e")):
            assert "log" not in split_hidden(cell.source)[0]
