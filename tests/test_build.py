"""Masters become source notebooks with nbgrader's metadata, and nbgrader makes the release of them."""

import json

import nbformat
import pytest
from nbgrader.nbgraderformat import MetadataValidator

from grading.build import BuildError, build, build_source, generate_release, points_of, read_assignment
from grading.master import MasterError


def cells(path):
    return {cell["id"]: cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]}


def test_source(tiny):
    """Has every cell of the source notebook nbgrader's metadata of schema 3, as nbgrader's own validator wants it?"""
    path = build_source(read_assignment(tiny, "tiny"), tiny)
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    MetadataValidator().validate_nb(notebook)
    marks = {name: cell["metadata"].get("nbgrader") for name, cell in cells(path).items()}
    flags = {
        name: (mark["grade"], mark["solution"], mark["locked"], mark["schema_version"])
        for name, mark in marks.items()
        if mark
    }
    assert flags == {
        "setup": (False, False, True, 3),
        "q1_more": (False, True, False, 3),
        "q1_more__values": (True, False, True, 3),
        "q1_more__below_zero": (True, False, True, 3),
        "q1_twice": (False, True, False, 3),
        "q1_twice__values": (True, False, True, 3),
        "q1_why": (True, True, False, 3),
    }
    assert points_of(path) == {"q1_more__values": 2, "q1_more__below_zero": 1, "q1_twice__values": 2, "q1_why": 3}
    assert notebook.metadata.workbook.generated_from == "assignments/tiny/tiny.py"


def test_tests_are_folded(tiny):
    """Does JupyterLab fold the test cells, and no other, in source and release, in nbgrader's good books?"""
    for path in build(tiny, "tiny"):
        folded = {
            name for name, cell in cells(path).items() if cell["metadata"].get("jupyter") == {"source_hidden": True}
        }
        assert folded == {"q1_more__values", "q1_more__below_zero", "q1_twice__values"}
        MetadataValidator().validate_nb(nbformat.read(path, as_version=4))


def test_second_build(tiny):
    """Does a second build change no byte?"""
    first = [path.read_bytes() for path in build(tiny, "tiny")]
    assert [path.read_bytes() for path in build(tiny, "tiny")] == first


def test_release(tiny):
    """Does the release hold stubs and visible tests, and neither solution nor hidden test?"""
    _, release = build(tiny, "tiny")
    text = release.read_text(encoding="utf-8")
    assert "return x + 1" not in text and "314159" not in text and "HIDDEN" not in text
    made = cells(release)
    assert (
        "".join(made["q1_more"]["source"])
        == 'def more(x):\n    """The number after x."""\n    raise NotImplementedError'
    )
    assert "".join(made["q1_more__values"]["source"]).startswith("# Checks numbers above zero.\ncall(more, 1).equals(2")
    assert "".join(made["q1_why"]["source"]) == "*Your answer here.*"


def test_question_inside_a_written_answer(tiny):
    """Is a written answer refused that holds more than its stub, which is all that the release keeps of it?"""
    master = tiny / "assignments/tiny/tiny.py"
    text = master.read_text(encoding="utf-8")
    master.write_text(text.replace("# *Your answer here.*", "# Why?\n#\n# *Your answer here.*"), encoding="utf-8")
    with pytest.raises(
        MasterError, match=r"tiny.py:\d+: found more than the stub in .* `q1_why`; wanted `\*Your answer here.\*` alone"
    ):
        build(tiny, "tiny")


def test_release_is_complete(tiny):
    """Do utils, the students' list of packages and a README with the notebook's name travel with the release?"""
    build(tiny, "tiny")
    readme = (tiny / "release/tiny/README.md").read_text(encoding="utf-8")
    assert readme.startswith("# A tiny assignment: $a < b$\n") and "python -m utils check tiny.ipynb" in readme
    assert "$name" not in readme
    for version in ("3.11", "3.12", "3.13", "Windows", "macOS", "Linux", "Colab"):
        assert version in readme
    assert (tiny / "release/tiny/utils/checks.py").exists()
    assert "gensim" in (tiny / "release/tiny/requirements.txt").read_text(encoding="utf-8")
    assert not list((tiny / "release").rglob("__pycache__"))


def test_unknown_name(tiny):
    """Is an unknown assignment named, with the ones that there are?"""
    with pytest.raises(BuildError, match=r"no assignment `a9` .* there are: tiny\."):
        build(tiny, "a9")


def test_release_without_build(tiny):
    """Does a release without a build say which command comes first?"""
    with pytest.raises(BuildError, match=r"source/tiny/tiny.ipynb is missing; type `workbook build tiny`"):
        generate_release(tiny, "tiny")
