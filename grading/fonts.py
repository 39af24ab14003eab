"""A ready-made list of fonts for matplotlib in the sandbox, which would otherwise search for them at every start."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def font_list(folder: Path) -> Path | None:
    """Write the list into `folder` and return its path; None where matplotlib has made none.

    It is matplotlib's own list, less the fonts that the sandbox does not show.
    """
    import matplotlib  # here: 0.1 s that only grading needs

    found = _cached(Path(matplotlib.get_cachedir()))
    if found is None:
        subprocess.run(
            [sys.executable, "-c", "import matplotlib.font_manager"], check=False, capture_output=True, timeout=120
        )
        found = _cached(Path(matplotlib.get_cachedir()))
    if found is None:
        return None
    fonts = json.loads(found.read_text(encoding="utf-8"))
    for kind in ("ttflist", "afmlist"):
        fonts[kind] = [
            font for font in fonts[kind] if font["fname"].startswith("/usr/") or not font["fname"].startswith("/")
        ]
    made = folder / found.name
    made.write_text(json.dumps(fonts), encoding="utf-8")
    return made


def _cached(folder: Path) -> Path | None:
    return max(folder.glob("fontlist-v*.json"), key=lambda path: path.stat().st_mtime, default=None)
