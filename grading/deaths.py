"""Finds the step of a notebook that ended its process: one before the step under way may have done it, a moment later.

A step is a cell or a test that runs. By a timer, a thread or a child process a step can end the kernel when others run.
So the step at which a kernel died is left out of the next run on trial only, which waits in its place until every step
before would have ended the kernel again. If the kernel lives, it was that step. If not, it was one before, and a third
run waits in the same way after each: then the kernel dies at the one that did it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from grading.student import Cause

MARGIN = 0.5  # seconds that a timer may be late


@dataclass
class Timeline:
    """When the steps of a run began and ended, by time.monotonic()."""

    began: dict[int, float] = field(default_factory=dict)
    ended: dict[int, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Death:
    """How a run ended before the notebook's end."""

    index: int
    """The step under way."""
    cause: Cause
    certain: bool
    """Whether it was this step that did it."""
    at: float
    began: Mapping[int, float]


@dataclass(frozen=True)
class Doubt:
    """A death of which it is not known which step did it, and how the next run is to find that out."""

    death: Death
    thorough: bool = False
    """Whether to wait after each step before that of the death, and not only in its place."""

    def in_place_of(self, index: int) -> bool:
        """Whether the run is to wait instead of this step."""
        return not self.thorough and index == self.death.index

    def after(self, index: int) -> bool:
        """Whether the run is to wait after this step."""
        return self.thorough and index < self.death.index

    def settles(self, index: int) -> bool:
        """Whether a death at this step of the run was its own doing."""
        return self.thorough and index <= self.death.index

    def until(self, run: Timeline) -> float:
        """The moment by which each step that has ended in this run would have ended the kernel, as it then did."""
        lives = [ended + self.death.at - self.death.began[i] for i, ended in run.ended.items() if i in self.death.began]
        return max(lives, default=0.0) + MARGIN
