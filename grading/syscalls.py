"""A filter of system calls for the student's sandbox: what would hold memory that no watch from outside can see.

Memory is counted by what processes have mapped and by what lies in the sandbox's own file systems. Anonymous shared
memory is neither, once it is unmapped; semaphores and message queues of System V, large buffers of sockets and locks on
files are memory of the kernel. Sockets other than local ones, and large and seldom used parts of the kernel, are
refused as well. All else is allowed: what students' code may do is bounded by the sandbox (`grading.sandbox`).
"""

from __future__ import annotations

import errno
import platform
import socket
import struct
from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class _Machine:
    """Linux's numbers: the architecture as in linux/audit.h, calls as in asm/unistd.h."""

    architecture: int
    mmap: int
    socket: int
    setsockopt: int
    fcntl: int
    refused: Collection[int]
    """shmget, semget, msgget, add_key, request_key, keyctl, perf_event_open, memfd_create, bpf, userfaultfd,
    io_uring_setup, memfd_secret, in this order."""


_MACHINES = {
    "x86_64": _Machine(0xC000003E, 9, 41, 54, 72, (29, 64, 68, 248, 249, 250, 298, 319, 321, 323, 425, 447)),
    "aarch64": _Machine(0xC00000B7, 222, 198, 208, 25, (194, 190, 186, 217, 218, 219, 241, 279, 280, 282, 425, 447)),
}
_SHARED_ANONYMOUS = 0x21  # of mmap's flags
_LOCAL_SOCKETS = (socket.AF_UNIX, socket.AF_NETLINK)
_BUFFER_SIZES = (7, 8, 32, 33)  # SO_SNDBUF, SO_RCVBUF and their FORCE forms
_FILE_LOCKS = (6, 7, 37, 38)  # F_SETLK, F_SETLKW and their OFD forms
_OTHER_INTERFACE = 0x40000000  # numbers from here on are those of another interface of x86_64
_WHOLE = 0xFFFFFFFF

_LOAD, _EQUAL, _NOT_BELOW, _AND, _RETURN = 0x20, 0x15, 0x35, 0x54, 0x06
_ALLOW, _KILL, _FAIL = 0x7FFF0000, 0x80000000, 0x00050000
_NOTHING_DONE = _FAIL | 0  # the call says that it went well
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16


def student_filter(machine: str | None = None) -> bytes | None:
    """The filter as a program for the kernel (seccomp's classic BPF); None for a machine that is not known here."""
    known = _MACHINES.get(machine or platform.machine())
    if known is None:
        return None
    unknown, denied, no_family = (_FAIL | number for number in (errno.ENOSYS, errno.EPERM, errno.EAFNOSUPPORT))
    program = [
        _step(_LOAD, _ARCHITECTURE_AT),
        _step(_EQUAL, known.architecture, 1, 0),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER_AT),
        _step(_NOT_BELOW, _OTHER_INTERFACE, 0, 1),
        _step(_RETURN, unknown),
    ]
    for number in sorted(known.refused):
        program += [_step(_EQUAL, number, 0, 1), _step(_RETURN, unknown)]
    program += _by_argument(known.mmap, 3, [_SHARED_ANONYMOUS], denied, _ALLOW, mask=_SHARED_ANONYMOUS)
    program += _by_argument(known.socket, 0, _LOCAL_SOCKETS, _ALLOW, no_family)
    program += _by_argument(known.setsockopt, 2, _BUFFER_SIZES, _NOTHING_DONE, _ALLOW)
    program += _by_argument(known.fcntl, 1, _FILE_LOCKS, _NOTHING_DONE, _ALLOW)
    return b"".join([*program, _step(_RETURN, _ALLOW)])


def _by_argument(
    call: int, place: int, values: Collection[int], among: int, otherwise: int, mask: int = _WHOLE
) -> list[bytes]:
    """Steps that decide about one call: by whether its argument at `place`, under the mask, is one of the values."""
    decision = [_step(_LOAD, _ARGUMENTS_AT + 8 * place), _step(_AND, mask)]
    decision += [_step(_EQUAL, value, left, 0) for left, value in zip(range(len(values), 0, -1), values, strict=True)]
    decision += [_step(_RETURN, otherwise), _step(_RETURN, among)]
    return [_step(_EQUAL, call, 0, len(decision)), *decision]


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)
