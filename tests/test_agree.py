"""The short way of running answers and the boundary must give the same verdicts; `workbook verify` compares them."""

import pytest

from grading.agree import compared_cases, disagreements
from grading.build import build, read_assignment
from grading.catalogue import read_catalogue
from grading.limits import Boundary
from grading.verify import verify

pytestmark = pytest.mark.e2e


def test_sound_course(tiny):
    """Do reference, stub and wrong answers end alike on both ways?"""
    build(tiny, "tiny")
    assert verify(tiny, "tiny", Boundary()).problems == []


def test_which_cases(tiny):
    """Are reference, stub and one wrong answer of each question compared?"""
    master = read_assignment(tiny, "tiny")
    cases = compared_cases(master, read_catalogue(master))
    assert [case.name for case in cases] == ["reference", "stub", "one wrong answer of each question"]
    assert "min(x + 1, 9)" in cases[2].answers["q1_more"]


def test_a_difference_is_found(tiny):
    """Is a test found that looks at its own argument, which only here is the one that the answer changed?"""
    path = tiny / "assignments/tiny/tiny.py"
    spying = "seen = []\nmore.__class__.__name__ == 'function' or call(more, None)\ncall(more, 1).equals(2"
    path.write_text(path.read_text().replace("call(more, 1).equals(2", spying))
    master = read_assignment(tiny, "tiny")
    found = disagreements(master, read_catalogue(master), Boundary())
    assert any("reference: `q1_more__values` ends as passed here" in line for line in found)
