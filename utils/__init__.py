"""What the notebooks import: corpora, vectors, plots, checks of gradients and of answers.

The first lines run on any Python 3, to say which versions the rest needs.
"""

import sys


class WrongPython(ImportError):
    """This Python is older or newer than the course's code and its packages."""

    def _render_traceback_(self):
        """What a notebook shows: the message alone."""
        return [str(self)]


if not (3, 11) <= tuple(sys.version_info[:2]) <= (3, 13):
    _said = (
        "This is Python {}.{}, and the notebooks need Python 3.11, 3.12 or 3.13: install one of these, type "
        "`python3.12 -m venv .venv` (on Windows `py -3.12 -m venv .venv`) in the folder of the notebook, and go on as "
        "its README.md says."
    ).format(*sys.version_info[:2])
    if sys.argv[:1] == ["-m"]:  # python -m utils
        raise SystemExit(_said)
    raise WrongPython(_said)

from utils.corpora import load_corpus  # noqa: E402 - on another Python it would not even parse

__all__ = ["load_corpus", "load_vectors"]


def __getattr__(name: str):
    """`load_vectors` on demand: its module imports gensim, which takes a second that most notebooks need not spend."""
    if name == "load_vectors":
        from utils.vectors import load_vectors

        return load_vectors
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
