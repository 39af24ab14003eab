"""Tests of assignment a2's texts: hints, worked answers, points. `workbook verify a2` runs its answers."""

import re

import numpy as np
import pytest
from scipy.special import expit

from grading.build import HOME, read_assignment
from grading.local import given_namespace
from grading.master import Role
from grading.tests_split import split_hidden
from utils.gradcheck import numerical_gradient
from utils.pairloss import PairLoss
from utils.word2vec import softmax

MASTER = read_assignment(HOME, "a2")
FOLDER = MASTER.path.parent
FORMULAS = sorted(FOLDER.glob("wrong/q1_*/*.py"))
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
            message = str(error).replace("\n", " ")
            named = NAMED.search(message)
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
