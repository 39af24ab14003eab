"""Rewrites of catalogue entries in another style, and wrong answers that are in no catalogue: are they what they claim,
and are they told their mistake?

tests/rewrites/<assignment>/<question>/<mistake>.py          the mistake of that catalogue entry, written by another hand
tests/rewrites/outside/<assignment>/<question>/<name>.py     a mistake that no entry of the catalogue makes

Each file stands in the place of a whole answer cell, as in `assignments/<assignment>/wrong`.
"""

import ast
import functools
from pathlib import Path

import pytest

from benchmarks.diagnosis import answers, outcomes, run, told
from grading.build import read_assignment
from grading.cases import reference_answers
from grading.catalogue import read_catalogue
from grading.diagnosis import knowledge
from grading.verdicts import Status

HOME = Path(__file__).resolve().parent.parent
FOLDER = HOME / "tests" / "rewrites"
REWRITES = sorted(path for path in FOLDER.glob("a*/*/*.py"))
OUTSIDE = sorted(path for path in FOLDER.glob("outside/a*/*/*.py"))
ASSIGNMENTS = sorted({path.parent.parent.name for path in REWRITES + OUTSIDE})
TEN_FUNCTIONS = {
    "a1": ["q1_distinct_words", "q1_co_occurrence", "q1_reduce_to_k_dim", "q1_plot_embeddings"],
    "a2": ["q2_sigmoid", "q2_naive_softmax", "q2_neg_sampling", "q2_skipgram", "q2_cbow", "q2_sgd"],
}


@functools.cache
def references(assignment: str) -> dict[str, str]:
    return reference_answers(read_assignment(HOME, assignment))


def name_of(path: Path) -> str:
    return str(path.relative_to(FOLDER).with_suffix(""))


def original(path: Path) -> Path:
    """The catalogue entry that a rewrite rewrites."""
    return HOME / "assignments" / path.parent.parent.name / "wrong" / path.parent.name / path.name


def shape_of(source: str) -> str:
    """The syntax tree of a source without its docstrings, as text."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:]
    return ast.dump(tree)


@pytest.fixture(scope="module")
def results():
    """{file: {test: result}} for every rewrite, the entry of every rewrite, and every outside answer."""
    ended = {}
    for assignment in ASSIGNMENTS:
        known = {entry.path: entry for entry in read_catalogue(read_assignment(HOME, assignment))}
        rewrites = answers(assignment)
        originals = [known[original(entry.path)] for entry in rewrites]
        for case, of_tests in run(assignment, [*originals, *rewrites, *answers(assignment, "outside")]):
            assert not [test for test, result in of_tests.items() if result.status is Status.GRADER_FAULT], case.name
            ended[case.entry.path] = of_tests
    return ended


def failed(results, path):
    return {test for test, result in results[path].items() if result.status is not Status.PASSED}


@pytest.mark.parametrize("path", REWRITES, ids=name_of)
def test_rewrite_has_an_entry(path):
    """Does every rewrite stand for an entry that the catalogue has?"""
    assert original(path).is_file()


@pytest.mark.parametrize("path", REWRITES, ids=name_of)
def test_rewrite_is_written_differently(path):
    """Is every rewrite another program than the entry and than the reference, whatever their docstrings say?"""
    mine = shape_of(path.read_text(encoding="utf-8"))
    reference = references(path.parent.parent.name)[path.parent.name]
    assert mine != shape_of(original(path).read_text(encoding="utf-8"))
    assert mine != shape_of(reference)


@pytest.mark.parametrize("path", REWRITES + OUTSIDE, ids=name_of)
def test_one_line_says_what_it_is(path):
    """Does each file begin with a docstring of one line, in words of its own?"""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert text and "\n" not in text
    if path in REWRITES:
        assert text != ast.get_docstring(ast.parse(original(path).read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", REWRITES, ids=name_of)
def test_rewrite_fails_what_its_entry_fails(path, results):
    """Does every rewrite fail exactly the tests that the catalogue entry fails?"""
    assert failed(results, path)
    assert failed(results, path) == failed(results, original(path))


@pytest.mark.parametrize("path", OUTSIDE, ids=name_of)
def test_outside_answer_is_wrong(path, results):
    """Does every answer with a mistake outside the catalogue fail a test of its question?"""
    assert failed(results, path)


@pytest.mark.parametrize("path", REWRITES, ids=name_of)
def test_no_rewrite_is_told_another_mistake(path, results):
    """Is the mistake that a rewrite is told its own, or one of two that behave alike, if it is told any?"""
    found = told(results[path])
    assert not found or f"{path.parent.name}/{path.stem}" in found


def test_most_rewrites_are_told_their_mistake(results):
    """Are at least nine of ten rewrites told exactly the mistake that they make?"""
    exact = [path for path in REWRITES if told(results[path]) == {f"{path.parent.name}/{path.stem}"}]
    assert len(exact) >= 0.9 * len(REWRITES)


@pytest.mark.parametrize("path", REWRITES[::7], ids=name_of)
def test_the_text_stands_in_the_message(path, results):
    """Does a visible test that tells the mistake say the catalogue's text, as it does in a student's notebook?"""
    text = knowledge().texts[f"{path.parent.name}/{path.stem}"]
    known = knowledge().mistakes(outcomes(results[path]))
    for test, result in results[path].items():
        if result.status is Status.FAILED and not result.hidden and len(known.get(test, ())) == 1:
            others = knowledge().tests[test].items()
            same = [m for m, (_, call, _) in others if call == result.seen[0] and m != known[test][0]]
            assert f"probable reason: {text}" in " ".join(result.reason.split()) or same


def test_the_material_is_broad():
    """Is there enough: 48 rewrites, three for each of the ten functions, eight formulas, 20 answers from outside?"""
    questions = [(path.parent.parent.name, path.parent.name) for path in REWRITES]
    assert len(REWRITES) >= 48 and len(OUTSIDE) >= 20
    assert all(questions.count((a, q)) >= 3 for a, functions in TEN_FUNCTIONS.items() for q in functions)
    assert sum(a == "a2" and q.startswith("q1_") for a, q in questions) >= 8
