"""A failure message begins with its reason, wherever it is read."""

import io
import re

import numpy as np
import pytest
from rich.console import Console

from grading.report import in_few_words, lost_questions, verdict_table
from grading.verdicts import Status, Verdict
from utils.calls import with_names
from utils.checks import SMALL, CheckFailed, Outcome, call
from utils.messages import laid_out, lead, led_by
from utils.show import shown_call

LONG = "word " * 60


def test_the_order():
    """Does the reason of a known mistake lead, else what the numbers tell, else the hint, which else comes last?"""
    body = "f(1)\n  came back: 2"
    assert laid_out(body) == body
    assert laid_out(body, "look") == f"hint: look\n{body}"
    assert laid_out(body, "what looks wrong: the sign") == f"what looks wrong: the sign\n{body}"
    assert laid_out(body, "look", "twice") == f"what the numbers tell: twice\n{body}\n  hint: look"
    assert laid_out(body, "look", "twice", "known") == f"probable reason: known\n{body}\n  hint: look"


@pytest.mark.parametrize("hint", ["", "look", "what looks wrong: the sign. It is.", LONG])
@pytest.mark.parametrize("numbers", ["", "twice", LONG])
def test_a_reason_that_comes_later_stands_where_it_would_have_stood(hint, numbers):
    """Is the message of the grader, which adds the reason at last, that of a notebook?"""
    body = "f([[1.],\n   [2.]])\n  came back: 2"
    assert led_by(LONG, laid_out(body, hint, numbers)) == laid_out(body, hint, numbers, LONG)


def test_a_reason_before_other_texts():
    """Does a reason lead texts that are no failure messages, and take the place of another reason?"""
    assert led_by("known", "a hidden check") == "probable reason: known\na hidden check"
    assert led_by("known", "") == "probable reason: known\n"
    assert led_by("new", led_by("old", "f(1)")) == "probable reason: new\nf(1)"
    assert led_by("known", "ValueError: no") == "probable reason: known\nValueError: no"


def test_long_reasons_fit_a_page():
    """Is no line of a reason longer than a page is wide, and is the text got back whole?"""
    message = laid_out("f(1)", LONG, "", LONG)
    assert max(map(len, message.splitlines())) <= 90
    assert lead(message)[:2] == ("probable reason", LONG.strip())


def test_a_report_says_what_leads():
    """Is the reason what a line of a table shows, else the numbers or the first line, and nothing of no text?"""
    assert in_few_words(laid_out("f(1)", "look", "", "known")) == "known"
    assert in_few_words(laid_out("f(1)", "look")) == "look"
    assert in_few_words("f(1)\n  came back: 2\n  wanted:    3") == "f(1) came back: 2 wanted:    3"
    assert in_few_words("ValueError: no\n  in the call f(1)") == "ValueError: no"
    assert in_few_words("") == ""
    assert len(in_few_words(laid_out("f(1)", LONG))) == 90


def grad(center, outside):
    return answer(center, outside)  # noqa: F821 - each test sets it


def message_of(check):
    with pytest.raises(CheckFailed) as caught:
        check()
    return str(caught.value)


@pytest.mark.parametrize("function", [grad, with_names(grad, other=1)])
def test_a_wrong_shape_says_the_shapes_of_the_call(monkeypatch, function):
    """Are the shapes of what was called with what told, by the names of the parameters where they are known?"""
    monkeypatch.setattr(f"{__name__}.answer", lambda center, outside: np.zeros(5), raising=False)
    message = message_of(lambda: call(function, np.ones(3), np.ones((5, 3))).close_to(np.ones((5, 3)), "a table"))
    assert message.splitlines() == [
        "hint: a table",
        "grad([1., 1., 1.], [[1., 1., 1.], [1., 1., 1.], [1., 1., 1.], [1., 1., 1.], [1., 1., 1.]])",
        "  called with center of shape (3,), outside of shape (5, 3)",
        "  came back: an array of shape (5,)",
        "  wanted:    an array of shape (5, 3)",
    ]


@pytest.mark.parametrize(
    "formula",
    [
        lambda center, outside: center + outside.T,
        lambda center, outside: outside.T @ center,
        lambda center, outside: np.dot(outside.T, center),
        lambda center, outside: np.concatenate([center, outside]),
        lambda center, outside: np.sum(center, axis=1),
        lambda center, outside: center[:, 0],
    ],
)
def test_an_exception_about_shapes_says_the_shapes_of_the_call(monkeypatch, formula):
    """Does a note say the shapes of the arguments where numpy stumbles over shapes, and nowhere else?"""
    monkeypatch.setattr(f"{__name__}.answer", formula, raising=False)
    with pytest.raises((ValueError, IndexError)) as caught:
        call(grad, np.ones(3), np.ones((5, 3)))
    assert caught.value.__notes__[-1] == "called with center of shape (3,), outside of shape (5, 3)"
    monkeypatch.setattr(f"{__name__}.answer", lambda *args: int("a"), raising=False)
    with pytest.raises(ValueError) as caught:
        call(grad, np.ones(3), np.ones((5, 3)))
    assert len(caught.value.__notes__) == 1


def test_the_key_of_a_call_does_not_hang_on_its_display():
    """Is the key that of the call's content, other for other content, and free of line breaks and widths?"""
    wide = np.arange(40.0).reshape(4, 10)
    one, other = shown_call(grad, (wide, {"a": [1, 2.5]}), {"k": None}), shown_call(grad, (wide + 1,), {})
    assert "\n" in one and "\n" not in one.key and one.key != other.key
    assert one.key == shown_call(grad, (wide * (1 + 1e-12), {"a": [1, 2.5]}), {"k": None}).key
    assert Outcome(one, 1).call.key == one.key
    assert re.sub(r"\s", "", str(shown_call(grad, ([1, "a"],), {}))) == "grad([1,'a'])"


def test_small_results_are_shown_whole_and_large_ones_where_they_differ():
    """Is a result of a dozen numbers shown whole, and of a larger one nothing but entries that differ?"""
    small, large = np.arange(float(SMALL)).reshape(2, -1), np.arange(SMALL + 2.0).reshape(2, -1)
    assert "[[ 0.,  1.," in message_of(lambda: Outcome("f()", small).close_to(small[::-1]))
    moved = large.copy()
    moved[1, 2] += 1
    lines = message_of(lambda: Outcome("f()", moved).close_to(large)).splitlines()
    assert lines[-2:] == [
        f"  came back: shape {large.shape}, 1 of {large.size} entries differ",
        "    [1, 2]: came back 10, wanted 9",
    ]


@pytest.mark.parametrize("size", [2, 20])
def test_numbers_that_look_alike_are_shown_apart(size):
    """Is a difference behind the sixth digit seen, in a small result and in a large one?"""
    found, wanted = np.full((2, size), 0.1)
    found[1] += 3e-7
    message = message_of(lambda: Outcome("f()", found).close_to(wanted))
    said = re.search(r"\[1\]: came back (\S+), wanted (\S+)", message)
    assert said[1] != said[2]


def test_what_is_not_written_is_said_once():
    """Does a table say once that answers are not written, for all their questions together?"""
    blank = [Verdict(f"q{n}_f__values", Status.NOT_WRITTEN, 0.0, 1.0, f"not written: f{n}") for n in range(3)]
    assert lost_questions(blank) == [("not written", ["q0_f", "q1_f", "q2_f"])]
    shown = io.StringIO()
    Console(file=shown, width=100).print(verdict_table(blank))
    assert shown.getvalue().count("not written") == 3 and "f2" in shown.getvalue()
