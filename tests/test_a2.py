"""Tests of assignment a2's hints and worked answers. `workbook verify a2` runs its known answers."""

import re

import numpy as np
import pytest
from scipy.special import expit

from grading.build import HOME, read_assignment
from grading.local import given_namespace, run_tests
from grading.master import Role
from grading.tests_split import split_hidden
from grading.verdicts import Status
from utils.gradcheck import numerical_gradient
from utils.pairloss import PairLoss
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
