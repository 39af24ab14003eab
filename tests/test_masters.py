"""What holds for every assignment: its points, headings, overview cell, catalogue and rubric."""

import re

import pytest
from conftest import HOME

from grading.build import assignment_names, read_assignment
from grading.catalogue import read_catalogue
from grading.master import BEGIN_HIDDEN, Role

MASTERS = {name: read_assignment(HOME, name) for name in assignment_names(HOME)}
POINTS = {"a1": 60, "a2": 100, "a3": 60}
MOST_WRITTEN = {"a1": 6, "a2": 6, "a3": 3}
LEAST = {"a1/q1_": (15, 5), "a2/q2_": (8, 5), "a2/q3_": (8, 5), "a3/q2_": (8, 3), "a3/q3_": (8, 3), "a3/": (6, 3)}
"""How many wrong and right answers the questions of some parts have at least."""

every_master = pytest.mark.parametrize("name", MASTERS)


@every_master
def test_points(name):
    """Are there as many points as the assignment says, and no more answers graded by hand than a person can read?"""
    master = MASTERS[name]
    assert sum(cell.points for cell in master.having(Role.TEST) + master.having(Role.WRITTEN)) == POINTS[name]
    assert len(master.having(Role.WRITTEN)) <= MOST_WRITTEN[name]


@every_master
def test_overview_knows_every_test(name):
    """Does the last cell list every test with its points, sorted by whether a hidden part decides?"""
    master, said = MASTERS[name], {}
    exec(master.cells[-1].source, {"standing": lambda **told: said.update(told)})
    tests = {cell.id: (cell.points, BEGIN_HIDDEN in cell.source) for cell in master.having(Role.TEST)}
    assert said["visible"] == {test: worth for test, (worth, hidden) in tests.items() if not hidden}
    assert said["hidden"] == {test: worth for test, (worth, hidden) in tests.items() if hidden}
    assert said["by_hand"] == sum(cell.points for cell in master.having(Role.WRITTEN))


@every_master
def test_every_test_reports_itself(name):
    """Does the visible part of every test end by noting its own name for the overview?"""
    for cell in MASTERS[name].having(Role.TEST):
        visible = cell.source.split(BEGIN_HIDDEN)[0].strip()
        assert visible.splitlines()[-1] == f'earned("{cell.id}")'


@every_master
def test_catalogue_is_large_enough(name):
    """Has every autograded question six wrong answers and a right one of another style, and each function more?"""
    entries = read_catalogue(MASTERS[name])
    for cell in MASTERS[name].having(Role.SOLUTION):
        kinds = [entry.is_wrong for entry in entries if entry.question == cell.id]
        wrong, right = next((least for start, least in LEAST.items() if f"{name}/{cell.id}".startswith(start)), (6, 1))
        assert kinds.count(True) >= wrong, cell.id
        assert kinds.count(False) >= right, cell.id


@every_master
def test_rubric_covers_every_written_answer(name):
    """Has each written answer a section with its points and a worked answer in rubric.md?"""
    rubric = (HOME / "assignments" / name / "rubric.md").read_text(encoding="utf-8")
    for cell in MASTERS[name].having(Role.WRITTEN):
        section = re.search(rf"^## `?{cell.id}\b.*{cell.points:g} points\)?$(.*?)(?=^## |\Z)", rubric, re.M | re.S)
        assert section, cell.id
        assert "orked answer" in section[1], cell.id
        assert sum(int(points) for points in re.findall(r"^\| (\d) \|", section[1], re.M)) == cell.points, cell.id


@every_master
def test_headings_say_the_points(name):
    """Does the heading of every section with points name them?"""
    sections, heading, found = [], "", 0.0
    for cell in MASTERS[name].cells:
        titles = re.findall(r"^##? (.*)$", cell.source, re.M) if cell.role is Role.PROSE else []
        if titles:
            sections.append((heading, found))
            heading, found = titles[-1], 0.0
        found += cell.points or 0
    sections.append((heading, found))
    for title, points in sections:
        told = re.findall(r"\d+", "".join(re.findall(r"[\d +]+(?= points?[,;)]| graded)", title)))
        assert sum(map(int, told)) == points, title
