"""Verdicts: how each test of a submission ended, and the file that keeps them.

Scores in the gradebook follow from these (`grading.autograde`); how a test is run stands in `grading.engine`.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from utils.diagnosis import Seen


class Status(StrEnum):
    """The nine ways in which a test can end."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_WRITTEN = "not written"
    """The answer, or the branch of it that the test needs, raises NotImplementedError."""
    ERROR = "error"
    TIMEOUT = "timeout"
    OUT_OF_MEMORY = "out of memory"
    KILLED = "killed"
    NOT_REACHED = "not reached"
    GRADER_FAULT = "grader fault"


def question_of(test: str) -> str:
    """The question that a test, `<question>__<what>`, belongs to."""
    return test.split("__")[0]


@dataclass(frozen=True)
class Verdict:
    """How one test ended. `reason` is written for the student and holds nothing of a hidden test."""

    test: str
    status: Status
    points: float | None
    max_points: float
    reason: str = ""
    hidden: bool = False
    """Whether the hidden part decided (then `reason` says only so, and the text of a known mistake)."""
    cpu_seconds: float = 0.0
    """Processor time that the student's code used for the visible part: more could tell what a hidden part is."""
    memory_bytes: int = 0
    """The most memory that the student's process held during the visible part."""
    near_limit: bool = False
    """Within 20 % of a limit, both parts together: marked for a person."""
    mistakes: tuple[str, ...] = ()
    """The known mistakes that explain it, `<question>/<mistake>` each; several where they can't be told apart."""
    seen: Seen | None = None
    """What the visible part saw when it failed, to group unknown mistakes by. Nothing of a hidden part."""


def verdict_path(folder: Path, notebook: str) -> Path:
    """Where the verdict file of a notebook lies: beside the autograded notebook."""
    return folder / f"{notebook}.verdicts.json"


def write_verdicts(path: Path, verdicts: list[Verdict], notes: list[str]) -> None:
    """Write the verdict file of one notebook: its verdicts in test order, and notes about the submission as a whole."""
    document = {"verdicts": [asdict(verdict) for verdict in verdicts], "notes": notes}
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def read_verdicts(path: Path) -> tuple[list[Verdict], list[str]]:
    """Read a verdict file back: (verdicts, notes)."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return [_verdict(fields) for fields in document["verdicts"]], document["notes"]


def _verdict(fields: dict) -> Verdict:
    seen = tuple(fields.get("seen") or ()) or None  # older files have neither this nor mistakes
    mistakes = tuple(fields.get("mistakes", ()))
    return Verdict(**{**fields, "status": Status(fields["status"]), "mistakes": mistakes, "seen": seen})
