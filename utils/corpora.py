"""Texts for the notebooks: `load_corpus(name)` gives a list of documents, each a list of words.

Where a text is looked for and how it is downloaded is the matter of utils.fetch; the made-up text that comes with the
workbook is made by utils.primer.
"""

from __future__ import annotations

import bz2
import difflib
import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from utils import fetch, primer
from utils.fetch import DataMissing

START, END = "<START>", "<END>"
WIKI_FILE = "enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2"
WIKI_SHORTEST = 50  # words; what is shorter is a redirection to another page
NAMES = ("primer", "wiki", "reuters", "sst", "ptb")
INSTEAD = {"reuters": "wiki", "sst": "primer", "ptb": "primer", "wiki": "primer"}

Corpus = list[list[str]]


def load_corpus(name: str, category: str | None = None, start_end: bool = False) -> Corpus:
    """A corpus as a list of documents, each a list of lower-case words.

    - "primer": about 100,000 words in sentences that state simple facts, made by a seeded generator; no download.
    - "wiki": about 450,000 words of English Wikipedia, one document an article, from the file that the installed gensim
      package carries; no download. Words are letters only.
    - "reuters": news stories through NLTK's own loader; `category` such as "crude" takes one of its categories.
    - "sst": sentences of film reviews (Stanford Sentiment Treebank); `category` "train", "dev" or "test" takes one part.
    - "ptb": a text of one sentence a line that you have (ptb.train.txt in the folder WORKBOOK_DATA); `category` "train",
      "valid" or "test", "train" where none is given.

    With `start_end`, each document begins with "<START>" and ends with "<END>".

    A text that is neither there nor to be had is replaced by one that comes with the workbook, and one printed line says
    so. A name or category that does not exist raises ValueError.
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
    cached = fetch.cache_folder() / f"wiki-{path.stat().st_size}.txt.gz"
    try:
        return [line.split() for line in gzip.open(cached, "rt", encoding="utf-8")]
    except (OSError, EOFError, UnicodeDecodeError, gzip.zlib.error):
        pass  # not there yet, or damaged: made again below
    try:
        documents = list(_articles(path))
    except (OSError, EOFError) as error:
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
    """Reuters-21578 as NLTK reads it; NLTK opens files only below the folders in nltk.data.path."""
    import nltk.data
    from nltk.corpus.reader import CategorizedPlaintextCorpusReader

    folder = fetch.data_folder()
    for place in (folder, folder / "nltk_data") if folder else ():
        if (place / "corpora").is_dir() and str(place) not in nltk.data.path:
            nltk.data.path.insert(0, str(place))
    for resource in ("corpora/reuters.zip/reuters/", "corpora/reuters/"):
        try:
            root = nltk.data.find(resource)
            break
        except LookupError:
            continue
    else:
        raise DataMissing("Reuters is not on this computer.")
    reader = CategorizedPlaintextCorpusReader(root, "(training|test).*", cat_file="cats.txt", encoding="ISO-8859-2")
    categories = reader.categories()
    if category is not None and category not in categories:
        raise ValueError(f"Reuters has no category {category!r}{_meant(category, categories)}.")
    return [[word.lower() for word in reader.words(file)] for file in reader.fileids(category)]


def _sst(category) -> Corpus:
    raise DataMissing("SST is not there.")


def _ptb(category) -> Corpus:
    raise DataMissing("PTB is not there.")


def _no_category(name: str, category) -> None:
    if category is not None:
        raise ValueError(f"The corpus {name!r} has no categories: type load_corpus({name!r}).")


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
