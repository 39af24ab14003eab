"""Masters are read into typed cells, and each mistake is refused with its place."""

import pytest
from conftest import TINY

from grading.master import MasterError, Role, read_master


def read(tmp_path, text):
    path = tmp_path / "tiny.py"
    path.write_text(text, encoding="utf-8")
    return read_master(path)


def test_cells(tmp_path):
    """Does each cell get its role, id, points and line?"""
    master = read(tmp_path, TINY)
    assert [cell.role for cell in master.cells] == [
        Role.PROSE, Role.LOCKED, Role.PROSE, Role.SOLUTION, Role.TEST, Role.TEST, Role.SOLUTION, Role.TEST, Role.WRITTEN, Role.LONG,
    ]  # fmt: skip
    test = master.cells[4]
    assert (test.id, test.question, test.points) == ("q1_more__values", "q1_more", 2)
    assert TINY.splitlines()[test.line - 1] == '# %% test="q1_more__values" points=2'


MISTAKES = {
    "unknown role": ('locked="setup"', 'given="setup"', "'given'", "locked"),
    "two roles": ('locked="setup"', 'locked="setup" long=true', "'long'", "one of"),
    "duplicate id": ('solution="q1_twice"', 'solution="q1_more"', "`q1_more` a second time", "each id once"),
    "no points": ("q1_more__below_zero\" points=1", "q1_more__below_zero\"", "no points", "points="),
    "points are no number": ("below_zero\" points=1", "below_zero\" points=\"x\"", "points='x'", "number"),
    "points at a given cell": ('locked="setup"', 'locked="setup" points=1', "points=1", "test and written"),
    "no markers": ("    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION\n", "    return 2 * x\n", "`q1_twice` without", "BEGIN SOLUTION"),
    "half a marker": ("    return 2 * x\n    ### END SOLUTION\n", "    return 2 * x\n", "0 `### END SOLUTION`", "one of each"),
    "hidden in the wrong cell": ("from utils.checks import call", "### BEGIN HIDDEN TESTS\n### END HIDDEN TESTS", "role `locked`", "test cells only"),
    "lines after the hidden part": ("### END HIDDEN TESTS", "### END HIDDEN TESTS\nprint(1)", "lines after", "end of the cell"),
    "a test of nothing": ("q1_twice__values", "q1_thrice__values", "`q1_thrice`", "above it"),
    "a test that binds a given name": ("call(twice, 4)", "more = 1\ncall(twice, 4)", "binding the name more", "a name that no"),
    "a given cell that binds an answer's name": ("from utils.checks import call", "from utils.checks import call\ntwice = 1", "name twice", "without a role"),
    "a test id without question": ("q1_twice__values", "twice", "'twice'", "<question>__<what>"),
    "a question id": ('solution="q1_twice"', 'solution="Twice"', "'Twice'", "q<part>_<name>"),
    "a syntax error": ("    return x + 1", "    return x +", "syntax error", "valid Python"),
    "a written answer in code": ('[markdown] written="q1_why"', 'written="q1_why"', "a code cell", "[markdown]"),
    "an untested answer": ('# %% test="q1_twice__values" points=2\n# Checks one number.\ncall(twice, 4).equals(8)\n', "", "`q1_twice` without a test", "q1_twice__what"),
}  # fmt: skip


@pytest.mark.parametrize("old, new, found, wanted", MISTAKES.values(), ids=MISTAKES.keys())
def test_mistakes(tmp_path, old, new, found, wanted):
    """Does each mistake in a master stop the reading, with file, line, what was found and what was wanted?"""
    assert old in TINY
    with pytest.raises(MasterError) as caught:
        read(tmp_path, TINY.replace(old, new, 1))
    message = str(caught.value)
    place, rest = message.split(": found ")
    assert place.startswith(f"{tmp_path / 'tiny.py'}:") and int(place.rsplit(":", 1)[1]) > 0
    assert found in rest.split("; wanted ")[0] and wanted in rest.split("; wanted ")[1]


def test_line_of_a_mistake(tmp_path):
    """Does the message name the line in which the cell begins?"""
    text = TINY.replace('solution="q1_twice"', 'solution="q1_more"')
    line = (
        text.splitlines().index('# %% solution="q1_more"', TINY.splitlines().index('# %% solution="q1_more"') + 1) + 1
    )
    with pytest.raises(MasterError, match=f"tiny.py:{line}: "):
        read(tmp_path, text)


def test_a_region_in_each_method(tmp_path):
    """May the methods of a class be solution regions of their own?"""
    old = "    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION\n"
    new = old + "\n\ndef four_times(x):\n    ### BEGIN SOLUTION\n    return 4 * x\n    ### END SOLUTION\n"
    assert old in TINY
    assert len(read(tmp_path, TINY.replace(old, new)).having(Role.SOLUTION)) == 2
    with pytest.raises(MasterError, match="2 `### BEGIN SOLUTION` and 2 `### END SOLUTION`"):
        read(tmp_path, TINY.replace(old, "    ### BEGIN SOLUTION\n" + old + "    ### END SOLUTION\n"))
