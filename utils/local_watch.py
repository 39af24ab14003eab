"""Runs inside the kernel that `python -m utils check` starts: keeps it alive, stops slow cells, and tells of errors.

It is read as text and run there under a name of its own, so it imports nothing of `utils` and leaves no name among the
notebook's.
"""

from __future__ import annotations

import _thread
import json
import linecache
import math
import sys
import threading
import time
import traceback

LOOK_SECONDS = 0.2
AGAIN_SECONDS = 1.0  # a cell that catches an interrupt gets the next one after so long

_clock = time.process_time
_cell = {"until": math.inf, "over": False}


def watch(seconds: float) -> None:
    """From now on interrupt each cell that has used so many seconds of this process's time, its threads' included."""
    from IPython import get_ipython

    def begin(_info=None) -> None:
        _cell.update(until=_clock() + seconds, over=False)

    def end(_result=None) -> None:
        _cell.update(until=math.inf, over=_cell["over"] or _clock() > _cell["until"])

    shell = get_ipython()
    # these end their cell, as sys.exit() does, and not the kernel
    shell.ask_exit, shell.kernel.do_shutdown = _exit, _restart
    events = shell.events
    events.register("pre_run_cell", begin)
    events.register("post_run_cell", end)
    threading.Thread(target=_look, daemon=True).start()


def _exit() -> None:
    raise SystemExit("exit() or quit()")


def _restart(restart: bool) -> None:
    raise SystemExit("a restart or shutdown of the kernel")


def _look() -> None:
    while True:
        time.sleep(LOOK_SECONDS)
        if _clock() > _cell["until"]:
            _cell["over"] = True
            _thread.interrupt_main()
            time.sleep(AGAIN_SECONDS)


def told(raised: bool) -> str:
    """As JSON: was the last cell over its time, and, if it raised, the exception and the notebook's line of it."""
    return json.dumps({"over": _cell["over"], "error": _error() if raised else None})


def _error() -> dict | None:
    error = getattr(sys, "last_value", None)
    if error is None:
        return None
    line, code, cell = _place(error)
    try:
        message = error.msg if isinstance(error, SyntaxError) else str(error)
    except Exception:
        message = ""
    notes = [str(note) for note in getattr(error, "__notes__", [])]
    kind = "not written" if _is_not_written(error) else type(error).__name__
    return {"kind": kind, "message": message, "notes": notes, "line": line, "code": code, "cell": cell}


def _is_not_written(error: BaseException) -> bool:
    """Whether an answer is not written yet: the notebook or `utils` says so, and no package that can't do something."""
    from IPython import get_ipython

    if not isinstance(error, NotImplementedError):
        return False
    *_, (frame, _) = traceback.walk_tb(sys.last_traceback)
    return frame.f_globals is get_ipython().user_ns or str(frame.f_globals.get("__name__")).startswith("utils.")


def _place(error: BaseException) -> tuple[int, str, str]:
    """The innermost line of the notebook: its number, its text, and the text of its cell ("": the cell that ran)."""
    from IPython import get_ipython

    names = get_ipython().user_ns
    frames = [(frame, line) for frame, line in traceback.walk_tb(sys.last_traceback) if frame.f_globals is names]
    if frames:
        frame, line = frames[-1]
        file = frame.f_code.co_filename
        return line, linecache.getline(file, line).strip(), "".join(linecache.getlines(file))
    if isinstance(error, SyntaxError):
        return error.lineno or 0, (error.text or "").strip(), ""
    return 0, "", ""
