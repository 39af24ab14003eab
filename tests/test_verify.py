"""`workbook verify` finds every kind of mistake that it promises to find."""

import pytest

from grading.build import build, read_assignment
from grading.cases import cases_of, run_cases, stub_answers
from grading.catalogue import read_catalogue
from grading.master import MasterError
from grading.verdicts import Status
from grading.verify import SENTINEL, leaks, lost_lines, verify


def test_all_well(tiny):
    """Does a sound assignment pass, with its cases and points counted?"""
    build(tiny, "tiny")
    report = verify(tiny, "tiny")
    assert report.problems == []
    assert (report.cases, report.points, report.visible_catch) == (5, 5, (1, 2))


def problems(course, *edits):
    master = course / "assignments/tiny/tiny.py"
    text = master.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    master.write_text(text, encoding="utf-8")
    build(course, "tiny")
    return "\n".join(verify(course, "tiny").problems)


def test_wrong_reference(tiny):
    """Is a reference that fails a test found?"""
    found = problems(tiny, ("return 2 * x", "return 3 * x"))
    assert "reference: `q1_twice__values` failed" in found


def test_test_that_passes_the_stub(tiny):
    """Is a test that a stub passes found?"""
    assert "stub: `q1_twice__values` ended as passed" in problems(tiny, ("call(twice, 4).equals(8)", "twice"))


def test_test_that_catches_everything(tiny):
    """Is a test that swallows the stub's NotImplementedError found?"""
    found = problems(
        tiny, ("call(twice, 4).equals(8)", "try:\n    call(twice, 4)\nexcept NotImplementedError:\n    assert False")
    )
    assert "stub: `q1_twice__values` ended as failed" in found


def test_weak_test(tiny):
    """Is a wrong answer that passes the test it names found?"""
    found = problems(tiny, ("call(more, 314159).equals(314160)", "call(more, 3)"))
    assert "wrong/q1_more/not_twice: passes `q1_more__values`, which it must fail" in found


def test_dependent_test(tiny):
    """Is a test that depends on the answer to another question found?"""
    found = problems(tiny, ("call(twice, 4).equals(8)", "call(twice, more(3)).equals(8)"))
    assert "wrong/q1_more/two_more: fails `q1_twice__values` of another question" in found


def test_fault_of_a_test(tiny):
    """Is a test that breaks by itself told apart from one that fails?"""
    found = problems(tiny, ("call(twice, 4).equals(8)", "call(twice, 4).equals(8)\n{}['x']"))
    assert "reference: `q1_twice__values` has a fault of its own (KeyError: 'x')" in found


def test_unkind_test(tiny):
    """Is a right answer of another style that loses a point found?"""
    (tiny / "assignments/tiny/right/q1_more/float.py").write_text(
        '"""A string."""\n\n\ndef more(x):\n    return str(x + 1)\n'
    )
    assert "right/q1_more/float: `q1_more__values` failed" in problems(tiny)


def test_endless_answer(tiny):
    """Does an endless wrong answer end as a time-out, also if it catches every exception?"""
    text = '# fails: q1_more__values\n"""Never ends."""\n\n\ndef more(x):\n    while True:\n        try:\n            x += 1\n        except Exception:\n            pass\n'
    (tiny / "assignments/tiny/wrong/q1_more/endless.py").write_text(text)
    master = read_assignment(tiny, "tiny")
    case = next(case for case in cases_of(master, read_catalogue(master)) if case.name == "wrong/q1_more/endless")
    import grading.local

    before, grading.local.TEST_SECONDS = grading.local.TEST_SECONDS, 0.3
    try:
        ((_, results),) = run_cases(master, [case])
    finally:
        grading.local.TEST_SECONDS = before
    assert results["q1_more__values"].status is Status.TIMEOUT
    assert results["q1_more__below_zero"].status is Status.TIMEOUT


def test_dying_answer(tiny):
    """Does an answer that ends its process leave the other cases alone?"""
    text = '# fails: q1_more__values\n"""Dies."""\n\nimport os\n\n\ndef more(x):\n    os._exit(1)\n'
    (tiny / "assignments/tiny/wrong/q1_more/dies.py").write_text(text)
    build(tiny, "tiny")
    found = verify(tiny, "tiny").problems
    assert found and all("wrong/q1_more/dies" in line for line in found)


def test_stale_release(tiny):
    """Is a committed notebook that differs from a rebuild found?"""
    _, release = build(tiny, "tiny")
    release.write_text(release.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert verify(tiny, "tiny").problems == [
        "release/tiny/tiny.ipynb is not what the master makes: type `workbook build tiny`"
    ]


def test_leak(tiny):
    """Does the check for leaks see a secret line in a release, and only there?"""
    source, release = build(tiny, "tiny")
    master = read_assignment(tiny, "tiny")
    assert leaks(master, release) == []
    assert any("call(more, 314159)" in leak for leak in leaks(master, source))
    assert any("return x + 1" in leak for leak in leaks(master, source))
    assert SENTINEL not in release.read_text(encoding="utf-8")


def test_lost_text(tiny):
    """Is a line found that students should read and that the release lacks?"""
    _, release = build(tiny, "tiny")
    master = read_assignment(tiny, "tiny")
    assert lost_lines(master, release) == []
    notebook = release.read_text(encoding="utf-8")
    assert "## One more" in notebook
    release.write_text(notebook.replace("## One more", "## One"), encoding="utf-8")
    (found,) = lost_lines(master, release)
    assert (
        found
        == f"{master.path}:{master.cells[2].line}: the release lacks the line `## One more (3 points)` of this cell"
    )


@pytest.mark.parametrize("name", ["notes.txt", "a9.py"])
def test_stray_file(tiny, name):
    """Is a file that belongs to nothing found?"""
    (tiny / "assignments/tiny" / name).write_text("")
    assert f"{name}: belongs to nothing; remove it" in problems(tiny)


@pytest.mark.parametrize(
    "path, text, message",
    [
        ("wrong/q1_other/x.py", "", "found a file where none belongs"),
        ("wrong/x.py", "", "found a file where none belongs"),
        ("wrong/q1_more/x.txt", "", "found a file where none belongs"),
        ("wrong/q1_more/x.py", '"""No first line."""\n', "no line `# fails: …`"),
        (
            "wrong/q1_more/x.py",
            '# fails: q1_twice__values\n"""Text."""\n',
            "found the test `q1_twice__values`; wanted tests of q1_more",
        ),
        ("wrong/q1_more/x.py", "# fails: q1_more__values\n", "found no docstring"),
        ("right/q1_more/x.py", "def (", "found a syntax error"),
    ],
)
def test_malformed_entry(tiny, path, text, message):
    """Does a misplaced or malformed file of the catalogue stop with its path?"""
    file = tiny / "assignments/tiny" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(MasterError) as caught:
        read_catalogue(read_assignment(tiny, "tiny"))
    assert message in str(caught.value) and str(file) in str(caught.value)


def test_other_questions_run_where_they_could_be_reached(tiny):
    """Are the tests of other questions run for an answer that binds a name of theirs, and only then?"""
    text = '# fails: q1_more__values\n"""Takes a name."""\n\n\ndef more(x):\n    return 0\n\n\ndef twice(x):\n    return 0\n'
    (tiny / "assignments/tiny/wrong/q1_more/takes_a_name.py").write_text(text)
    build(tiny, "tiny")
    master = read_assignment(tiny, "tiny")
    only = {case.name: case.only for case in cases_of(master, read_catalogue(master))}
    assert only["wrong/q1_more/takes_a_name"] is None and only["reference"] is None
    assert only["wrong/q1_more/two_more"] == "q1_more"


def test_stub_equals_release(tiny):
    """Is the stub that verify runs the text that the release holds?"""
    import nbformat

    _, release = build(tiny, "tiny")
    cells = {cell.id: cell.source for cell in nbformat.read(release, as_version=4).cells}
    assert {question: cells[question] for question in ("q1_more", "q1_twice")} == stub_answers(
        read_assignment(tiny, "tiny")
    )
