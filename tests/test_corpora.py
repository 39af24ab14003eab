"""Texts by name: what is embedded, what is there, what is not, and what is said when it is not."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from utils import corpora, load_corpus

REAL = os.environ.get("WORKBOOK_DATA")


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """A computer without data, caches and network."""
    import nltk.data

    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("WORKBOOK_OFFLINE", "1")
    monkeypatch.delenv("WORKBOOK_DATA", raising=False)
    monkeypatch.setattr(nltk.data, "path", [str(tmp_path / "nltk")])
    return tmp_path


def test_wiki(bare):
    """Is the Wikipedia sample there without a network, large, in small letters, and the same from the cache?"""
    first = load_corpus("wiki")
    assert (len(first), sum(map(len, first))) == (106, 452_944)
    assert first[0][:4] == ["anarchism", "is", "political", "philosophy"]
    assert list((bare / "cache").iterdir())
    assert load_corpus("wiki") == first


def test_damaged_cache(bare):
    """Is a damaged cache made again?"""
    first = load_corpus("wiki")
    (cached,) = (bare / "cache").iterdir()
    whole = cached.read_bytes()
    cached.write_bytes(whole[: len(whole) // 2])
    assert load_corpus("wiki") == first
    assert cached.read_bytes() == whole


def test_damaged_gensim(bare, monkeypatch, capsys):
    """Is a damaged or missing sample in the gensim package replaced by the primer, with one line?"""
    import gensim.test.utils

    for path in (bare / "none.bz2", bare / "half.bz2"):
        monkeypatch.setattr(gensim.test.utils, "datapath", lambda _, path=path: str(path))
        (bare / "half.bz2").write_bytes(b"BZh9 not so")
        assert load_corpus("wiki") == load_corpus("primer")
        said = capsys.readouterr().out
        assert said.count("\n") == 1 and "Going on with load_corpus('primer') instead of 'wiki'." in said


def test_start_and_end():
    """Do START and END stand around each document, and only where they are asked for?"""
    plain, marked = load_corpus("primer"), load_corpus("primer", start_end=True)
    assert marked[0] == ["<START>", *plain[0], "<END>"]
    assert not any("<START>" in document for document in plain)


def test_a_fresh_copy():
    """Can a student change a corpus without changing what the next call gives?"""
    first = load_corpus("primer")
    first[0].append("scribble")
    assert load_corpus("primer")[0] != first[0]


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"elsewhere/cats.txt": "test/1 crude"}, "holds another thing than NLTK's reuters"),
        ({"reuters/cats.txt": "test/1 crude\ntest/2 crude", "reuters/test/1": "oil"}, "test/2 not found"),
        (
            {"reuters/cats.txt": "test/1 gold", "reuters/test/1": "gold"},
            "it has 1 of the 90 categories, and 'crude' is",
        ),
    ],
)
def test_reuters_of_a_wrong_kind(bare, monkeypatch, capsys, members, reason):
    """Is a copy with other content, or with too little of it, named with what is wrong, and passed over?"""
    (bare / "own" / "corpora").mkdir(parents=True)
    with zipfile.ZipFile(bare / "own" / "corpora" / "reuters.zip", "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    monkeypatch.setenv("WORKBOOK_DATA", str(bare / "own"))
    assert len(load_corpus("reuters", category="crude")) == 106
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 2
    assert said[0].startswith(f"reuters in {bare / 'own'} cannot be used") and reason in said[0]
    assert said[1].endswith("Going on with load_corpus('wiki') instead of 'reuters'.")


@pytest.mark.parametrize(("name", "instead"), [("reuters", "wiki"), ("sst", "primer"), ("ptb", "primer")])
def test_missing(bare, capsys, name, instead):
    """Does a text that is not to be had give the embedded one, and one line that says so?"""
    assert load_corpus(name) == load_corpus(instead)
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert said.endswith(f"Going on with load_corpus('{instead}') instead of '{name}'.\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("rueters",),
            "There is no corpus 'rueters'. Type one of primer, wiki, reuters, sst, ptb (did you mean reuters?).",
        ),
        (("wiki", "crude"), "The corpus 'wiki' has no categories: type load_corpus('wiki')."),
        (("sst", "training"), "The corpus 'sst' has no part 'training'. It has train, test, dev."),
    ],
)
def test_wrong_words(bare, words, said):
    """Does a wrong name or category say what to type?"""
    with pytest.raises(ValueError) as caught:
        load_corpus(*words)
    assert str(caught.value) == said


def test_ptb_in_a_folder(bare, monkeypatch):
    """Is a text of one sentence a line read from the folder that the user names?"""
    (bare / "ptb.train.txt").write_text(" no it was n't\n\n the <unk> fell N points\n", encoding="utf-8")
    monkeypatch.setenv("WORKBOOK_DATA", str(bare))
    assert load_corpus("ptb") == [["no", "it", "was", "n't"], ["the", "<unk>", "fell", "N", "points"]]


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\x00\x01\x02"])
def test_ptb_without_text(bare, monkeypatch, capsys, content):
    """Is a file without words, or one of NUL bytes, named, and the primer taken?"""
    (bare / "ptb.train.txt").write_bytes(content)
    monkeypatch.setenv("WORKBOOK_DATA", str(bare))
    assert load_corpus("ptb") == load_corpus("primer")
    assert "ptb.train.txt holds no text." in capsys.readouterr().out


def test_ptb_that_is_no_text(bare, monkeypatch, capsys):
    """Is a file that is no text named, and replaced by the embedded one?"""
    (bare / "ptb.train.txt").write_bytes(b"\xff\xfe\x00")
    monkeypatch.setenv("WORKBOOK_DATA", str(bare))
    assert load_corpus("ptb") == load_corpus("primer")
    assert "ptb.train.txt is no text in UTF-8" in capsys.readouterr().out


def test_folder_that_is_not_there(bare, monkeypatch, capsys):
    """Is a wrong name in WORKBOOK_DATA said, once?"""
    monkeypatch.setenv("WORKBOOK_DATA", str(bare / "mistyped"))
    for _ in range(2):
        assert load_corpus("ptb") == load_corpus("primer")
    assert capsys.readouterr().out.count(f"WORKBOOK_DATA names {bare / 'mistyped'}") == 1


def test_sst_of_a_wrong_kind(bare, monkeypatch, capsys):
    """Is a file of the right name and other content named, and passed over?"""
    (bare / "datasetSentences.txt").write_text("one\ntwo\n", encoding="utf-8")
    monkeypatch.setenv("WORKBOOK_DATA", str(bare))
    assert load_corpus("sst") == load_corpus("primer")
    assert f"sst in {bare} cannot be used" in capsys.readouterr().out


def test_light_to_import():
    """Does `import utils` leave gensim, NLTK and matplotlib alone?"""
    code = "import sys, utils; print(sorted({'gensim', 'nltk', 'matplotlib', 'sklearn'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(
    not REAL or not (Path(REAL) / "nltk_data").is_dir(), reason="WORKBOOK_DATA names no folder with nltk_data"
)
class TestRealReuters:
    def test_crude(self):
        """Are the stories about oil those that the original course counts?"""
        documents = load_corpus("reuters", "crude", start_end=True)
        assert len(documents) == 578
        assert len({word for document in documents for word in document}) == 8185
        assert documents[0][:6] == ["<START>", "japan", "to", "revise", "long", "-"]

    def test_missing_category(self):
        """Does a category that Reuters lacks lead to the nearest ones?"""
        with pytest.raises(corpora.UnknownCategory, match=r"no category 'crud' \(did you mean crude"):
            load_corpus("reuters", "crud")


@pytest.mark.skipif(not REAL or not (Path(REAL) / "sst").is_dir(), reason="WORKBOOK_DATA names no folder with sst")
@pytest.mark.parametrize(("part", "size"), [(None, 11_855), ("train", 8544), ("test", 2210), ("dev", 1101)])
def test_real_sst(part, size):
    """Are the treebank's parts as large as its publisher says?"""
    assert len(load_corpus("sst", part)) == size
