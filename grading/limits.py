"""The limits under which submissions run, set in nbgrader_config.py as `c.Boundary.<name>`, and the word to stop."""

from __future__ import annotations

from traitlets import Enum, Float, Integer
from traitlets.config import LoggingConfigurable

MIB = 1024 * 1024


class Boundary(LoggingConfigurable):
    """How student code is isolated, and how much of the machine it may use."""

    stopped = False
    """Whether grading was broken off: whatever still runs is then over its time."""

    isolation = Enum(
        ["bubblewrap", "none"],
        default_value="bubblewrap",
        help="How student code is kept from the machine; 'none' runs it with the grader's own rights.",
    ).tag(config=True)
    cell_cpu = Float(20.0, help="Seconds of processor time that one cell, or the calls of one test, may use.").tag(
        config=True
    )
    notebook_cpu = Float(
        120.0,
        help="Seconds of processor time that the answers, given cells and tests of one notebook may use together.",
    ).tag(config=True)
    own_cpu = Float(
        60.0,
        help="Seconds of processor time that cells of the student's own may use together; further ones are left out.",
    ).tag(config=True)
    wall_factor = Float(
        5.0, help="The wall clock is only a backstop: it allows this many times the processor time."
    ).tag(config=True)
    memory = Integer(2048 * MIB, help="Bytes of memory that all processes of one submission may hold together.").tag(
        config=True
    )
    processes = Integer(96, help="How many processes and threads one submission may have.").tag(config=True)
    file_size = Integer(32 * MIB, help="Bytes in one file that a submission writes.").tag(config=True)
    scratch_size = Integer(128 * MIB, help="Bytes in all files that a submission writes.").tag(config=True)
    output_size = Integer(1 * MIB, help="Bytes of output that are kept of one cell.").tag(config=True)
    notebook_output = Integer(8 * MIB, help="Bytes of output that are kept of all cells of one notebook together.").tag(
        config=True
    )
    submission_size = Integer(16 * MIB, help="Bytes in one submitted file.").tag(config=True)
