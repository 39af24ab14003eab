"""A ready-made list of fonts for matplotlib in the sandbox, which would otherwise search for them at every start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path


def font_list(folder: Path) -> Path | None:
    """Write the list into `folder` and return its path; None where matplotlib has made none.

    It is matplotlib's own list, less the fonts that the sandbox does not show.
    """
    found = _newest(_usual_folder())
    fonts = found and _read(found)
    if not fonts:
        found = _made_by_matplotlib()
        fonts = found and _read(found)
    if not fonts:
        return None
    for kind in ("ttflist", "afmlist"):
        fonts[kind] = [
            font for font in fonts[kind] if font["fname"].startswith("/usr/") or not font["fname"].startswith("/")
        ]
    made = folder / found.name
    made.write_text(json.dumps(fonts), encoding="utf-8")
    return made


def _read(found: Path) -> dict | None:
    """Matplotlib's list; None where the file is none, such as while another process writes it."""
    try:
        fonts = json.loads(found.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return fonts if isinstance(fonts, dict) and {"ttflist", "afmlist"} <= fonts.keys() else None


def _usual_folder() -> Path:
    """Where matplotlib keeps its lists on Linux, without the 0.3 s that it takes to ask it."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("MPLCONFIGDIR") or Path(cache, "matplotlib"))


def _made_by_matplotlib() -> Path | None:
    import matplotlib  # here, since the list is there already but for the first time

    subprocess.run(
        [sys.executable, "-c", "import matplotlib.font_manager"], check=False, capture_output=True, timeout=120
    )
    return _newest(Path(matplotlib.get_cachedir()))


def _newest(folder: Path) -> Path | None:
    return max(folder.glob("fontlist-v*.json"), key=lambda path: path.stat().st_mtime, default=None)
