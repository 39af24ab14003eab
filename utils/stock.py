"""What `python -m utils data` does: list, fetch and check the corpora and vectors that are not in the workbook itself.

Where they lie and how they are fetched is the matter of utils.fetch.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from utils import corpora, fetch
from utils.fetch import DataMissing

EMBEDDED = {"primer": "comes with the workbook", "wiki": "comes with gensim", "offline": "comes with the workbook"}
CORPORA = {"reuters": 6, "sst": 6}  # size in MB
FETCHED = CORPORA | fetch.VECTORS


def run(action: str, names: list[str], folder: str | None) -> int:
    """Do `action` ("list", "fetch", "check") for these names and print a line for each. The exit status: 0, 1 or 2."""
    for name in names:
        if name not in FETCHED | EMBEDDED:
            near = difflib.get_close_matches(name, [*FETCHED, *EMBEDDED], n=3) or [*EMBEDDED, *FETCHED]
            print(f"There is no data {name!r}. Type one of {', '.join(near)}.")
            return 2
    if action == "fetch" and not names:
        print("Say what to fetch, for example: python -m utils data fetch reuters sst glove-wiki-gigaword-50")
        return 2
    wanted = names or [*EMBEDDED, *FETCHED]
    if action == "fetch":
        return max(_fetch(name, Path(folder) if folder else None) for name in wanted)
    return max((_list if action == "list" else _check)(name) for name in wanted)


def copies(name: str) -> dict[Path, Callable[[], object]]:
    """Where this corpus or these vectors lie on this computer: place -> a function that reads them whole."""
    if name == "reuters":
        places = {place: (place / "corpora").glob("reuters*") for place in corpora.reuters_places()}
        return {place: partial(corpora.read_reuters, place) for place, files in places.items() if any(files)}
    if name == "sst":
        places = [place for place in corpora.sst_places() if os.path.isfile(place / "datasetSentences.txt")]
        return {place: partial(corpora.read_sst, place) for place in places}
    from utils import vectors  # imports gensim, which takes a second

    return {place: partial(vectors.read_vectors, place) for place in vectors.places(name)}


def _list(name: str) -> int:
    if name in EMBEDDED:
        print(f"{name:34}          {EMBEDDED[name]}")
    else:
        print(f"{name:34}{FETCHED[name]:5} MB  {next(iter(copies(name)), 'not here')}")
    return 0


def _fetch(name: str, folder: Path | None) -> int:
    if name in EMBEDDED:
        print(f"{name}: {EMBEDDED[name]}, nothing to fetch")
        return 0
    here = next((place for place in copies(name) if folder is None or folder in place.parents or folder == place), None)
    if here:
        print(f"{name}: already in {here}")
        return 0
    try:
        if name in CORPORA:
            corpora.FETCH[name](folder)
        else:
            fetch.fetch_vectors(name, folder)
    except DataMissing as problem:
        print(problem)
        return 1
    print(f"{name}: fetched" + (f"; students set WORKBOOK_DATA={folder.resolve()}" if folder else ""))
    return 0


def _check(name: str) -> int:
    """Read whole what is there; what is not there is no fault."""
    if name in EMBEDDED:
        print(f"{name}: {EMBEDDED[name]}")
        return 0
    here, bad = copies(name), 0
    for place, read in here.items():
        try:
            read()
            print(f"{name}: good in {place}")
        except (DataMissing, *corpora.DAMAGE) as problem:
            print(f"{name}: cannot be used in {place} ({problem}); delete it there and fetch it again")
            bad = 1
    if not here:
        print(f"{name}: not here; the notebooks go on without it")
    return bad
