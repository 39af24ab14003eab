"""A filter of system calls for the student's sandbox: what would hold memory that no watch from outside can see.

Memory is counted by what processes have mapped and by what lies in the sandbox's own file systems. Anonymous shared
memory is neither, once it is unmapped. Calls into large and seldom used parts of the kernel are refused as well.
Everything else is allowed: what students' code may do is bounded by the sandbox (`grading.sandbox`), not by this.
"""

from __future__ import annotations

import errno
import platform
import struct

# Linux's numbers: architecture as in linux/audit.h, calls as in asm/unistd.h
_MACHINES = {
    "x86_64": (0xC000003E, 9, {29, 248, 249, 250, 298, 319, 321, 323, 425, 447}),
    "aarch64": (0xC00000B7, 222, {194, 217, 218, 219, 241, 279, 280, 282, 425, 447}),
}
# in this order: shmget, add_key, request_key, keyctl, perf_event_open, memfd_create, bpf, userfaultfd,
# io_uring_setup, memfd_secret
_SHARED_ANONYMOUS = 0x21  # of mmap's flags
_OTHER_INTERFACE = 0x40000000  # numbers from here on are those of another interface of x86_64

_LOAD, _EQUAL, _NOT_BELOW, _AND, _RETURN = 0x20, 0x15, 0x35, 0x54, 0x06
_ALLOW, _KILL, _FAIL = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER_AT, _ARCHITECTURE_AT, _MMAP_FLAGS_AT = 0, 4, 16 + 3 * 8


def student_filter(machine: str | None = None) -> bytes | None:
    """The filter as a program for the kernel (seccomp's classic BPF); None for a machine that is not known here."""
    known = _MACHINES.get(machine or platform.machine())
    if known is None:
        return None
    architecture, mmap, refused = known
    unknown, denied = _FAIL | errno.ENOSYS, _FAIL | errno.EPERM
    program = [
        _step(_LOAD, _ARCHITECTURE_AT),
        _step(_EQUAL, architecture, 1, 0),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER_AT),
        _step(_NOT_BELOW, _OTHER_INTERFACE, 0, 1),
        _step(_RETURN, unknown),
    ]
    for number in sorted(refused):
        program += [_step(_EQUAL, number, 0, 1), _step(_RETURN, unknown)]
    program += [
        _step(_EQUAL, mmap, 0, 4),
        _step(_LOAD, _MMAP_FLAGS_AT),
        _step(_AND, _SHARED_ANONYMOUS),
        _step(_EQUAL, _SHARED_ANONYMOUS, 0, 1),
        _step(_RETURN, denied),
        _step(_RETURN, _ALLOW),
    ]
    return b"".join(program)


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)
