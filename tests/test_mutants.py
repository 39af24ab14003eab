"""`workbook verify --mutants` makes every mutant, runs it safely, and wants each killed or explained."""

import subprocess
import sys
from pathlib import Path

import pytest

from grading.build import HOME, assignment_names, build, read_assignment
from grading.cases import DIED, Bounds, Case, reference_answers, run_cases
from grading.catalogue import read_catalogue
from grading.cli import show_mutants
from grading.master import MasterError
from grading.mutants import LISTING, NoMutationLibrary, mutants_of, read_listing, score
from grading.verdicts import Status

QUICK = Bounds(seconds=0.5, memory=2**29)

LARGEST = '''\
def largest(numbers, first=0):
    """The largest, at least 0."""
    ### BEGIN SOLUTION
    best: int = first  # a comment with 1 number
    for number in numbers:
        if number > best:
            best = number
    return best
    ### END SOLUTION
'''

LISTED = """\
[[mutant]]
question = "q1_more"
before = "return x + 1 + 0"
after = ["return x + 1 - 0"]
reason = "To take nothing away is to add nothing."
"""


@pytest.fixture
def listing(tiny):
    """Where the tiny course lists its equivalent mutants."""
    return tiny / "assignments/tiny" / LISTING


def edit(course, old, new):
    master = course / "assignments/tiny/tiny.py"
    text = master.read_text(encoding="utf-8")
    assert old in text
    master.write_text(text.replace(old, new), encoding="utf-8")


def changes(answer):
    return {(mutant.before, mutant.after) for mutant in mutants_of("q1_largest", answer)}


def test_mutants_of_a_small_function():
    """Are the mutants those of the code between the markers and of defaults, none twice, and no others?"""
    assert changes(LARGEST) == {
        ("def largest(numbers, first=0):", "def largest(numbers, first=1):"),
        ("best = first", "best = None"),
        ("if number > best:", "if number >= best:"),
        ("best = number", "best = None"),
    }


def test_given_code_is_left_alone():
    """Is code that stands outside the markers not mutated?"""
    assert changes(LARGEST.replace("    ### BEGIN", "    given = 41\n    ### BEGIN")) == changes(LARGEST)


def test_same_change_in_two_places():
    """Are two equal statements of one answer told apart by their places?"""
    answer = (
        "def f(x):\n    ### BEGIN SOLUTION\n    x += 1\n    print(x)\n    x += 1\n    return x\n    ### END SOLUTION\n"
    )
    found = [mutant for mutant in mutants_of("q1_f", answer) if mutant.after == "x -= 1"]
    assert [mutant.place for mutant in found] == [1, 2]
    assert str(found[1]) == "q1_f: `x += 1` → `x -= 1` (place 2)"
    assert len({mutant.source for mutant in found}) == 2


def test_all_killed(tiny):
    """Are mutants counted as killed, and those that a hidden test alone kills told apart?"""
    edit(tiny, "call(more, -5).equals(-4)", "call(more, -5)")
    edit(tiny, 'call(more, 1).equals(2, hint="one more, not two")', "call(more, 1)")
    edit(tiny, "call(more, 2).equals(3)", "call(more, 2)")
    found = score(read_assignment(tiny, "tiny"), bounds=QUICK)
    assert found.problems == []
    more = len(mutants_of("q1_more", "def more(x):\n    ### BEGIN SOLUTION\n    return x + 1\n    ### END SOLUTION"))
    assert (found.mutants - found.visible, found.killed) == (more, found.mutants)
    assert (found.explained, found.surviving) == (0, 0)


def test_survivor(tiny):
    """Is a mutant that passes every test reported by its question and its change?"""
    edit(tiny, "call(twice, 4).equals(8)", "call(twice, 4).must(True, '')")
    found = score(read_assignment(tiny, "tiny"), bounds=QUICK)
    assert found.surviving == len(found.problems) > 0
    assert any("q1_twice: `return 2 * x` → `return 3 * x`: passes every test" in line for line in found.problems)


def test_equivalent(tiny, listing):
    """Is a listed mutant that passes every test accepted?"""
    edit(tiny, "return x + 1", "return x + 1 + 0")
    assert score(read_assignment(tiny, "tiny"), bounds=QUICK).surviving == 1
    listing.write_text(LISTED, encoding="utf-8")
    found = score(read_assignment(tiny, "tiny"), bounds=QUICK)
    assert (found.explained, found.surviving, found.problems) == (1, 0, [])


def test_stale_listing(tiny, listing):
    """Is a listed mutant reported that the reference no longer has?"""
    listing.write_text(LISTED, encoding="utf-8")
    (problem,) = score(read_assignment(tiny, "tiny"), bounds=QUICK).problems
    assert problem == (
        f"{LISTING}: q1_more: `return x + 1 + 0` → `return x + 1 - 0` is no mutant of the reference (any more)"
    )


def test_listed_and_killed(tiny, listing):
    """Is a listed mutant reported that fails a test?"""
    listing.write_text(LISTED.replace(" + 0", "").replace("return x + 1 - 0", "return x + 2"), encoding="utf-8")
    (problem,) = score(read_assignment(tiny, "tiny"), bounds=QUICK).problems
    assert problem == f"{LISTING}: q1_more: `return x + 1` → `return x + 2` fails a test, so it is not right"


@pytest.mark.parametrize(
    "text, message",
    [
        ("[[mutant]", "not TOML"),
        (LISTED + LISTED, "a second time"),
        (LISTED.replace("To take nothing away is to add nothing.", " "), "wanted question, before"),
        (LISTED.replace("reason", "because"), "wanted question, before"),
        (LISTED.replace('["return x + 1 - 0"]', '"return x + 1 - 0"'), "wanted question, before"),
    ],
)
def test_malformed_listing(tiny, listing, text, message):
    """Does a malformed listing end with a sentence that names the file?"""
    listing.write_text(text, encoding="utf-8")
    with pytest.raises(MasterError) as caught:
        score(read_assignment(tiny, "tiny"), bounds=QUICK)
    assert message in str(caught.value) and str(listing) in str(caught.value)


def test_fault_of_a_test(tiny):
    """Is a test reported that breaks by itself on what a mutant returns?"""
    edit(tiny, "    return 2 * x", "    made = 2 * x\n    return made")
    edit(tiny, "call(twice, 4).equals(8)", "assert call(twice, 4).value.bit_length() == 4")
    found = score(read_assignment(tiny, "tiny"), bounds=QUICK)
    assert any("`made = 2 * x` → `made = None`: `q1_twice__values` has a fault of its own" in x for x in found.problems)


def test_reference_that_fails(tiny):
    """Is a reference reported that fails, so that its mutants prove nothing?"""
    edit(tiny, "call(twice, 4).equals(8)", "call(twice, 4).equals(9)")
    (problem,) = score(read_assignment(tiny, "tiny"), bounds=QUICK).problems
    assert problem.startswith("reference: `q1_twice__values` failed within the bounds of mutants")


def outcome(course, lines):
    """The results of q1_more's tests for an answer made of these lines, within the bounds of mutants."""
    master = read_assignment(course, "tiny")
    answer = "def more(x):\n" + "".join(f"    {line}\n" for line in lines)
    case = Case("odd", {**reference_answers(master), "q1_more": answer}, only="q1_more")
    ((_, results),) = run_cases(master, [case], bounds=QUICK)
    return results


def test_endless_mutant(tiny):
    """Does a mutant that never ends fail by that, with no test run after it?"""
    results = outcome(tiny, ["while True:", "    try:", "        x += 1", "    except Exception:", "        pass"])
    assert [(test, result.status) for test, result in results.items()] == [("q1_more__values", Status.TIMEOUT)]


def test_mutant_that_no_signal_ends(tiny):
    """Is a mutant ended that works without end inside of one call into a library?"""
    results = outcome(tiny, ["import itertools", "return max(itertools.repeat(x))"])
    assert set(results.values()) == {DIED} and set(results) == {"q1_more__values", "q1_more__below_zero"}


@pytest.mark.parametrize(
    "lines", [["return [x] * 2**40"], ["found = []", "while True:", "    found += [b'1' * 2**24]"]]
)
def test_hungry_mutant(tiny, lines):
    """Does a mutant that wants more memory than it may have fail by that?"""
    assert outcome(tiny, lines)["q1_more__values"].status is Status.OUT_OF_MEMORY


def test_score_is_printed(tiny, capsys):
    """Is the score of an assignment printed in one line?"""
    assert show_mutants(tiny, "tiny") == 0
    assert capsys.readouterr().out.strip() == (
        "tiny: 4 mutants; visible tests alone kill 4, all tests 4; 0 explained, 0 surviving; 0 problems"
    )


def test_command(tiny):
    """Does `workbook verify --mutants` end with exit code 1 where a mutant survives?"""
    edit(tiny, "return x + 1", "return x + 1 + 0")
    build(tiny, "tiny")
    command = [Path(sys.executable).parent / "workbook", "verify", "--mutants", "tiny"]
    ended = subprocess.run(command, cwd=tiny, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 1 and "tiny: 6 mutants;" in ended.stdout and "1 surviving; 1 problems" in ended.stdout


def test_library_that_is_missing(tiny, monkeypatch):
    """Is it said what to type where the library of operators is not installed?"""
    monkeypatch.setitem(sys.modules, "mutmut.mutation.mutators", None)
    with pytest.raises(NoMutationLibrary) as caught:
        score(read_assignment(tiny, "tiny"))
    assert "pip install -r requirements-dev.txt" in str(caught.value)


@pytest.mark.parametrize("name", assignment_names(HOME))
def test_figures_of_the_readme(name):
    """Does the README of an assignment name as many answers and mutants as there are?"""
    master = read_assignment(HOME, name)
    entries, listed = read_catalogue(master), read_listing(master)
    mutants = {mutant.key for item in reference_answers(master).items() for mutant in mutants_of(*item)}
    wrong = sum(entry.is_wrong for entry in entries)
    text = (HOME / "assignments" / name / "README.md").read_text(encoding="utf-8")
    rows = [[part.strip() for part in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    stated = {what: figure for what, figure, *_ in rows}
    told = f"type `workbook verify --mutants {name}` and write its figures into assignments/{name}/README.md"
    assert stated["wrong answers in the catalogue"] == str(wrong), told
    assert stated["caught by all tests"] == f"{wrong} of {wrong}", told
    assert stated["caught by visible tests alone"].endswith(f" of {wrong}"), told
    assert stated["right answers of other styles, all with full points"] == str(len(entries) - wrong), told
    assert stated["mutants of the reference answers"] == str(len(mutants)), told
    assert stated["killed by all tests"] == str(len(mutants) - len(listed)), told
    assert stated[f"explained in `{LISTING}`"] == str(len(listed)), told
    assert listed.keys() <= mutants
