"""On a Python that the course's code does not run on, one sentence says so."""

import ast
import runpy
import subprocess
import sys

import pytest
from conftest import HOME

INIT = HOME / "utils" / "__init__.py"


def test_the_first_lines_run_on_old_pythons():
    """Can Python 3.6 read the file that says which version is needed?"""
    ast.parse(INIT.read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version", [(3, 6, 9), (3, 10, 14), (3, 14, 0), (4, 0, 0)])
def test_another_version_is_told_in_one_sentence(monkeypatch, version):
    """Does the import end with the version that runs, those that are needed and what to type, before all else?"""
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setitem(sys.modules, "utils.corpora", None)  # importing it would be another ImportError
    with pytest.raises(ImportError) as caught:
        runpy.run_path(str(INIT))
    said = str(caught.value)
    assert said.startswith(
        f"This is Python {version[0]}.{version[1]}, and the notebooks need Python 3.11, 3.12 or 3.13"
    )
    assert "python3.12 -m venv .venv" in said and "\n" not in said
    assert caught.value._render_traceback_() == [said]


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 4), (3, 13, 9)])
def test_the_wanted_versions_go_on(monkeypatch, version):
    """Is nothing said on the versions that are needed?"""
    monkeypatch.setattr(sys, "version_info", version)
    assert "load_corpus" in runpy.run_path(str(INIT))


@pytest.mark.parametrize("how", [["-m", "utils", "check", "a1.ipynb"], ["-c", "import utils"]])
def test_a_terminal_shows_the_sentence(tmp_path, how):
    """Does `python -m utils` end with the sentence alone, and an import with it as the last line?"""
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.version_info = (3, 10, 4, 'final', 0)\n")
    ended = subprocess.run(
        [sys.executable, *how],
        cwd=HOME,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = ended.stderr.splitlines()
    assert ended.returncode == 1 and "This is Python 3.10" in lines[-1]
    assert (len(lines) == 1) == (how[0] == "-m")
