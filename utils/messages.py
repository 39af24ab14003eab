"""Failure messages and their order: the reason, the call, the numbers, and the hint where it is not the reason.

The grader adds a reason to a message that it did not make, so the order is kept in one place.
"""

from __future__ import annotations

import textwrap

from utils import diagnosis
from utils.show import WIDTH

REASON, NUMBERS, LOOKS, HINT = "probable reason", "what the numbers tell", "what looks wrong", "hint"


class CheckFailed(AssertionError):
    """What came back is not what was wanted; the message is written for the student.

    Attributes: `seen`, what came back, as `utils.diagnosis` keeps it, or None; `plain`, the message without the reason
    of a known mistake: the grader adds one when it has seen all tests.
    """

    def __init__(self, message: str, seen: diagnosis.Seen | None = None, numbers: str = "", hint: str = ""):
        """`message`: the call and its numbers. With `seen` a probable reason leads, if the result is a known mistake's.

        `numbers`: what they tell where it is not.
        """
        reason = diagnosis.probable_reason(seen) if seen else ""
        super().__init__(laid_out(message, hint, numbers, reason))
        self.seen = seen
        self.plain = laid_out(message, hint, numbers)

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the message alone, since the lines of the checks would only hide it."""
        return [str(self)]


def say_not_written(error: NotImplementedError) -> None:
    """Let a notebook show one line of an answer that is not written yet: which one it is, or what the error says.

    What comes from a library, `utils` aside, or lives in another process, is left as it is.
    """
    last = error.__traceback__
    while last.tb_next is not None:
        last = last.tb_next
    frame = last.tb_frame
    if frame.f_globals.get("__name__") == "__main__":
        if not error.args:
            name = frame.f_code.co_qualname.rpartition("<locals>.")[2]
            error.args = (name.replace("<module>", "this cell"),)
        error._render_traceback_ = lambda: [f"not written: {error}"]
    elif frame.f_globals.get("__name__", "").startswith("utils."):
        error._render_traceback_ = lambda: [str(error)]


def laid_out(body: str, hint: str = "", numbers: str = "", reason: str = "") -> str:
    """The message: `body`, the call and its numbers, behind the best reason there is.

    That is the `reason` of a known mistake, else what the `numbers` tell, else the `hint`. A hint that does not lead
    comes last; what the numbers tell is left out beside a known mistake.
    """
    if reason:
        body = f"{_line(REASON, reason)}\n{body}"
    elif numbers:
        body = f"{_line(NUMBERS, numbers)}\n{body}"
    elif hint:
        return f"{_hint(hint)}\n{body}"
    return f"{body}\n{_hint(hint, '  ')}" if hint else body


def led_by(reason: str, message: str) -> str:
    """A message of `laid_out`, or any other text, with the reason of a known mistake in front."""
    label, text, rest = lead(message)
    if label == REASON or not label:
        return laid_out(message if not label else rest, reason=reason)
    hint = {HINT: text, LOOKS: f"{LOOKS}: {text}"}.get(label, "")
    return laid_out(rest, hint, reason=reason)


def lead(message: str) -> tuple[str, str, str]:
    """(label, text, the rest) of what a message begins with; label and text are "" where it has no reason in front."""
    first, *others = message.splitlines() or [""]
    label, colon, text = first.partition(": ")
    if not colon or label not in (REASON, NUMBERS, LOOKS, HINT):
        return "", "", message
    going_on = next((n for n, line in enumerate(others) if not line.startswith("  ")), len(others))
    return label, " ".join([text, *map(str.strip, others[:going_on])]), "\n".join(others[going_on:])


def _hint(text: str, indent: str = "") -> str:
    """A hint; one of `utils.terms` says by itself what it is."""
    label, colon, rest = text.partition(": ")
    return _line(LOOKS, rest, indent) if colon and label == LOOKS else _line(HINT, text, indent)


def _line(label: str, text: str, indent: str = "") -> str:
    return textwrap.fill(
        f"{label}: {text}",
        WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
