"""The list of fonts that matplotlib finds in the sandbox."""

import json
from pathlib import Path

import matplotlib.font_manager
import pytest

from grading.fonts import font_list


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """Matplotlib's own folder, empty; it is asked for by a process that matplotlib starts anew."""
    folder = tmp_path / "cache"
    folder.mkdir()
    monkeypatch.setenv("MPLCONFIGDIR", str(folder))
    monkeypatch.setattr(matplotlib, "get_cachedir", lambda: str(folder))
    return folder


@pytest.mark.parametrize("before", [None, "", '{"ttflist": [', "[]", "{}"], ids=str)
def test_made_where_there_is_none(cache, tmp_path, before):
    """Is the list there without matplotlib's own, and where that is half written or something else?"""
    if before is not None:
        name = f"fontlist-v{matplotlib.font_manager.FontManager.__version__}.json"
        (cache / name).write_text(before)
    made = font_list(tmp_path)
    fonts = json.loads(made.read_text())
    assert made.parent == tmp_path and made.name == next(cache.iterdir()).name
    assert any(Path(font["fname"]).name == "DejaVuSans.ttf" for font in fonts["ttflist"])


def test_only_what_is_shown(cache, tmp_path):
    """Are fonts left out that lie where the sandbox shows nothing?"""
    names = ["fonts/ttf/DejaVuSans.ttf", "/usr/share/fonts/a.ttf", "/home/me/b.ttf"]
    (cache / "fontlist-v1.json").write_text(
        json.dumps({"ttflist": [{"fname": name} for name in names], "afmlist": [{"fname": names[2]}]})
    )
    fonts = json.loads(font_list(tmp_path).read_text())
    assert fonts == {"ttflist": [{"fname": name} for name in names[:2]], "afmlist": []}


def test_none(cache, tmp_path, monkeypatch):
    """Is there no list, and no fault, where matplotlib can make none?"""
    monkeypatch.setenv("MPLCONFIGDIR", "/proc/nothing/here")
    monkeypatch.setattr("grading.fonts._usual_folder", lambda: cache)
    assert font_list(tmp_path) is None
