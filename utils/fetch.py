"""Where data that is not in the workbook lies, and how it is fetched: in parts, resumed after a break, checked on arrival.

What the files mean is the matter of utils.corpora and utils.vectors.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


class DataMissing(Exception):
    """Data is not there and cannot be had now; the message is a sentence for the student."""


def data_folder() -> Path | None:
    """The folder that the user names in the environment variable WORKBOOK_DATA, or None."""
    named = os.environ.get("WORKBOOK_DATA")
    return Path(named).expanduser() if named else None


def cache_folder() -> Path:
    """Our own folder for what was parsed or fetched: WORKBOOK_CACHE, or .cache/word2vec-workbook in the home folder."""
    named = os.environ.get("WORKBOOK_CACHE")
    return Path(named).expanduser() if named else Path.home() / ".cache" / "word2vec-workbook"


def keep(path: Path, content: bytes) -> None:
    """Write a file of the cache whole or not at all. Where that is not allowed or the disk is full, nothing is kept."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
            temporary = Path(part.name)
            part.write(content)
        os.replace(temporary, path)
    except OSError:
        return  # the cache only saves time
