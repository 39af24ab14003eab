"""Word vectors for the notebooks: `load_vectors(name)` gives gensim's KeyedVectors.

Where a file is looked for and how it is downloaded is the matter of utils.fetch. The offline vectors were made by
benchmarks/offline_vectors.py.
"""

from __future__ import annotations

import difflib
import gzip
import os
import zipfile
import zlib
from importlib.resources import files
from pathlib import Path

import numpy as np
from gensim.models import KeyedVectors

from utils import fetch
from utils.fetch import DataMissing

OFFLINE = "offline_vectors.npz"
ENDINGS = (".npz", ".txt", ".bin", ".vec", ".gz", ".txt.gz", ".bin.gz", ".vec.gz")
LARGE = 50_000_000  # bytes that take long to read
DAMAGE = (OSError, EOFError, ValueError, KeyError, IndexError, zlib.error, zipfile.BadZipFile)


def load_vectors(name: str = "offline", limit: int | None = None) -> WordVectors:
    """Word vectors as gensim's KeyedVectors, the words in order of frequency.

    - "offline": about 10,000 words, from the workbook itself; the same for everyone, no download.
    - a name of gensim's downloader such as "glove-wiki-gigaword-200": looked for in the folder WORKBOOK_DATA, then in
      gensim's own folder, then downloaded.
    - the name of a file in the folder WORKBOOK_DATA: word2vec text or binary, GloVe text, also packed with gzip.

    `limit` reads only the first so many words. Vectors that are neither there nor to be had are replaced by those of
    the same collection with another number of dimensions, where they are on this computer, or else by the offline ones;
    one printed line says so. A name that nobody knows raises ValueError.
    """
    if name == "offline":
        return read_vectors(Path(str(files("utils").joinpath("data", OFFLINE))), limit)
    try:
        return _found_or_fetched(name, limit)
    except DataMissing as problem:
        said = str(problem)
    except KeyboardInterrupt:
        said = f"Reading {name} was interrupted."
    for other in _relatives(name):
        for place in places(other):
            try:
                found = read_vectors(place, limit)
            except DataMissing as problem:
                print(problem)
            else:
                print(f"{said} Going on with load_vectors({other!r}).")
                return found
    print(f"{said} Going on with load_vectors('offline').")
    return load_vectors("offline", limit)


def _relatives(name: str) -> list[str]:
    """The names that differ from this one in the number of dimensions only, most dimensions first."""
    collection = name.rpartition("-")[0]
    return [other for other in reversed(fetch.VECTORS) if other.rpartition("-")[0] == collection and other != name]


def places(name: str) -> list[Path]:
    """The files that may hold vectors of this name, in the order in which they are tried."""
    found = []
    folder = fetch.data_folder()
    for place in (folder, folder / "vectors") if folder else ():
        found += [place / name, *(place / (name + ending) for ending in ENDINGS), place / name / f"{name}.gz"]
    if folder:
        found.append(folder / "gensim-data" / name / f"{name}.gz")
    found.append(fetch.gensim_folder() / name / f"{name}.gz")
    return [place for place in found if os.path.isfile(place)]


def _found_or_fetched(name: str, limit: int | None) -> WordVectors:
    for download in (False, True):
        if download:
            _known(name)
            fetch.fetch_vectors(name)
        for place in places(name):
            try:
                return read_vectors(place, limit)
            except DataMissing as problem:
                print(problem)
    raise DataMissing(f"{name} was downloaded, but is damaged.")


def _known(name: str) -> None:
    """Let a name of gensim's collection pass; raise DataMissing for another file's name, ValueError for any other."""
    if name in fetch.VECTORS:
        return
    if Path(name).suffix in ENDINGS:
        raise DataMissing(f"The file {name} is not in the folder WORKBOOK_DATA ({fetch.data_folder() or 'not set'}).")
    near = difflib.get_close_matches(name, ["offline", *fetch.VECTORS], n=3, cutoff=0.4)
    raise ValueError(f"There are no vectors {name!r}. Type one of {', '.join(near or ['offline', *fetch.VECTORS])}.")


def read_vectors(path: Path, limit: int | None = None) -> WordVectors:
    """Read one file of vectors, whatever its format; DataMissing if it is damaged or no file of vectors."""
    try:
        if path.suffix == ".npz":
            return _read_compact(path, limit)
        binary, header = _layout(path)
        if path.stat().st_size > LARGE and limit is None:
            print(f"Reading {path.name}; this takes a minute or more. limit=100000 reads the most frequent words only.")
        return WordVectors.load_word2vec_format(str(path), binary=binary, no_header=not header, limit=limit)
    except DAMAGE as error:
        raise DataMissing(f"The file {path} is damaged or holds no word vectors ({error}): delete it there.") from error


def save_compact(path: Path, words: list[str], vectors: np.ndarray) -> None:
    """Write vectors in an eighth of their size: each row scaled to whole numbers from -127 to 127, no pickle.

    words: V words without blanks; vectors: (V, d). Lengths of rows are kept.
    """
    scale = np.abs(vectors).max(axis=1) / 127
    np.savez_compressed(
        path,
        words=np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
        scale=scale.astype(np.float32),
        rows=np.rint(vectors / scale[:, None]).astype(np.int8),
    )


def _read_compact(path: Path, limit: int | None) -> WordVectors:
    with np.load(path, allow_pickle=False) as stored:
        words = stored["words"].tobytes().decode().split("\n")[:limit]
        rows = stored["rows"][:limit].astype(np.float32) * stored["scale"][:limit, None]
    vectors = WordVectors(rows.shape[1])
    vectors.add_vectors(words, rows)
    return vectors


def _layout(path: Path) -> tuple[bool, bool]:
    """(binary, header) of a word2vec or GloVe file, from its first two lines."""
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as file:
        first, second = file.readline(100_000).split(), file.readline(100_000).split()
    header = len(first) == 2 and all(part.isdigit() for part in first)
    if not header:
        if len(first) < 2 or len(first) != len(second):
            raise ValueError("its first two lines are not a word and numbers")
        [float(number) for number in first[1:]]
        return False, False
    try:
        [float(number) for number in second[1:]]
    except ValueError:
        return True, True
    return len(second) != int(first[1]) + 1, True


class UnknownWord(KeyError):
    """A word that has no vector; the message names the nearest spellings."""

    def __str__(self) -> str:
        return self.args[0]


class WordVectors(KeyedVectors):
    """gensim's KeyedVectors; a word that has no vector raises UnknownWord with the nearest spellings."""

    def get_index(self, key, default=None):
        """The row of a word. Raises UnknownWord where gensim raises KeyError."""
        try:
            return super().get_index(key, default)
        except KeyError:
            raise UnknownWord(self._advice(key)) from None

    def get_mean_vector(self, keys, weights=None, pre_normalize=True, post_normalize=False, ignore_missing=True):
        """As in gensim. Raises UnknownWord where gensim raises KeyError."""
        if not ignore_missing:
            for key in keys:
                if isinstance(key, str):
                    self.get_index(key)
        return super().get_mean_vector(keys, weights, pre_normalize, post_normalize, ignore_missing)

    def _advice(self, key) -> str:
        said = f"There is no vector for {key!r}."
        if not isinstance(key, str):
            return f"{said} A word in quotation marks is wanted."
        if key.lower() in self.key_to_index:
            return f"{said} The words are in lower case: type {key.lower()!r}."
        # difflib takes seconds on 400,000 words: only words of like length are compared
        like = [word for word in self.index_to_key if abs(len(word) - len(key)) <= 2]
        near = difflib.get_close_matches(key.lower(), like[:100_000], n=3)
        if near:
            return f"{said} Near in spelling: {', '.join(near)}."
        return f"{said} Choose another word; {len(self)} words have one."
