"""The time that a submission may use: one share for the student's own cells, one for all that is graded."""

from __future__ import annotations

from grading.limits import Boundary


class Budget:
    """What is left of a submission's time for one kind of cells, all its runs together."""

    def __init__(self, boundary: Boundary, cpu: float):
        """`cpu`: seconds of processor time; the clock allows some times as much."""
        self._boundary, self._cpu, self._wall = boundary, cpu, cpu * boundary.wall_factor

    def spend(self, cpu: float, wall: float) -> None:
        self._cpu -= cpu
        self._wall -= wall

    def used_up(self) -> bool:
        return self._boundary.stopped or self._cpu <= 0 or self._wall <= 0

    def cpu(self, wanted: float) -> float:
        """So many seconds of processor time, or what is left."""
        return max(min(wanted, self._cpu), 0.0)

    def wall(self, wanted: float) -> float:
        """So many seconds by the clock, or what is left."""
        return max(min(wanted, self._wall), 0.0)


class Budgets:
    """The time of a submission: cells of the student's own can't use up that of the answers and tests."""

    def __init__(self, boundary: Boundary):
        self.own = Budget(boundary, boundary.own_cpu)
        self.graded = Budget(boundary, boundary.notebook_cpu)
        """For answers, given cells and tests."""
