"""Downloads against a server on this computer; no test here needs a network."""

from __future__ import annotations

import errno
import gzip
import hashlib
import http.server
import io
import json
import threading
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from utils import corpora, fetch, stock
from utils.fetch import DataMissing, Download

CONTENT = bytes(range(256)) * 2000


@dataclass
class Files(http.server.ThreadingHTTPServer):
    """What the server has, and how badly it behaves."""

    content: dict[str, bytes] = field(default_factory=dict)
    breaks_after: int | None = None  # bytes of a file's body, then the connection is closed
    resumes: bool = True
    asked: list[tuple[str, str | None]] = field(default_factory=list)  # path, Range

    def __post_init__(self):
        super().__init__(("127.0.0.1", 0), Handler)

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/{name}"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        name, wanted = self.path.lstrip("/"), self.headers["Range"]
        self.server.asked.append((name, wanted))
        if name not in self.server.content:
            self.send_error(404)
            return
        body, start = self.server.content[name], 0
        if wanted and self.server.resumes:
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body[start:][: self.server.breaks_after])

    def log_message(self, *_):
        pass


@pytest.fixture
def server(monkeypatch):
    monkeypatch.delenv("WORKBOOK_OFFLINE", raising=False)
    monkeypatch.delenv("WORKBOOK_DATA", raising=False)
    files = Files()
    thread = threading.Thread(target=files.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield files
    files.shutdown()
    files.server_close()
    thread.join()


def download(server) -> Download:
    wanted = hashlib.md5(CONTENT).hexdigest()
    return Download("corpus", server.url("corpus"), len(CONTENT), lambda path: fetch.digest(path, "md5") == wanted)


def test_whole_download(server, tmp_path, capsys):
    """Does a file arrive whole, with its size told first, and nothing left beside it?"""
    server.content["corpus"] = CONTENT
    download(server).to(tmp_path / "new" / "file.bin")
    assert (tmp_path / "new" / "file.bin").read_bytes() == CONTENT
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["file.bin"]
    assert capsys.readouterr().out.startswith("Downloading corpus: 0.5 MB.")


def test_resume(server, tmp_path):
    """After a break, does the next call ask only for what is missing?"""
    server.content["corpus"], server.breaks_after = CONTENT, 200_000
    with pytest.raises(DataMissing, match="the connection broke; call again to go on from there"):
        download(server).to(tmp_path / "file")
    assert not (tmp_path / "file").exists()
    have = (tmp_path / "file.part").stat().st_size
    assert 0 < have <= 200_000
    server.breaks_after = None
    download(server).to(tmp_path / "file")
    assert server.asked[-1] == ("corpus", f"bytes={have}-")
    assert (tmp_path / "file").read_bytes() == CONTENT


def test_server_that_cannot_resume(server, tmp_path):
    """If the server sends the file from its beginning all the same, is the old part replaced, not doubled?"""
    server.content["corpus"], server.resumes = CONTENT, False
    (tmp_path / "file.part").write_bytes(CONTENT[:1000])
    download(server).to(tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == CONTENT


@pytest.mark.parametrize("arrived", [CONTENT[:-1] + b"!", CONTENT + b"more"], ids=["checksum", "longer"])
def test_damaged(server, tmp_path, arrived):
    """Is what differs from what was announced deleted, and never put where it would be used?"""
    server.content["corpus"] = arrived
    with pytest.raises(DataMissing, match="damaged and was deleted: call again"):
        download(server).to(tmp_path / "file")
    assert list(tmp_path.iterdir()) == []


def test_shorter_than_announced(server, tmp_path):
    """Is a file that ends too early taken for a broken connection?"""
    server.content["corpus"] = CONTENT[:1000]
    with pytest.raises(DataMissing, match="the connection broke"):
        download(server).to(tmp_path / "file")
    assert not (tmp_path / "file").exists()


def test_wrong_part_left_from_before(server, tmp_path):
    """Does a part of some other file lead to a clean beginning, not to an endless complaint?"""
    server.content["corpus"] = CONTENT
    (tmp_path / "file.part").write_bytes(b"x" * 1000)
    with pytest.raises(DataMissing, match="call again"):
        download(server).to(tmp_path / "file")
    download(server).to(tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == CONTENT


def test_not_found(server, tmp_path):
    """Does a missing file name the server's answer?"""
    with pytest.raises(DataMissing, match=r"corpus is not here and could not be downloaded \(the server answered 404"):
        download(server).to(tmp_path / "file")


def test_no_network(server, tmp_path):
    """Is a refused connection called "no network", with what to do next?"""
    lost = download(server)
    server.shutdown()
    server.server_close()
    with pytest.raises(DataMissing, match="no network; call again when there is one, or set WORKBOOK_DATA"):
        lost.to(tmp_path / "file")


def test_interrupt_keeps_the_part(server, tmp_path, monkeypatch):
    """Does an interrupt end the download with a sentence, and keep what has arrived?"""
    server.content["corpus"] = CONTENT

    class Interrupted(io.BytesIO):
        status, headers = 200, {"Content-Range": None}

        def read(self, size=-1):
            if self.tell() > 100_000:
                raise KeyboardInterrupt
            return super().read(size)

    monkeypatch.setattr(fetch, "_opened", lambda *_: Interrupted(CONTENT))
    with pytest.raises(DataMissing, match="interrupted; a later call goes on"):
        download(server).to(tmp_path / "file")
    assert (tmp_path / "file.part").stat().st_size > 100_000


def test_full_disk_before(server, tmp_path, monkeypatch):
    """Is too small a disk noticed before anything is fetched?"""
    server.content["corpus"] = CONTENT
    monkeypatch.setattr(fetch.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1_000_000}))
    with pytest.raises(DataMissing, match=r"needs 0.5 MB and the disk has 1.0 MB free .*: make room, then call again"):
        download(server).to(tmp_path / "file")
    assert server.asked == []


def test_full_disk_during(server, tmp_path, monkeypatch):
    """Does a disk that fills up on the way lead to a sentence?"""

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Download, "_receive", full)
    with pytest.raises(DataMissing, match="the disk is full: make room, then call again"):
        download(server).to(tmp_path / "file")


def test_switched_off(server, tmp_path, monkeypatch):
    """With WORKBOOK_OFFLINE set, is the network left alone?"""
    monkeypatch.setenv("WORKBOOK_OFFLINE", "1")
    with pytest.raises(DataMissing, match="switched off by WORKBOOK_OFFLINE; to have it, remove this variable"):
        download(server).to(tmp_path / "file")
    assert server.asked == []


def zipped(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


REUTERS = zipped({"reuters/cats.txt": b"test/1 crude\n", "reuters/test/1": b"Oil PRICES rose.\n"})


def offer_reuters(server, monkeypatch, packed: bytes = REUTERS) -> None:
    server.content["reuters.zip"] = packed
    server.content["index.xml"] = (
        f'<nltk_data><packages><package id="reuters" subdir="corpora" size="{len(REUTERS)}" '
        f'sha256_checksum="{hashlib.sha256(REUTERS).hexdigest()}" url="{server.url("reuters.zip")}"/>'
        f"</packages></nltk_data>"
    ).encode()
    monkeypatch.setattr(fetch, "NLTK_INDEX", server.url("index.xml"))


@contextmanager
def nltk_looks_in(folder: Path):
    import nltk.data

    before = list(nltk.data.path)
    nltk.data.path[:] = [str(folder)]
    yield
    nltk.data.path[:] = before


def test_reuters_is_fetched_and_read(server, monkeypatch, tmp_path):
    """Does load_corpus fetch what is missing, and is it there the next time without the server?"""
    offer_reuters(server, monkeypatch)
    (tmp_path / "nltk").mkdir(mode=0o755)
    with nltk_looks_in(tmp_path / "nltk"):
        assert corpora.load_corpus("reuters", "crude") == [["oil", "prices", "rose", "."]]
        asked = len(server.asked)
        assert corpora.load_corpus("reuters", "crude") == [["oil", "prices", "rose", "."]]
        assert len(server.asked) == asked


def test_damaged_copy_is_passed_over(server, monkeypatch, tmp_path, capsys):
    """With half a file in the user's folder, does the notebook get the corpus, and is told which file to delete?"""
    offer_reuters(server, monkeypatch)
    (tmp_path / "own" / "corpora").mkdir(parents=True)
    (tmp_path / "own" / "corpora" / "reuters.zip").write_bytes(REUTERS[:100])
    (tmp_path / "nltk").mkdir(mode=0o755)
    monkeypatch.setenv("WORKBOOK_DATA", str(tmp_path / "own"))
    with nltk_looks_in(tmp_path / "nltk"):
        assert corpora.load_corpus("reuters", "crude") == [["oil", "prices", "rose", "."]]
    assert f"reuters in {tmp_path / 'own'} cannot be used" in capsys.readouterr().out


def test_page_instead_of_a_list(server, monkeypatch, tmp_path, capsys):
    """Does a hotel's log-in page in the place of NLTK's list lead to one line and to the text that is embedded?"""
    offer_reuters(server, monkeypatch)
    server.content["index.xml"] = b"<!doctype html><p>Please log in"
    monkeypatch.setattr(corpora, "_READERS", corpora._READERS | {"wiki": lambda _: [["embedded"]]})
    (tmp_path / "nltk").mkdir(mode=0o755)
    with nltk_looks_in(tmp_path / "nltk"):
        assert corpora.load_corpus("reuters", "crude") == [["embedded"]]
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "Going on with load_corpus('wiki') instead of 'reuters'." in said


GLOVE = gzip.compress(b"2 3\nking 0.1 0.2 0.3\nqueen 0.3 0.1 0.2\n")


def offer_vectors(server, monkeypatch, folder: Path) -> None:
    name = "glove-wiki-gigaword-50"
    entry = {"file_size": len(GLOVE), "checksum": hashlib.md5(GLOVE).hexdigest(), "parts": 1}
    server.content["list.json"] = json.dumps({"models": {name: entry}, "corpora": {}}).encode()
    server.content[f"files/{name}/{name}.gz"] = GLOVE
    server.content[f"files/{name}/__init__.py"] = b"# gensim's own\n"
    monkeypatch.setattr(fetch, "GENSIM_LIST", server.url("list.json"))
    monkeypatch.setattr(fetch, "GENSIM_FILES", server.url("files"))
    monkeypatch.setenv("GENSIM_DATA_DIR", str(folder))


def test_vectors_are_fetched_as_gensim_does(server, monkeypatch, tmp_path):
    """Does load_vectors fetch into gensim's folder all that gensim.downloader looks for there?"""
    from utils.vectors import load_vectors

    offer_vectors(server, monkeypatch, tmp_path)
    assert load_vectors("glove-wiki-gigaword-50").index_to_key == ["king", "queen"]
    made = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())
    name = "glove-wiki-gigaword-50"
    assert made == sorted([f"{name}/__init__.py", f"{name}/{name}.gz", "information.json"])


def test_the_file_for_gensim_alone_may_be_missing(server, monkeypatch, tmp_path):
    """Are vectors used that arrived, although the small file beside them did not?"""
    from utils.vectors import load_vectors

    offer_vectors(server, monkeypatch, tmp_path)
    del server.content["files/glove-wiki-gigaword-50/__init__.py"]
    assert load_vectors("glove-wiki-gigaword-50").index_to_key == ["king", "queen"]


def test_interrupt_before_the_first_byte(monkeypatch, tmp_path, capsys):
    """Does an interrupt while the server has not answered yet lead to the embedded data and one line?"""
    from utils.vectors import load_vectors

    def silent(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.delenv("WORKBOOK_DATA", raising=False)
    monkeypatch.setenv("GENSIM_DATA_DIR", str(tmp_path))
    monkeypatch.setattr(fetch.urllib.request, "urlopen", silent)
    monkeypatch.delenv("WORKBOOK_OFFLINE", raising=False)
    assert "king" in load_vectors("glove-wiki-gigaword-50")
    said = capsys.readouterr().out
    assert "could not be downloaded (interrupted). Going on with load_vectors('offline')" in said
    assert said.count("\n") == 1


def test_vectors_not_in_the_list(server, monkeypatch, tmp_path, capsys):
    """Does a name that gensim has given up lead to the offline vectors and one line?"""
    from utils.vectors import load_vectors

    offer_vectors(server, monkeypatch, tmp_path)
    assert "king" in load_vectors("glove-twitter-25")
    assert capsys.readouterr().out.count("\n") == 1


def sst_files() -> dict[str, bytes]:
    return {
        "datasetSentences.txt": b"sentence_index\tsentence\n1\tThe Rock\n2\tA fine film\n",
        "datasetSplit.txt": b"sentence_index,splitset_label\n1,1\n2,2\n",
        "sentiment_labels.txt": b"phrase ids|sentiment values\n0|0.5\n",
    }


def test_sst_is_fetched_and_read(server, monkeypatch, tmp_path):
    """Are the files unpacked, checked one by one, and the packed file removed?"""
    members = sst_files()
    server.content["sst.zip"] = zipped({f"stanfordSentimentTreebank/{name}": text for name, text in members.items()})
    monkeypatch.setattr(fetch, "SST_ZIP", server.url("sst.zip"))
    monkeypatch.setattr(fetch, "SST_FILES", {name: hashlib.sha256(text).hexdigest() for name, text in members.items()})
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path))
    assert corpora.load_corpus("sst", "test") == [["a", "fine", "film"]]
    assert sorted(path.name for path in (tmp_path / "sst").iterdir()) == sorted(members)


def test_sst_with_other_content(server, monkeypatch, tmp_path):
    """Is a zip with other files than the known ones refused?"""
    server.content["sst.zip"] = zipped({f"x/{name}": text for name, text in sst_files().items()})
    monkeypatch.setattr(fetch, "SST_ZIP", server.url("sst.zip"))
    with pytest.raises(DataMissing, match="damaged and was deleted"):
        fetch.fetch_sst(tmp_path)
    assert list((tmp_path / "sst").iterdir()) == []


def test_cache_is_optional(tmp_path):
    """If the cache cannot be written, does that go unnoticed?"""
    (tmp_path / "file").write_text("in the way of a folder")
    fetch.keep(tmp_path / "file" / "cached", b"content")
    assert (tmp_path / "file").read_text() == "in the way of a folder"


def test_class_room(server, monkeypatch, tmp_path, capsys):
    """Does `data fetch --folder` make a folder that serves as WORKBOOK_DATA, and `data check` find what is broken in it?"""
    from utils.__main__ import main

    offer_reuters(server, monkeypatch)
    offer_vectors(server, monkeypatch, tmp_path / "none")
    folder = tmp_path / "class"
    with nltk_looks_in(tmp_path / "nowhere"):
        assert main(["data", "fetch", "reuters", "glove-wiki-gigaword-50", "--folder", str(folder)]) == 0
        monkeypatch.setenv("WORKBOOK_DATA", str(folder))
        capsys.readouterr()
        assert main(["data", "check", "reuters", "glove-wiki-gigaword-50"]) == 0
        assert capsys.readouterr().out.count("good in") == 2
        packed = next(folder.rglob("*.gz"))
        packed.write_bytes(packed.read_bytes()[:-10])
        assert main(["data", "check", "reuters", "glove-wiki-gigaword-50"]) == 1
        assert "delete it there" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["data", "fetch"], "Say what to fetch"),
        (["data", "check", "reuter"], "Type one of reuters."),
    ],
)
def test_commands_that_are_not_understood(words, said, capsys):
    """Does a command with a wrong or missing name say what to type?"""
    from utils.__main__ import main

    assert main(words) == 2
    assert said in capsys.readouterr().out


def test_only_what_is_missing_is_asked_for(capsys):
    """Does `data` alone ask for the action, and not for a name, which may be left out?"""
    from utils.__main__ import main

    with pytest.raises(SystemExit):
        main(["data"])
    said = capsys.readouterr().err
    assert "required: action\n" in said


def test_list_names_everything(capsys, monkeypatch, tmp_path):
    """Does `data list` give a line for each corpus and each set of vectors, without a network?"""
    monkeypatch.setenv("WORKBOOK_OFFLINE", "1")
    monkeypatch.setenv("GENSIM_DATA_DIR", str(tmp_path))
    assert stock.run("list", [], None) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(stock.EMBEDDED) + len(stock.FETCHED)
