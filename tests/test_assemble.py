"""Putting answers into the instructor's notebook."""

import base64
import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grading.assemble import MOST_OWN_TEXT, NotThisAssignment, Stub, assemble
from grading.cells import SubmittedCell, read_cells

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0\0\0\1\0\0\0\1" + b"\0" * 20).decode()

HIDDEN = "### BEGIN HIDDEN TESTS\nassert more(271828) == 271829\n### END HIDDEN TESTS"


def marked(cell, name, points=None, **roles):
    """Give a cell nbgrader's metadata."""
    roles = {"grade": False, "solution": False, "locked": False, "task": False, **roles}
    cell["id"] = name
    cell.metadata["nbgrader"] = {"schema_version": 3, "grade_id": name, **roles}
    if points is not None:
        cell.metadata["nbgrader"]["points"] = points
    return cell


def source():
    """The instructor's notebook."""
    cells = [
        new_markdown_cell("# The title", id="prose-0"),
        marked(new_code_cell("import math"), "setup", locked=True),
        marked(new_code_cell("def more(x):\n    return x + 1  # reference"), "q1", solution=True),
        marked(new_code_cell(f"assert more(1) == 2\n{HIDDEN}"), "q1__values", 2, grade=True, locked=True),
        new_markdown_cell("Why?", id="prose-4"),
        marked(new_markdown_cell("Because of the reference."), "q2", 3, grade=True, solution=True),
        marked(new_code_cell("class Box:\n    size = 7  # reference"), "q3", solution=True),
        marked(new_code_cell("assert Box.size == 7"), "q3__size", 1, grade=True, locked=True),
        new_code_cell("train(100)", id="long-8", metadata={"workbook": {"long": True}, "tags": ["instructor"]}),
    ]
    return new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})


STUBS = {
    "setup": Stub("import math", "c0"),
    "q1": Stub("def more(x):\n    raise NotImplementedError", "c1"),
    "q1__values": Stub(f"assert more(1) == 2\n{HIDDEN}", "c2"),
    "q2": Stub("*Your answer here.*", "c3"),
    "q3": Stub("class Box:\n    pass", "c4"),
    "q3__size": Stub("assert Box.size == 7", "c5"),
}


def release(**answers):
    """The cells of a submission that fills some answers in and changes nothing else."""
    cells = []
    for cell in source().cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        text = answers.get(name, STUBS[name].source if name else cell.source).replace("\n" + HIDDEN, "")
        long = cell.metadata.get("workbook", {}).get("long", False)
        cells.append(SubmittedCell(cell.cell_type, text, name, cell.id, long))
    return cells


def run(cells):
    return assemble(source(), STUBS, cells)


def texts(assembled):
    return [cell.source for cell in assembled.notebook.cells]


def named(assembled, name):
    """The cell with a grade id."""
    (cell,) = [c for c in assembled.notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == name]
    return cell


def bare(cell, **changes):
    """A cell as an editor leaves it that loses all metadata."""
    return SubmittedCell(**{"kind": cell.kind, "source": cell.source, **changes})


MY_MORE = "def more(x):\n    return 1 + x"


def test_answers_go_into_the_instructors_notebook():
    """Are answers the student's, and all else the instructor's, hidden tests and metadata included?"""
    assembled = run(release(q1=MY_MORE, q2="I think so."))
    assert named(assembled, "q1").source == MY_MORE
    assert named(assembled, "q2").source == "I think so."
    assert named(assembled, "q1__values").source == STUBS["q1__values"].source
    assert named(assembled, "q1__values").metadata.nbgrader.points == 2
    assert [cell.id for cell in assembled.notebook.cells] == [cell.id for cell in source().cells]
    assert assembled.notebook.metadata == source().metadata
    assert (assembled.notes, assembled.missing) == ([], set())
    nbformat.validate(assembled.notebook)


def test_the_reference_never_stands_in_for_an_answer():
    """Does an unanswered or deleted answer cell hold the release's stub, with the release's checksum?"""
    for cells in (release(), [cell for cell in release() if cell.grade_id not in ("q1", "q2", "q3")]):
        assembled = run(cells)
        assert "reference" not in "".join(texts(assembled))
        assert named(assembled, "q1").source == STUBS["q1"].source
        assert named(assembled, "q1").metadata.nbgrader.checksum == "c1"


def test_changed_and_deleted_tests_come_back():
    """Are tests and locked cells the instructor's whatever the student did to them, and is it said?"""
    cells = [cell for cell in release(**{"q1__values": "pass"}) if cell.grade_id not in ("q3__size", "setup")]
    assembled = run(cells)
    assert named(assembled, "q1__values").source == STUBS["q1__values"].source
    assert named(assembled, "q3__size").source == "assert Box.size == 7"
    notes = "\n".join(assembled.notes)
    assert "Tests that had been changed; the instructor's were used: q1__values." in notes
    assert "Tests that had been deleted and were put back: q3__size." in notes
    assert "Locked cells that had been deleted and were put back: setup." in notes


def test_own_cells_follow_the_cell_that_they_followed():
    """Do the student's own cells come along in place, without ids of the instructor's or outputs?"""
    cells = release(q1=MY_MORE)
    cells.insert(3, SubmittedCell("code", "print(more(1))"))
    cells.insert(4, SubmittedCell("markdown", "my note", grade_id="invented"))
    cells.insert(0, SubmittedCell("code", "first = 1", id="setup-2"))
    cells.append(SubmittedCell("raw", "last"))
    assembled = run(cells)
    found = texts(assembled)
    assert found[0] == "first = 1"
    assert found[found.index(MY_MORE) + 1 :][:2] == ["print(more(1))", "my note"]
    assert found[-1] == "last"
    own = [cell for cell in assembled.notebook.cells if cell.id.startswith("own-")]
    assert [cell.metadata for cell in own] == [{"workbook": {"own": True}}] * 4
    nbformat.validate(assembled.notebook)


def test_code_that_names_the_tests_helpers_is_said():
    """Is it told to a person when student code reaches for what tests are made of, and not otherwise?"""
    cells = release(q1="from utils.standins import Embedding\n" + MY_MORE)
    cells.append(SubmittedCell("code", "import utils.drawn\nutils.drawn.drawn_by.__wrapped__.__code__ = None"))
    cells.append(SubmittedCell("code", "from utils import load_corpus  # drawn with standins"))
    assert [note for note in run(cells).notes if "a person" in note] == [
        "Code that names what tests are made of, for a person to look at: q1, a cell of the student's own."
    ]
    assert not [note for note in run(release(q1=MY_MORE)).notes if "a person" in note]


def test_editors_that_change_blank_lines_change_nothing():
    """Is a test with other blank lines still the test, without a note?"""
    cells = release(**{"q1__values": "assert more(1) == 2  \n\n", "q1": MY_MORE})
    assert run(cells).notes == []


def test_an_answer_without_its_mark_is_found_by_the_cells_id():
    """Is the cell's id enough?"""
    cells = [SubmittedCell(c.kind, c.source, "", c.id) for c in release(q1=MY_MORE, q2="Yes.")]
    assembled = run(cells)
    assert (named(assembled, "q1").source, named(assembled, "q2").source) == (MY_MORE, "Yes.")
    assert "found by the cell's id: q1, q2, q3." in assembled.notes[0]


def test_an_answer_without_any_mark_is_found_by_what_it_defines():
    """Are functions and classes found where an editor lost all metadata, and is nothing run twice?"""
    assembled = run([bare(cell) for cell in release(q1=MY_MORE, q2="Yes.", q3="class Box:\n    size = 7")])
    assert named(assembled, "q1").source == MY_MORE
    assert named(assembled, "q3").source == "class Box:\n    size = 7"
    assert named(assembled, "q2").source == "Yes."
    assert len(assembled.notebook.cells) == len(source().cells)
    notes = "\n".join(assembled.notes)
    assert "found by what they define: q1 (more), q3 (Box)." in notes
    assert "found by their place: q2." in notes


def test_answers_in_one_cell_count_for_each_question():
    """Does a cell that answers two questions serve both, where the second one's cell is gone?"""
    both = MY_MORE + "\n\nclass Box:\n    size = 7"
    assembled = run([cell for cell in release(q1=both) if cell.grade_id != "q3"])
    assert named(assembled, "q1").source == named(assembled, "q3").source == both


def test_copies_of_an_answer_stay_in_place():
    """Which of several cells with one mark is the answer, do the others run where they are, and blank ones not?"""
    older, later = (SubmittedCell("code", f"def more(x):\n    return x  # {word}", "q1") for word in ("older", "later"))
    blank = SubmittedCell("code", STUBS["q1"].source, "q1")
    between, after = SubmittedCell("code", "more(1)"), SubmittedCell("code", "more(2)")
    cells = release(q1=MY_MORE)
    cells[4:4] = [blank, later, after]
    cells[2:2] = [older, between]
    assembled = run(cells)
    assert named(assembled, "q1").source == MY_MORE
    test = STUBS["q1__values"].source
    assert texts(assembled)[1:9] == [
        "import math",
        older.source,
        "more(1)",
        MY_MORE,
        test,
        later.source,
        "more(2)",
        "Why?",
    ]
    marks = [cell.metadata.get("workbook", {}) for cell in assembled.notebook.cells]
    assert marks[2:8:5] == [{"copy": "q1"}, {"own": True}] and marks[6] == {"copy": "q1"}
    assert assembled.notes == ["Answer cells that are there more than once; each runs where it stands: q1."]


def test_an_answer_below_its_tests_counts_where_there_is_no_other():
    """Does a copy below the tests stand in a blank answer's place, while cells after it stay where they are?"""
    late, after = SubmittedCell("code", MY_MORE, "q1"), SubmittedCell("code", "more(2)")
    cells = release()
    cells[4:4] = [late, after]
    assembled = run(cells)
    assert named(assembled, "q1").source == MY_MORE
    assert texts(assembled)[2:5] == [MY_MORE, STUBS["q1__values"].source, "more(2)"]
    assert assembled.notes == ["Answers that are filled in only below their tests; they count all the same: q1."]


def test_a_copy_of_a_test_above_the_answers():
    """Does a test that was copied to the top leave the unfinished try below the real test without a say?"""
    tried = SubmittedCell("code", "def more(x):\n    return 0", "q1")
    cells = release(q1=MY_MORE)
    cells.insert(4, tried)
    cells.insert(0, SubmittedCell("code", STUBS["q1__values"].source, "q1__values"))
    assembled = run(cells)
    assert named(assembled, "q1").source == MY_MORE
    assert texts(assembled).index(tried.source) > texts(assembled).index(STUBS["q1__values"].source)


def test_copies_without_tests():
    """Does the last copy count where the submission has lost the question's tests?"""
    cells = [cell for cell in release(q1="def more(x):\n    return 0") if cell.grade_id != "q1__values"]
    cells.insert(3, SubmittedCell("code", MY_MORE, "q1"))
    assert named(run(cells), "q1").source == MY_MORE


def test_the_last_written_answer_counts():
    """Is a written answer the last one that was filled in, wherever it stands, and are the others still shown?"""
    cells = release(q2="First thought.")
    cells.append(SubmittedCell("markdown", "Second thought.", "q2"))
    cells.append(SubmittedCell("markdown", STUBS["q2"].source, "q2"))
    assembled = run(cells)
    assert named(assembled, "q2").source == "Second thought."
    assert "First thought." in texts(assembled) and STUBS["q2"].source not in texts(assembled)
    assert assembled.notes == ["Written answers that are there more than once; the last filled in counts: q2."]


def test_whose_a_cell_is_stands_in_its_metadata():
    """Are own and changed plain cells marked as the student's own, plain ones not, and what an answer defines?"""
    given = source()
    given.cells += [new_code_cell("look(1)", id="plain-9"), new_code_cell("look(2)", id="plain-10")]
    cells = [
        *release(q1="def renamed(x): pass"),
        SubmittedCell("code", "look(1)  ", "", "plain-9"),
        SubmittedCell("code", "look(3)", "", "plain-10"),
        SubmittedCell("code", "mine()"),
    ]
    assembled = assemble(given, STUBS, cells)
    assert named(assembled, "q1").metadata.workbook == {"defines": ["more"]}
    assert [cell.metadata.get("workbook", {}) for cell in assembled.notebook.cells[-3:]] == [
        {},
        {"own": True},
        {"own": True},
    ]


def test_a_duplicated_test_counts_once():
    """Is a copied test cell run once only?"""
    cells = release(q1=MY_MORE)
    cells.append(cells[3])
    assembled = run(cells)
    assert named(assembled, "q1__values").source == STUBS["q1__values"].source
    assert "Tests that were there more than once count once: q1__values." in assembled.notes


def test_a_missing_written_answer_is_left_to_a_person():
    """Is a written answer whose cell is gone reported as missing rather than as blank?"""
    assembled = run([cell for cell in release() if cell.grade_id != "q2"])
    assert assembled.missing == {"q2"}
    assert "Answer cells that are missing: q2." in assembled.notes


def test_an_answer_that_became_another_kind_of_cell_is_read():
    """Does code in a Markdown cell count as code?"""
    cells = release()
    cells[2] = SubmittedCell("markdown", MY_MORE, "q1")
    cells[5] = SubmittedCell("code", "words", "q2")
    assembled = run(cells)
    assert (named(assembled, "q1").cell_type, named(assembled, "q1").source) == ("code", MY_MORE)
    assert (named(assembled, "q2").cell_type, named(assembled, "q2").source) == ("markdown", "words")
    assert len(assembled.notes) == 2


def test_a_changed_long_run_stays_a_long_run():
    """Is a training cell that the student edited still skipped, without the student's or the instructor's tags?"""
    cells = release()
    cells[-1] = SubmittedCell("code", "train(40_000)", "", "long-8")
    last = run(cells).notebook.cells[-1]
    assert (last.source, last.metadata) == ("train(40_000)", {"workbook": {"long": True}})


def test_students_cannot_make_answers_or_tests_long_runs():
    """Is the long mark taken from the student's own cells only?"""
    cells = [SubmittedCell(c.kind, c.source, c.grade_id, c.id, long=True) for c in release(q1=MY_MORE)]
    cells.append(SubmittedCell("code", "own()", long=True))
    assembled = run(cells)
    long = [cell.source for cell in assembled.notebook.cells if cell.metadata.get("workbook", {}).get("long")]
    assert long == ["train(100)", "own()"]


def test_changed_prose_is_the_students():
    """Does what a student wrote into the instructor's prose stay, in its place and once?"""
    cells = release()
    cells[4] = SubmittedCell("markdown", "Why? Because!", "", "prose-4")
    found = texts(run(cells))
    assert found[4] == "Why? Because!"
    assert "Why?" not in found


def test_pictures_written_into_the_text_are_attachments_then():
    """Do pictures that an editor pastes as data come along whole, in answers and in own cells, and nothing else so?"""
    text = f"See ![scan](data:image/png;base64,{PNG}) and ![x](data:image/png;base64,bm8=)"
    cells = release()
    cells[5] = SubmittedCell("markdown", text, "q2")
    cells.append(SubmittedCell("markdown", text))
    result = run(cells)
    for cell in (named(result, "q2"), result.notebook.cells[-1]):
        assert cell.source == "See ![scan](attachment:written-in-1.png) and ![x](data:image/png;base64,bm8=)"
        assert cell.attachments == {"written-in-1.png": {"image/png": PNG}}


def test_only_checked_pictures_are_kept_of_attachments():
    """Do a picture of a written answer stay and everything else go?"""
    cells = release()
    attached = {"a.png": {"image/png": PNG}, "b.svg": {"image/svg+xml": "<svg/>"}, "c.png": {"image/png": "bm8="}}
    cells[5] = SubmittedCell("markdown", "![](attachment:a.png)", "q2", "", False, attached)
    assert named(run(cells), "q2").attachments == {"a.png": {"image/png": PNG}}


def test_much_own_text_is_cut():
    """Is the text of the student's own Markdown cells bounded, since pages are made of it?"""
    cells = [*release(), *[SubmittedCell("markdown", "x" * 60_000)] * 3]
    assert sum(len(text) for text in texts(run(cells))) < MOST_OWN_TEXT + 2000


@pytest.mark.parametrize(
    "cells",
    [
        [],
        [SubmittedCell("code", "print('another notebook')")],
        [SubmittedCell("code", "import math", "setup", "setup"), SubmittedCell("code", "f = 1", "q9", "q9")],
    ],
)
def test_another_notebook_is_recognised(cells):
    """Is a notebook without an answer or a test of the assignment refused, even if a locked cell is alike?"""
    with pytest.raises(NotThisAssignment):
        run(cells)


def test_the_source_is_left_as_it_was():
    """Can the same source serve a whole class?"""
    original = source()
    assemble(original, STUBS, release(q1=MY_MORE))
    assert original == source()


def test_pictures_of_a_long_run_are_kept_for_a_person():
    """Are the checked pictures of a long run kept, since it does not run again, and nothing else of its outputs?"""
    outputs = [
        {"output_type": "display_data", "data": {"image/png": PNG, "text/html": "<b>x</b>"}, "metadata": {}},
        {"output_type": "display_data", "data": {"image/png": "bm90IGEgcGljdHVyZQ=="}, "metadata": {}},
        {"output_type": "stream", "name": "stdout", "text": "100 of 100"},
        "nonsense",
    ]
    cell = {
        "cell_type": "code",
        "source": "train(7)",
        "metadata": {"workbook": {"long": True}},
        "id": "long-8",
        "outputs": outputs,
    }
    plain = {**cell, "source": "own()", "metadata": {}, "id": "mine"}
    (read, other) = read_cells(json.dumps({"nbformat": 4, "cells": [cell, plain]}).encode())
    assembled = assemble(source(), STUBS, [*release()[:-1], read, other])
    last, own = assembled.notebook.cells[-2:]
    assert [output.data for output in last.outputs] == [{"image/png": PNG}]
    assert (last.source, own.outputs) == ("train(7)", [])
