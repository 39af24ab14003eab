"""Takes messages from a student's kernel and makes bounded notebook outputs of them, whatever the messages hold.

The student's process knows the key of its connection and may send anything: nothing here trusts a size, a type or a
claim. Which cell runs and for how long is the matter of `grading.student`.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import Any

import zmq
from nbformat import NotebookNode
from nbformat.v4 import new_output

DELIMITER = b"<IDS|MSG>"
LARGEST_MESSAGE = 24 * 1024 * 1024  # bytes; a larger one never enters this process
QUEUED_MESSAGES = 4  # so that what waits stays small too
SMALL = 4096  # bytes: what says only that a cell began or ended, and the header of any message
AS_JSON = 4  # times its own size may an output be that is still read
LONGEST_KIND = 100
MOST_OUTPUTS = 1000  # of one cell: pages are slow to make of more
STRAGGLERS = 1.0  # seconds to wait for the second of the two messages that end a request


@dataclass(frozen=True)
class Message:
    kind: str
    parent: str
    """Id of the request that it answers."""
    content: dict[str, Any]
    cut: bool = False
    """Whether its content was too large to be read; then it is empty here."""


def context() -> zmq.Context:
    """A ZeroMQ context whose sockets take no more than they must."""
    made = zmq.Context()
    made.setsockopt(zmq.MAXMSGSIZE, LARGEST_MESSAGE)
    made.setsockopt(zmq.RCVHWM, QUEUED_MESSAGES)
    made.setsockopt(zmq.LINGER, 0)
    made.setsockopt(zmq.RECONNECT_IVL, 10)
    return made


def receive(socket: zmq.Socket, largest: int = LARGEST_MESSAGE) -> Message | None:
    """The next message that has come, without its content if that is larger; None when it can't be read.

    Reading JSON costs up to forty times its size in memory. Raises zmq.Again when none has come.
    """
    frames = socket.recv_multipart(zmq.NOBLOCK)
    if sum(map(len, frames)) > LARGEST_MESSAGE or DELIMITER not in frames:
        return None
    parts = frames[frames.index(DELIMITER) + 1 :]
    if len(parts) < 5 or len(parts[1]) > SMALL or len(parts[2]) > SMALL:
        return None
    cut = len(parts[4]) > largest
    try:
        header, parent, content = (json.loads(part) for part in (parts[1], parts[2], b"{}" if cut else parts[4]))
    except (ValueError, RecursionError):
        return None
    if not (isinstance(header, dict) and isinstance(parent, dict) and isinstance(content, dict)):
        return None
    kind, answered = header.get("msg_type"), parent.get("msg_id")
    return Message(kind, answered, content, cut) if isinstance(kind, str) and isinstance(answered, str) else None


class Ending:
    """Whether a request is answered: by a reply and by the word that the kernel is idle, in either order.

    A message may be lost (too large, or too many), so one of them is enough after a short while.
    """

    def __init__(self):
        self.count: int | None = None
        self.failed = False
        self._idle = self._reply = False
        self._first_at: float | None = None

    def saw_idle(self) -> None:
        self._idle = True
        self._first_at = self._first_at or time.monotonic()

    def saw_reply(self, message: Message) -> None:
        count = message.content.get("execution_count")
        self._reply = True
        self.count = count if type(count) is int else None
        self.failed = message.content.get("status") != "ok"
        self._first_at = self._first_at or time.monotonic()

    @property
    def partial(self) -> bool:
        """Whether one of the two did not come."""
        return not (self._idle and self._reply)

    def complete(self) -> bool:
        if self._idle and self._reply:
            return True
        return self._first_at is not None and time.monotonic() > self._first_at + STRAGGLERS


@dataclass
class Outputs:
    """The outputs of one cell, up to `limit` bytes together; what is beyond is dropped and said in one line."""

    limit: int
    outputs: list[NotebookNode] = field(default_factory=list)
    size: int = 0
    dropped: bool = False
    _clear_next: bool = False

    @property
    def readable(self) -> int:
        """Bytes of a message that is still worth reading."""
        return SMALL if self.size >= self.limit else AS_JSON * self.limit + SMALL

    def add(self, message: Message) -> None:
        """Take one message of the kernel's output channel; those of other kinds are passed over."""
        content = message.content
        if message.kind == "clear_output":
            self._clear_next = True
            if content.get("wait") is not True:
                self._clear()
            return
        if message.kind not in ("stream", "display_data", "execute_result", "error"):
            return
        if message.cut:
            self.dropped = True
            return
        if self._clear_next:
            self._clear()
        if message.kind == "stream":
            self._add_text(content)
        elif message.kind == "error":
            self._add(_error(content))
        else:
            self._add(_display(message.kind, content))

    def finished(self) -> list[NotebookNode]:
        """The outputs, with a line at the end where something is missing."""
        if not self.dropped:
            return self.outputs
        note = f"… (more output was dropped: of a cell {self.limit} bytes and {MOST_OUTPUTS} pieces are kept)\n"
        return [*self.outputs, new_output("stream", name="stdout", text=note)]

    def _clear(self) -> None:
        self.outputs, self._clear_next = [], False

    def _add_text(self, content: dict) -> None:
        name = "stderr" if content.get("name") == "stderr" else "stdout"
        text = _clean(content.get("text"))
        room = max(self.limit - self.size, 0)
        kept = text.encode()[:room].decode(errors="ignore")
        self.dropped = self.dropped or len(kept) < len(text)
        self.size += len(kept.encode())
        if not kept:
            self.size = self.limit if text else self.size
        elif self.outputs and self.outputs[-1].output_type == "stream" and self.outputs[-1].name == name:
            self.outputs[-1].text += kept
        elif len(self.outputs) < MOST_OUTPUTS:
            self.outputs.append(new_output("stream", name=name, text=kept))
        else:
            self.dropped, self.size = True, self.limit

    def _add(self, output: NotebookNode) -> None:
        size = len(json.dumps(output))
        if self.size + size > self.limit or len(self.outputs) >= MOST_OUTPUTS:
            self.dropped = True
            self.size = self.limit
            return
        self.size += size
        self.outputs.append(output)


def _clean(text: Any) -> str:
    """Text that can be written to a file; '' for what is no text."""
    return text.encode("utf-8", "replace").decode() if isinstance(text, str) else ""


def _error(content: dict) -> NotebookNode:
    lines = content.get("traceback")
    return new_output(
        "error",
        ename=_clean(content.get("ename")),
        evalue=_clean(content.get("evalue")),
        traceback=[_clean(line) for line in lines] if isinstance(lines, list) else [],
    )


def _display(kind: str, content: dict) -> NotebookNode:
    """Pictures and texts; data that is not text (widgets, JSON) is left out."""
    data = content.get("data")
    pairs = data.items() if isinstance(data, dict) else ()
    kept = {_clean(mime)[:LONGEST_KIND]: _clean(value) for mime, value in pairs if isinstance(value, str)}
    if kind == "display_data":
        return new_output(kind, data=kept)
    count = content.get("execution_count")
    return new_output(kind, data=kept, execution_count=count if type(count) is int else None)
