"""The demonstration class: who hands in what. The members here hand in both assignments.

`grading.demo` grades the class; its unlucky and hostile members stand in `grading.demo_trouble`.
"""

from __future__ import annotations

import copy
from collections.abc import Callable

from grading.demo_desk import Desk, Member
from grading.demo_trouble import UNLUCKY_AND_HOSTILE
from grading.master import Role


def all_right(desk: Desk) -> None:
    """Everything right."""
    desk.answer_all()
    desk.save()


def blank(desk: Desk) -> None:
    """The release as it came."""
    desk.save()


def mistakes(**chosen: str) -> Callable[[Desk], None]:
    """Right but for known mistakes: question=mistake."""

    def hand_in(desk: Desk) -> None:
        desk.answer_all()
        for question, mistake in chosen.items():
            desk.answer_wrong(question, mistake)
        desk.save()

    return hand_in


def syntax_error(desk: Desk) -> None:
    """A bracket is missing in the first answer."""
    desk.answer_all()
    first = desk.master.questions[0]
    desk.answer(first, desk.cell(first).source + "\nprint((1, 2)")
    desk.save()


def endless_loop(desk: Desk) -> None:
    """The third answer never returns."""
    desk.answer_all()
    desk.spoil(desk.master.questions[2], "while True:\n    pass")
    desk.save()


def deleted_test(desk: Desk) -> None:
    """The first test cell was deleted, and the answer before it is wrong."""
    desk.answer_all()
    first = desk.master.questions[0]
    desk.spoil(first, "return None")
    test = desk.cell(desk.master.having(Role.TEST)[0].id)
    desk.notebook.cells.remove(test)
    desk.save()


def duplicated_cell(desk: Desk) -> None:
    """The first answer and its test stand twice: first as stubs, then filled in."""
    desk.answer_all()
    first = desk.cell(desk.master.questions[0])
    twin = copy.deepcopy(first)
    twin.id = "twin"
    twin.source = first.source.split(":\n")[0] + ":\n    raise NotImplementedError"
    place = desk.notebook.cells.index(first)
    desk.notebook.cells.insert(place, twin)
    test = copy.deepcopy(desk.cell(desk.master.having(Role.TEST)[0].id))
    test.id = "twin-test"
    desk.notebook.cells.insert(place + 2, test)
    desk.save()


def everyone(**wrong: dict[str, str]) -> list[Member]:
    """The eight members that hand in both assignments; `wrong` gives the mistakes of the two that make some."""
    return [
        Member("ada", "all right", all_right),
        Member("ben", "all blank", blank),
        Member("cleo", "two wrong answers", mistakes(**wrong["cleo"])),
        Member("dan", "two other wrong answers", mistakes(**wrong["dan"])),
        Member("eva", "a syntax error", syntax_error),
        Member("finn", "an endless loop", endless_loop),
        Member("gita", "a deleted test cell", deleted_test),
        Member("hugo", "a duplicated cell", duplicated_cell),
    ]


CLASS = {
    "a1": everyone(
        cleo={"q1_co_occurrence": "yes_or_no", "q1_plot_embeddings": "swapped_axes"},
        dan={"q1_distinct_words": "counts_tokens", "q1_reduce_to_k_dim": "U_only"},
    ),
    "a2": everyone(
        cleo={"q2_naive_softmax": "delta_sign", "q2_skipgram": "return_inside_the_loop"},
        dan={"q2_sigmoid": "sign_flipped", "q2_neg_sampling": "repeats_once"},
    )
    + UNLUCKY_AND_HOSTILE,
}
"""Who hands in what, for each assignment."""
