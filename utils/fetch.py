"""Where data that is not in the workbook lies, and how it gets there: resumed after a break, checked on arrival.

What the files mean is the matter of utils.corpora and utils.vectors.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import hashlib
import http.client
import json
import os
import shutil
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

NLTK_INDEX = "https://raw.githubusercontent.com/nltk/nltk_data/gh-pages/index.xml"
GENSIM_LIST = "https://raw.githubusercontent.com/RaRe-Technologies/gensim-data/master/list.json"
GENSIM_FILES = "https://github.com/RaRe-Technologies/gensim-data/releases/download"
SST_ZIP = "https://nlp.stanford.edu/~socherr/stanfordSentimentTreebank.zip"
SST_FILES = {  # sha256
    "datasetSentences.txt": "f7ae959a5ff0565eb860c3f2e600dde118bcb49aee63df8fa9b9a806da235553",
    "datasetSplit.txt": "ad567db10ae5275963f1ac3dd5ec21214b1d688c7aab582e2616ef4b3f970a5a",
    "sentiment_labels.txt": "20cbb150106bf334304a6f2076644eb7e1d8e17c7cd3d2d347e72bcaa2b4d322",
}
VECTORS = {  # names of gensim's downloader: size in MB
    "glove-wiki-gigaword-50": 69,
    "glove-wiki-gigaword-100": 134,
    "glove-wiki-gigaword-200": 264,
    "glove-wiki-gigaword-300": 394,
    "glove-twitter-25": 110,
    "glove-twitter-50": 209,
    "glove-twitter-100": 406,
    "glove-twitter-200": 795,
    "word2vec-google-news-300": 1744,
    "word2vec-ruscorpora-300": 208,
    "fasttext-wiki-news-subwords-300": 1005,
    "conceptnet-numberbatch-17-06-300": 1225,
}
PATIENCE = 15  # seconds without an answer or a byte
PIECE = 1 << 16  # bytes
SPARE = 20_000_000  # bytes that stay free on the disk
MB = 1_000_000
UNREACHED = (OSError, http.client.HTTPException, KeyboardInterrupt)


class DataMissing(Exception):
    """Data is not there and cannot be had now; the message is a sentence for the student."""


def data_folder() -> Path | None:
    """The folder that the user names in the environment variable WORKBOOK_DATA, or None."""
    named = os.path.expanduser(os.environ.get("WORKBOOK_DATA", ""))
    if named and not os.path.isdir(named):
        _say_once(f"WORKBOOK_DATA names {named}, and there is no such folder: correct it, or go on without.")
        return None
    return Path(named) if named else None


@functools.cache
def _say_once(sentence: str) -> None:
    print(sentence)


def cache_folder() -> Path:
    """Our own folder for what was parsed or fetched: WORKBOOK_CACHE, or .cache/word2vec-workbook in the home folder."""
    named = os.environ.get("WORKBOOK_CACHE")
    return Path(named).expanduser() if named else Path(os.path.expanduser("~")) / ".cache" / "word2vec-workbook"


def gensim_folder() -> Path:
    """The folder of gensim's downloader: GENSIM_DATA_DIR, or gensim-data in the home folder."""
    named = os.environ.get("GENSIM_DATA_DIR")
    return Path(named).expanduser() if named else Path(os.path.expanduser("~")) / "gensim-data"


def keep(path: Path, content: bytes) -> None:
    """Write a file of the cache whole or not at all. Where that is not allowed or the disk is full, nothing is kept."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
            temporary = Path(part.name)
            part.write(content)
        temporary.chmod(0o644)  # a temporary file is for its owner alone, a class room's folder is for all
        os.replace(temporary, path)
    except OSError:  # the cache only saves time
        if temporary is not None:
            temporary.unlink(missing_ok=True)


@dataclass(frozen=True)
class Download:
    """One file on the network: what it is called, where it is, how long it is, and the test that it must pass.

    size is in bytes; passes(path) says whether what arrived is what was wanted.
    """

    name: str
    url: str
    size: int
    passes: Callable[[Path], bool]

    def to(self, target: Path) -> None:
        """Fetch into `target`. What arrived before a break stays in `target`.part; the next call goes on from there.

        Raises DataMissing, with a sentence, for whatever prevents it.
        """
        part = target.with_name(target.name + ".part")
        try:
            make_folder(target.parent)
            have = part.stat().st_size if part.exists() else 0
            free = shutil.disk_usage(target.parent).free
            if free < self.size - have + SPARE:
                raise DataMissing(
                    f"{self.name} needs {_mb(self.size - have)} and the disk has {_mb(free)} free in {target.parent}: "
                    f"make room, then call again."
                )
            here = f", {_mb(have)} are here" if have else ""
            print(f"Downloading {self.name}: {_mb(self.size)}{here}. Interrupt to do without it; a later call goes on.")
            self._receive(part)
            if part.stat().st_size < self.size:
                raise http.client.IncompleteRead(b"", self.size - part.stat().st_size)
            if not self.passes(part):
                part.unlink()
                raise DataMissing(f"What arrived as {self.name} is damaged and was deleted: call again to fetch it.")
            part.chmod(0o644)  # NLTK refuses files that others may change
            os.replace(part, target)
        except KeyboardInterrupt:
            raise DataMissing(
                f"The download of {self.name} was interrupted; a later call goes on from there."
            ) from None
        except (OSError, http.client.HTTPException) as error:
            raise _not_had(self.name, error) from error

    def _receive(self, part: Path) -> None:
        """Append to `part` what is missing of it; begin again where the server cannot continue."""
        from tqdm import tqdm

        have = part.stat().st_size if part.exists() else 0
        if have > self.size:
            have = 0
        if have == self.size:
            return
        with _opened(self.url, {"Range": f"bytes={have}-"} if have else {}) as answer:
            answered = answer.headers["Content-Range"] or ""
            goes_on = have > 0 and answer.status == 206 and answered.startswith(f"bytes {have}-")
            have = have if goes_on else 0
            bar = tqdm(total=self.size, initial=have, unit="B", unit_scale=True, file=sys.stdout, desc=self.name)
            with bar, part.open("ab" if goes_on else "wb") as file:
                while have <= self.size and (piece := answer.read(PIECE)):
                    file.write(piece)
                    have += len(piece)
                    bar.update(len(piece))


def fetch_reuters(folder: Path | None = None) -> None:
    """Download Reuters-21578 as NLTK packs it, into `folder`/nltk_data or where NLTK's own downloader puts it."""
    from nltk.downloader import Downloader

    listed = _small(NLTK_INDEX, "reuters")
    try:
        entry = ElementTree.fromstring(listed).find(".//package[@id='reuters']")
        url, size = entry.attrib["url"], int(entry.attrib["size"])
    except (ElementTree.ParseError, AttributeError, KeyError, ValueError) as error:
        raise DataMissing("NLTK's list of corpora does not say where reuters is.") from error
    kind = "sha256" if entry.get("sha256_checksum") else "md5"
    wanted = entry.get("sha256_checksum") or entry.get("checksum")
    root = folder / "nltk_data" if folder else Path(Downloader().default_download_dir())
    Download("reuters", url, size, lambda path: digest(path, kind) == wanted).to(root / "corpora" / "reuters.zip")


def fetch_vectors(name: str, folder: Path | None = None) -> None:
    """Download vectors of gensim's collection, as gensim lays them out, to `folder`/gensim-data or gensim's folder."""
    listed = _small(GENSIM_LIST, name)
    try:
        entry = json.loads(listed)["models"][name]
        size, wanted = int(entry["file_size"]), entry["checksum"]
    except (ValueError, KeyError, TypeError) as error:
        raise DataMissing(f"gensim's list of vectors does not say where {name} is.") from error
    root = folder / "gensim-data" if folder else gensim_folder()
    Download(name, f"{GENSIM_FILES}/{name}/{name}.gz", size, lambda path: digest(path, "md5") == wanted).to(
        root / name / f"{name}.gz"
    )
    # these two are for gensim.downloader.load(name), which then finds the vectors, also without a network
    keep(root / "information.json", listed)
    with contextlib.suppress(DataMissing):  # the vectors are here, and our own loader needs no more
        keep(root / name / "__init__.py", _small(f"{GENSIM_FILES}/{name}/__init__.py", name))


def fetch_sst(folder: Path | None = None) -> None:
    """Download the Stanford Sentiment Treebank and unpack what is used of it, into `folder`/sst or our own folder."""
    root = (folder or cache_folder()) / "sst"
    try:
        with _opened(SST_ZIP, {}, method="HEAD") as answer:
            size = int(answer.headers["Content-Length"] or 0)
    except UNREACHED as error:
        raise _not_had("sst", error) from error
    if not size:
        raise DataMissing("sst is not here and could not be downloaded (the server does not say how long it is).")
    packed = root / "stanfordSentimentTreebank.zip"
    Download("sst", SST_ZIP, size, lambda path: set(SST_FILES) <= set(_sst_members(path))).to(packed)
    try:
        for name, content in _sst_members(packed).items():
            (root / name).write_bytes(content)
        packed.unlink()
    except OSError as error:
        raise DataMissing(f"sst could not be unpacked ({reason(error)}).") from error


def _sst_members(packed: Path) -> dict[str, bytes]:
    """The files of SST that are as they should be."""
    try:
        with zipfile.ZipFile(packed) as archive:
            members = {
                Path(member).name: archive.read(member) for member in archive.namelist() if "__MACOSX" not in member
            }
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
        return {}
    return {name: members[name] for name, wanted in SST_FILES.items() if _sha256(members.get(name, b"")) == wanted}


def digest(path: Path, kind: str) -> str:
    """The hexadecimal digest ("md5", "sha256") of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, kind).hexdigest()


def reason(error: Exception) -> str:
    """What went wrong with a file or a connection, in words."""
    if isinstance(error, urllib.error.HTTPError):
        return f"the server answered {error.code} {error.reason}"
    number = getattr(error, "errno", None) or 0
    if number in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):  # Windows has no EDQUOT
        return "the disk is full: make room, then call again"
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"no permission to write {error.filename}"
    if isinstance(error, http.client.IncompleteRead | ConnectionResetError | TimeoutError):
        return "the connection broke; call again to go on from there"
    if isinstance(error, urllib.error.URLError):
        if os.environ.get("WORKBOOK_OFFLINE"):
            return "downloads are switched off by WORKBOOK_OFFLINE; to have it, remove this variable and call again"
        return "no network; call again when there is one, or set WORKBOOK_DATA to a folder that holds it"
    return str(error) or type(error).__name__


def make_folder(folder: Path) -> None:
    """Create a folder and those above it, writable for their owner only, as NLTK demands."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(0o755, exist_ok=True)


def _small(url: str, name: str) -> bytes:
    try:
        with _opened(url, {}) as answer:
            return answer.read()
    except UNREACHED as error:
        raise _not_had(name, error) from error


def _not_had(name: str, error: BaseException) -> DataMissing:
    why = "interrupted" if isinstance(error, KeyboardInterrupt) else reason(error)
    return DataMissing(f"{name} is not here and could not be downloaded ({why}).")


def _opened(url: str, headers: dict[str, str], method: str = "GET"):
    if os.environ.get("WORKBOOK_OFFLINE"):
        raise urllib.error.URLError("WORKBOOK_OFFLINE is set")
    request = urllib.request.Request(url, headers=headers | {"User-Agent": "word2vec-workbook"}, method=method)
    return urllib.request.urlopen(request, timeout=PATIENCE)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _mb(size: int) -> str:
    return f"{size / MB:.1f} MB" if size < 10 * MB else f"{size / MB:.0f} MB"
