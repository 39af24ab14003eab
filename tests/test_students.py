"""Answers of people who had seen only the released notebooks: tests/students/<assignment>/right/<question>/<name>.py."""

import pytest

from benchmarks.diagnosis import STUDENTS, run, students
from grading.verdicts import Status

RIGHT = sorted(STUDENTS.glob("*/right/*/*.py"))


@pytest.fixture(scope="module")
def results():
    """{file: {test: result}} for every answer."""
    ended = {}
    for folder in STUDENTS.iterdir():
        for case, of_tests in run(folder.name, students(folder.name, "right")):
            ended[case.entry.path] = of_tests
    return ended


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: str(path.relative_to(STUDENTS).with_suffix("")))
def test_right_answer_gets_full_points(path, results):
    """Does every right answer pass every test of its question?"""
    assert results[path]
    assert not {test: result.reason for test, result in results[path].items() if result.status is not Status.PASSED}
