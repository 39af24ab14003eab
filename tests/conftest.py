"""A tiny course that the tests share."""

import os
import shutil
from pathlib import Path

import pytest

os.environ["MPLBACKEND"] = "Agg"
os.environ["WORKBOOK_OFFLINE"] = "1"  # no test, and no notebook that a test runs, downloads anything

HOME = Path(__file__).resolve().parent.parent

TINY = '''\
# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A tiny assignment: $a < b$

# %% locked="setup"
from utils.checks import call

# %% [markdown]
# ## One more (3 points)

# %% solution="q1_more"
def more(x):
    """The number after x."""
    ### BEGIN SOLUTION
    return x + 1
    ### END SOLUTION

# %% test="q1_more__values" points=2
# Checks numbers above zero.
call(more, 1).equals(2, hint="one more, not two")
call(more, 2).equals(3)
### BEGIN HIDDEN TESTS
call(more, 314159).equals(314160)
### END HIDDEN TESTS

# %% test="q1_more__below_zero" points=1
# Checks a number below zero.
call(more, -5).equals(-4)

# %% solution="q1_twice"
def twice(x):
    """Two times x."""
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION

# %% test="q1_twice__values" points=2
# Checks one number.
call(twice, 4).equals(8)

# %% [markdown] written="q1_why" points=3
# *Your answer here.*

# %% long=true
print(more(twice(3)))
'''


def pytest_make_parametrize_id(val, argname):
    """Names of tests must be the same in every process: bytes (packed files hold the time) go by their argument."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture
def tiny(tmp_path):
    """A course folder with the assignment `tiny`, its settings, wrong and right answers; nothing is built yet."""
    folder = tmp_path / "course" / "assignments" / "tiny"
    folder.mkdir(parents=True)
    (folder / "tiny.py").write_text(TINY, encoding="utf-8")
    shutil.copy(HOME / "nbgrader_config.py", tmp_path / "course")
    for name, text in {
        "wrong/q1_more/two_more.py": '# fails: q1_more__values\n"""Adds two."""\n\n\ndef more(x):\n    return x + 2\n',
        "wrong/q1_more/not_twice.py": '# fails: q1_more__values\n"""Large numbers."""\n\n\ndef more(x):\n    return min(x + 1, 9)\n',
        "right/q1_more/turned.py": '"""The other way round."""\n\n\ndef more(x):\n    return 1 + x\n',
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return tmp_path / "course"
