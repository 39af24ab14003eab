"""Reading submissions that are broken, hostile or merely named wrongly."""

import json
import os
import subprocess
from pathlib import Path, PurePosixPath

import pytest

from grading.cells import Refused, read_cells
from grading.intake import Place, Ungradable, check_student_id, read_submission, read_timestamp

LIMIT = 100_000


def a_notebook(*cells, **extra):
    """A notebook as a dictionary; each cell is its source or a dictionary."""
    made = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": cell}
        if isinstance(cell, str)
        else cell
        for cell in cells
    ]
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made, **extra}


@pytest.fixture
def place(tmp_path):
    """The place of bob's submission of a2, with an empty folder."""
    (tmp_path / "submitted" / "bob" / "a2").mkdir(parents=True)
    return Place(tmp_path / "submitted", PurePosixPath("bob/a2"), "bob", "a2")


def folder_of(place: Place) -> Path:
    return place.submitted / place.folder


def hand_in(place: Place, content, name: str = "a2.ipynb") -> None:
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    (folder_of(place) / name).write_bytes(text)


def problem(place: Place) -> str:
    """The sentence with which the submission is refused."""
    with pytest.raises(Ungradable) as refused:
        read_submission(place, LIMIT, [])
    return str(refused.value)


def test_a_notebook_is_read_as_cells_without_outputs(place):
    """Do source, grade id, cell id, the long mark and attachments arrive, and nothing else?"""
    cell = {
        "cell_type": "code",
        "id": "abc",
        "metadata": {
            "nbgrader": {"grade_id": "q1", "points": 99},
            "workbook": {"long": True},
            "tags": ["skip-execution"],
        },
        "outputs": [{"output_type": "display_data", "data": {"text/html": "<script>"}, "metadata": {}}],
        "source": ["x = 1\n", "y = 2"],
    }
    hand_in(place, a_notebook(cell))
    (read,) = read_submission(place, LIMIT, []).cells
    assert (read.kind, read.source, read.grade_id, read.id, read.long) == ("code", "x = 1\ny = 2", "q1", "abc", True)
    assert set(vars(read)) == {"kind", "source", "grade_id", "id", "long", "attachments", "pictures"}
    assert read.pictures == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"%PDF-1.4 not a notebook", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[" * 50_000, "not JSON"),
        ([], "does not say its nbformat"),
        ({"cells": []}, "does not say its nbformat"),
        ({"nbformat": True, "cells": []}, "does not say its nbformat"),
        ({"nbformat": 2, "worksheets": []}, "nbformat 2"),
        ({"nbformat": 5, "cells": []}, "nbformat 5"),
        ({"nbformat": 4, "cells": {}}, "no list of cells"),
        ({"nbformat": 3, "worksheets": 7}, "no list of cells"),
        ({"nbformat": 4, "cells": [7]}, "cell 1 has no type or no text"),
        ({"nbformat": 4, "cells": [{"cell_type": "code", "source": [1]}]}, "cell 1 has no type or no text"),
        ({"nbformat": 4, "cells": [{}] * 3000}, "3000 cells"),
        ({"nbformat": 4, "cells": [{"cell_type": "code", "source": "x" * 600}] * 100}, "60000 characters of code"),
        (b'{"nbformat": 4, "cells": [], "metadata": "' + b"x" * LIMIT + b'"}', "is larger than"),
    ],
)
def test_what_is_no_notebook_is_refused_in_one_sentence(place, monkeypatch, content, words):
    """Does every kind of broken file get a sentence with the file and the next command?"""
    monkeypatch.setattr("grading.cells.MOST_CODE", 50_000)
    hand_in(place, content)
    sentence = problem(place)
    assert words in sentence
    assert "submitted/bob/a2/a2.ipynb" in sentence
    assert sentence.endswith("nbgrader autograde a2 --student bob")
    assert "\n" not in sentence


def test_another_file_name_is_refused_with_the_command_that_renames(place):
    """Can the command in the sentence be typed as it stands, blanks and brackets and all?"""
    hand_in(place, a_notebook(), "a2 (1).ipynb")
    assert "mv 'submitted/bob/a2/a2 (1).ipynb' submitted/bob/a2/a2.ipynb and then:" in problem(place)


def test_an_empty_folder_is_refused(place):
    """Is a missing notebook said?"""
    assert "is missing, and there is no other notebook" in problem(place)


def test_links_are_not_followed(place, tmp_path):
    """Is a link refused where the notebook, the folder or the student's folder should be?"""
    secret = tmp_path / "secret.ipynb"
    secret.write_text(json.dumps(a_notebook("the answers")))
    (folder_of(place) / "a2.ipynb").symlink_to(secret)
    assert "a link" in problem(place)

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a2.ipynb").write_text(json.dumps(a_notebook("the answers")))
    (place.submitted / "eve").mkdir()
    (place.submitted / "eve" / "a2").symlink_to(elsewhere)
    assert "links are not followed" in problem(Place(place.submitted, PurePosixPath("eve/a2"), "eve", "a2"))

    (elsewhere / "a2").mkdir()
    (place.submitted / "mal").symlink_to(elsewhere)
    assert "links are not followed" in problem(Place(place.submitted, PurePosixPath("mal/a2"), "mal", "a2"))


def test_pipes_and_folders_are_not_opened(place):
    """Does a pipe or a folder named like the notebook end at once in a sentence?"""
    os.mkfifo(folder_of(place) / "a2.ipynb")
    assert "regular file" in problem(place)
    (folder_of(place) / "a2.ipynb").unlink()
    (folder_of(place) / "a2.ipynb").mkdir()
    assert "regular file" in problem(place)


def test_format_3_is_read():
    """Are the cells of an old notebook found, headings too?"""
    document = {
        "nbformat": 3,
        "worksheets": [
            {
                "cells": [
                    {"cell_type": "heading", "level": 1, "source": "Head"},
                    {"cell_type": "code", "input": ["x = 1"], "metadata": {"nbgrader": {"grade_id": "q1"}}},
                ]
            }
        ],
    }
    head, code = read_cells(json.dumps(document).encode())
    assert (head.kind, head.source) == ("markdown", "Head")
    assert (code.kind, code.source, code.grade_id) == ("code", "x = 1", "q1")


@pytest.mark.parametrize("sheets", [[{"cells": 5}], [{"cells": {"a": 1}}], [5], "x", [], [{}, {"cells": True}]])
def test_odd_format_3_is_refused(sheets):
    """Is it said of a file that claims format 3 that it is no notebook, whatever stands in the cells' place?"""
    with pytest.raises(Refused):
        if not read_cells(json.dumps({"nbformat": 3, "worksheets": sheets}).encode()):
            raise Refused("no cells at all")  # that it is another notebook is said later


def test_names_that_no_terminal_should_see(place):
    """Can names that hold control characters or no text be said, written to a file, and typed in a shell?"""
    for name in (b"a2\xff.ipynb", b"x\x1b]0;taken\x07y'.ipynb"):
        path = os.fsencode(folder_of(place)) + b"/" + name
        Path(os.fsdecode(path)).write_bytes(b"{}")
        sentence = problem(place)
        assert sentence.isprintable() and sentence.encode()
        command = sentence.partition("type: ")[2].partition(" and then:")[0]
        subprocess.run(["bash", "-c", command], cwd=place.submitted.parent, check=True)
        assert (folder_of(place) / "a2.ipynb").read_bytes() == b"{}"
        (folder_of(place) / "a2.ipynb").unlink()


def test_what_is_not_looked_at_is_named(place, tmp_path):
    """Does a note name modules, folders and links beside the notebook, but not what came with it?"""
    hand_in(place, a_notebook())
    for name in ("numpy.py", "table.csv", "kept.txt", ".hidden", b"\xff".decode(errors="surrogateescape")):
        (folder_of(place) / name).write_text("")
    for name in ("utils", "data", ".ipynb_checkpoints", "__pycache__"):
        (folder_of(place) / name).mkdir()
    (folder_of(place) / "notes.txt").symlink_to("/etc/hostname")
    read = read_submission(place, LIMIT, ["kept.txt"], {"utils", "table.csv", "a2.ipynb"})
    assert read.notes == ["Beside the notebook, and not looked at: data, notes.txt (a link), numpy.py, $'\\xff'."]
    for number in range(20):
        (folder_of(place) / f"a{number:02}").write_text("")
    assert "a00, a01, a02" in (note := read_submission(place, LIMIT, [], {"utils"}).notes[0])
    assert "a09 and 16 more." in note


def test_text_that_no_file_can_hold_is_mended():
    """Can every source be written as UTF-8 afterwards?"""
    (cell,) = read_cells(b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "a\\ud800b"}]}')
    assert cell.source.encode() == b"a?b"


def test_only_allowed_extra_files_come_along(place, tmp_path):
    """Do exactly the regular files of the allow-list come along, and never what a browser runs?"""
    hand_in(place, a_notebook())
    for name in ("notes.txt", "helper.py", "page.html", "figures/a.png", "figures/b.svg", ".hidden/a.png"):
        path = folder_of(place) / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "c.png").write_text("secret")
    (folder_of(place) / "figures" / "link.png").symlink_to(tmp_path / "outside" / "c.png")
    (folder_of(place) / "linked").symlink_to(tmp_path / "outside")
    assert read_submission(place, LIMIT, []).beside == {}
    read = read_submission(place, LIMIT, ["notes.txt", "*.png", "*.html", "*.svg", "*.ipynb"])
    assert read.beside == {PurePosixPath("notes.txt"): b"notes.txt", PurePosixPath("figures/a.png"): b"figures/a.png"}
    notes = " ".join(read.notes)
    assert "page.html was left out" in notes
    assert "figures/b.svg was left out" in notes
    assert "figures/link.png was left out" in notes


def test_extra_files_are_limited_together(place):
    """Is the size limit one for all extra files of a submission?"""
    hand_in(place, a_notebook())
    for number in range(3):
        (folder_of(place) / f"{number}.txt").write_bytes(b"x" * 40_000)
    read = read_submission(place, LIMIT, ["*.txt"])
    assert sorted(map(str, read.beside)) == ["0.txt", "1.txt"]
    assert "2.txt was left out: it is larger than" in read.notes[0]


def test_nbgraders_own_files_are_kept_where_they_make_sense(place):
    """Does the timestamp come along, and a text that is no date only leave a note?"""
    hand_in(place, a_notebook())
    timestamp = folder_of(place) / "timestamp.txt"
    timestamp.write_text("2030-01-02 03:04:05 UTC")
    (folder_of(place) / "submission_secret.txt").write_text("s")
    assert set(map(str, read_submission(place, LIMIT, []).beside)) == {"timestamp.txt", "submission_secret.txt"}
    assert read_timestamp(folder_of(place)).year == 2030
    timestamp.write_text("yesterday, sir")
    read = read_submission(place, LIMIT, [])
    assert "timestamp.txt" not in map(str, read.beside)
    assert "holds no date" in read.notes[0]
    assert read_timestamp(folder_of(place)) is None
    timestamp.write_text("24:00129999999999999999999901122030Jan")  # no date for another reason
    assert "holds no date" in read_submission(place, LIMIT, []).notes[0]
    assert read_timestamp(folder_of(place)) is None
    timestamp.unlink()
    os.mkfifo(timestamp)
    assert read_timestamp(folder_of(place)) is None


def test_a_refused_submission_keeps_its_timestamp(place):
    """Is the date of a broken submission known, so that it can be recorded?"""
    hand_in(place, b"")
    (folder_of(place) / "timestamp.txt").write_text("2030-01-02 03:04:05 UTC")
    with pytest.raises(Ungradable) as refused:
        read_submission(place, LIMIT, [])
    assert list(map(str, refused.value.beside)) == ["timestamp.txt"]


@pytest.mark.parametrize("name", ["bob", "bob.smith", "bob_2@uni.example", "李明", "12345", "b o b"])
def test_ordinary_names_are_ids(name):
    """Are the ids that universities use accepted?"""
    assert check_student_id(name)


@pytest.mark.parametrize(
    "name", ["<svg onload=alert(1)>", "a'b", 'a"b', "a&b", "a;b", " bob", "x" * 200, "a\nb", "$(x)"]
)
def test_markup_is_no_id(name):
    """Is a folder name that a page or a shell could take for something else refused?"""
    assert not check_student_id(name)
