"""Texts for the notebooks: `load_corpus(name)` gives a list of documents, each a list of words.

Where a text is looked for and how it is downloaded is the matter of utils.fetch; the made-up text that comes with the
workbook is made by utils.primer.
"""

from __future__ import annotations

import bz2
import contextlib
import difflib
import gzip
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import ParseError

from utils import fetch, primer
from utils.fetch import DataMissing

START, END = "<START>", "<END>"
WIKI_FILE = "enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2"
WIKI_SHORTEST = 50  # words; what is shorter is a redirection to another page
CATEGORIES = 90  # of Reuters-21578 as NLTK packs it
NAMES = ("primer", "wiki", "reuters", "sst", "ptb")
DAMAGE = (OSError, EOFError, ValueError, IndexError, zlib.error, zipfile.BadZipFile)
FETCH = {"reuters": fetch.fetch_reuters, "sst": fetch.fetch_sst}
INSTEAD = {"reuters": "wiki", "sst": "primer", "ptb": "primer", "wiki": "primer"}

Corpus = list[list[str]]


class UnknownCategory(ValueError):
    """A category or part that the corpus does not have; the message names those that it has."""


def load_corpus(name: str, category: str | None = None, start_end: bool = False) -> Corpus:
    """A corpus as a list of documents, each a list of lower-case words.

    - "primer": about 150,000 words in sentences that state simple facts, made by a seeded generator; no download.
    - "wiki": about 450,000 words of English Wikipedia, one document an article, from the file that the installed gensim
      package carries; no download. Words are letters only.
    - "reuters": news stories through NLTK's own loader; `category` such as "crude" takes one of its categories.
    - "sst": sentences of film reviews (Stanford Sentiment Treebank); `category` "train", "dev" or "test" is one part.
    - "ptb": a text of one sentence a line that you bring (ptb.train.txt in the folder WORKBOOK_DATA); `category` is
      "train" (also where none is given), "valid" or "test".

    With `start_end`, each document begins with "<START>" and ends with "<END>".

    A text that is neither there nor to be had is replaced by one that comes with the workbook, and one printed line
    says so. A name that does not exist raises ValueError; a category that does not, UnknownCategory (a ValueError).
    """
    if name not in NAMES:
        raise ValueError(f"There is no corpus {name!r}. Type one of {', '.join(NAMES)}{_meant(name, NAMES)}.")
    documents = None
    while documents is None:
        try:
            documents = _READERS[name](category)
        except DataMissing as problem:
            print(f"{problem} Going on with load_corpus({INSTEAD[name]!r}) instead of {name!r}.")
            name, category = INSTEAD[name], None
    if start_end:
        documents = [[START, *document, END] for document in documents]
    return documents


def _primer(category) -> Corpus:
    _no_category("primer", category)
    return primer.sentences()


def _wiki(category) -> Corpus:
    """Articles of the Wikipedia sample, from our cache, or parsed anew (two seconds) and put there."""
    _no_category("wiki", category)
    from gensim.test.utils import datapath

    path = Path(datapath(WIKI_FILE))
    if not path.is_file():
        raise DataMissing("The installed gensim package comes without its Wikipedia sample.")
    cached = fetch.cache_folder() / f"wiki-1-{path.stat().st_size}.txt.gz"  # 1: raise it when _articles changes
    try:
        with gzip.open(cached, "rt", encoding="utf-8") as lines:
            return [line.split() for line in lines]
    except (OSError, EOFError, UnicodeDecodeError, zlib.error):
        pass  # not there yet, or damaged: made again below
    try:
        documents = list(_articles(path))
    except (OSError, EOFError, ParseError) as error:
        raise DataMissing(f"The Wikipedia sample of the installed gensim package is damaged ({error}).") from error
    text = "".join(" ".join(document) + "\n" for document in documents)
    fetch.keep(cached, gzip.compress(text.encode(), mtime=0))
    return documents


def _articles(path: Path) -> Iterator[list[str]]:
    from gensim.corpora.wikicorpus import extract_pages, filter_wiki, tokenize

    with bz2.open(path, "rb") as file:
        for _title, text, _number in extract_pages(file, filter_namespaces=("0",)):
            words = tokenize(filter_wiki(text), 2, 15, True)
            if len(words) >= WIKI_SHORTEST:
                yield words


def _reuters(category) -> Corpus:
    return _found_or_fetched("reuters", reuters_places, lambda place: read_reuters(place, category))


def reuters_places() -> list[Path]:
    """The folders in which NLTK looks for data, those below WORKBOOK_DATA first: NLTK opens no file elsewhere."""
    import nltk.data

    folder = fetch.data_folder()
    for place in (folder, folder / "nltk_data") if folder else ():
        if os.path.isdir(place / "corpora") and str(place) not in nltk.data.path:
            nltk.data.path.insert(0, str(place))
    return [Path(place) for place in nltk.data.path]


def read_reuters(place: Path, category: str | None = None) -> Corpus | None:
    """Reuters-21578 as NLTK reads it, below one folder of NLTK's data; None if it is not there."""
    import nltk.data
    from nltk.corpus.reader import CategorizedPlaintextCorpusReader

    root, packed = None, place / "corpora" / "reuters.zip"
    for resource in ("corpora/reuters/", "corpora/reuters.zip/reuters/"):
        with contextlib.suppress(LookupError):
            root = nltk.data.find(resource, paths=[str(place)])
            break
    if root is None and os.path.isfile(packed):
        with zipfile.ZipFile(packed) as archive:  # raises BadZipFile
            if "reuters/cats.txt" not in archive.namelist():
                raise ValueError(f"{packed.name} holds another thing than NLTK's reuters")
        # a sound one was refused for who may write to it
        raise PermissionError(f"NLTK opens only what others cannot change: chmod go-w {packed} and its folders")
    if root is None:
        return None
    reader = CategorizedPlaintextCorpusReader(root, "(training|test).*", cat_file="cats.txt", encoding="ISO-8859-2")
    categories = reader.categories()
    if category is not None and category not in categories and len(categories) < CATEGORIES:
        raise ValueError(f"it has {len(categories)} of the {CATEGORIES} categories, and {category!r} is not among them")
    if category is not None and category not in categories:
        raise UnknownCategory(
            f"Reuters has no category {category!r}{_meant(category, categories)}. It has {', '.join(categories)}."
        )
    return [[word.lower() for word in reader.words(file)] for file in reader.fileids(category)]


def _sst(category) -> Corpus:
    return _found_or_fetched("sst", sst_places, lambda place: read_sst(place, category))


def sst_places() -> list[Path]:
    """The folders in which the files of the Stanford Sentiment Treebank are looked for."""
    return _folders("sst", "stanfordSentimentTreebank")


def read_sst(place: Path, category: str | None = None) -> Corpus | None:
    """The sentences in their order, or those of one part; None if the folder does not have them."""
    part = _part("sst", category, {None: None, "train": "1", "test": "2", "dev": "3"})  # labels of datasetSplit.txt
    file = place / "datasetSentences.txt"
    if not os.path.isfile(file):
        return None
    rows = [line.split("\t", 1) for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    if not rows or any(len(row) != 2 or not row[0].isdigit() for row in rows):
        raise ValueError("datasetSentences.txt holds no lines of a number, a tab and a sentence")
    if part is not None:
        split = (place / "datasetSplit.txt").read_text(encoding="utf-8").split()[1:]
        wanted = {index for index, label in (pair.split(",") for pair in split) if label == part}
        rows = [row for row in rows if row[0] in wanted]
    return [sentence.lower().split() for _, sentence in rows]


def _ptb(category) -> Corpus:
    part = _part("ptb", category, {None: "train", "train": "train", "valid": "valid", "test": "test"})
    for place in _folders("ptb", "simple-examples/data"):
        file = place / f"ptb.{part}.txt"
        if os.path.isfile(file):
            try:
                text = file.read_text(encoding="utf-8")
            except DAMAGE as error:
                raise DataMissing(f"{file} is no text in UTF-8 ({error}).") from error
            if "\0" in text or not text.strip():
                raise DataMissing(f"{file} holds no text.")
            return [line.split() for line in text.splitlines() if line.strip()]
    raise DataMissing(
        f"ptb is not here, and you have to bring it: put ptb.{part}.txt (one sentence a line) into a folder and name "
        f"that folder in the environment variable WORKBOOK_DATA."
    )


def _folders(*names: str) -> list[Path]:
    """The folder that the user names, our cache, and what lies in either under one of these names."""
    roots = [root for root in (fetch.data_folder(), fetch.cache_folder()) if root]
    return [place for root in roots for place in (root, *(root / name for name in names))]


def _found_or_fetched(name: str, places: Callable[[], list], read: Callable[..., Corpus | None]) -> Corpus:
    """What `read` makes of the first place that has the corpus sound; where none has, after a download.

    `read` gives None where nothing is. Raises DataMissing.
    """
    damaged = set()
    for download in (None, FETCH[name]):
        if download:
            download()
        for place in places():
            try:
                found = read(place)
            except UnknownCategory:
                raise
            except DAMAGE as error:
                if place not in damaged:
                    damaged.add(place)
                    print(f"{name} in {place} cannot be used ({error}). Repair it or delete it there.")
            else:
                if found is not None:
                    return found
    raise DataMissing(f"{name} was downloaded, but what is in the folders named above goes first and is damaged.")


def _no_category(name: str, category) -> None:
    if category is not None:
        raise UnknownCategory(f"The corpus {name!r} has no categories: type load_corpus({name!r}).")


def _part(name: str, category, parts: dict):
    if category not in parts:
        known = [part for part in parts if part]
        raise UnknownCategory(f"The corpus {name!r} has no part {category!r}. It has {', '.join(known)}.")
    return parts[category]


def _meant(word: str, known) -> str:
    near = difflib.get_close_matches(str(word), known, n=3)
    return f" (did you mean {' or '.join(near)}?)" if near else ""


_READERS: dict[str, Callable[[str | None], Corpus]] = {
    "primer": _primer,
    "wiki": _wiki,
    "reuters": _reuters,
    "sst": _sst,
    "ptb": _ptb,
}
