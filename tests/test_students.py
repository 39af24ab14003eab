"""Answers of people who had seen only the released notebooks: is what is right right, and what is wrong told why?

tests/students/<assignment>/right/<question>/<name>.py    right answers in odd styles
tests/students/<assignment>/wrong/<question>/<name>.py    the mistakes that these people thought the most frequent
"""

import pytest

from benchmarks.diagnosis import STUDENTS, run, students, told
from grading.verdicts import Status

RIGHT = sorted(STUDENTS.glob("*/right/*/*.py"))
WRONG = sorted(STUDENTS.glob("*/wrong/*/*.py"))


def name_of(path):
    return str(path.relative_to(STUDENTS).with_suffix(""))


@pytest.fixture(scope="module")
def results():
    """{file: {test: result}} for every answer."""
    ended = {}
    for folder in STUDENTS.iterdir():
        for case, of_tests in run(folder.name, students(folder.name, "right") + students(folder.name, "wrong")):
            ended[case.entry.path] = of_tests
    return ended


@pytest.mark.parametrize("path", RIGHT, ids=name_of)
def test_right_answer_gets_full_points(path, results):
    """Does every right answer pass every test of its question?"""
    assert results[path]
    assert not {test: result.reason for test, result in results[path].items() if result.status is not Status.PASSED}


@pytest.mark.parametrize("path", WRONG, ids=name_of)
def test_wrong_answer_is_caught(path, results):
    """Does every wrong answer fail a visible test of its question, by a value and not by an exception?"""
    failed = [result for result in results[path].values() if result.status is not Status.PASSED]
    assert any(result.status is Status.FAILED and not result.hidden for result in failed)


def test_most_wrong_answers_are_told_their_reason(results):
    """Are at least four of five told a known mistake?"""
    named = [path for path in WRONG if told(results[path])]
    assert len(named) >= 0.8 * len(WRONG), sorted(map(name_of, set(WRONG) - set(named)))
