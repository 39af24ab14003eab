"""Cuts a test cell into its visible and its hidden part."""

from __future__ import annotations

from grading.master import BEGIN_HIDDEN, END_HIDDEN


def split_hidden(source: str) -> tuple[str, str]:
    """(visible part, hidden part) of a test cell; the hidden part is "" where there is none.

    Lines keep their numbers in both parts, so that messages name the right line.
    """
    visible, hidden, inside = [], [], False
    for line in source.split("\n"):
        marker = BEGIN_HIDDEN in line or END_HIDDEN in line
        inside = BEGIN_HIDDEN in line or (inside and END_HIDDEN not in line)
        visible.append("" if inside or marker else line)
        hidden.append(line if inside and not marker else "")
    return "\n".join(visible).rstrip("\n"), "\n".join(hidden).rstrip("\n")
