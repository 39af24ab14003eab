"""The demonstration class, graded by the real commands: who gets what is written here by hand, line by line."""

import io
import json
import re

import pytest
from bs4 import BeautifulSoup
from conftest import HOME
from nbgrader.api import Gradebook
from rich.console import Console
from typer.testing import CliRunner

from grading import demo
from grading.build import build, points_of, read_assignment
from grading.catalogue import read_catalogue
from grading.cli import app
from grading.demo_class import CLASS
from grading.master import Role
from grading.report import class_results, points_tables, trouble_table
from grading.tests_split import split_hidden
from grading.verdicts import Status, read_verdicts, verdict_path
from utils.local_check import check

pytestmark = pytest.mark.e2e

EVERYTHING = "every test"
PLOT = ("q1_plot_embeddings__points", "q1_plot_embeddings__labels")
WORDS = ("q1_distinct_words__examples", "q1_distinct_words__any_corpus")
COUNTS = tuple(f"q1_co_occurrence__{what}" for what in ("window", "repeats", "documents", "default"))
SKIPGRAM = tuple(f"q2_skipgram__{what}" for what in ("loss", "grad_center", "grad_outside", "handed_over"))

EXPECTED = {
    "a1": {
        "ada": {},
        "ben": {EVERYTHING: Status.NOT_WRITTEN},
        # counts are set, not added: wrong where a pair occurs twice, in one document or in two
        "cleo": dict.fromkeys((COUNTS[1], COUNTS[2], *PLOT), Status.FAILED),
        # U instead of U·S has the right shape
        "dan": dict.fromkeys((*WORDS, "q1_reduce_to_k_dim__values"), Status.FAILED),
        "eva": dict.fromkeys(WORDS, Status.ERROR),
        "finn": dict.fromkeys(("q1_reduce_to_k_dim__shape", "q1_reduce_to_k_dim__values"), Status.TIMEOUT),
        "gita": dict.fromkeys(WORDS, Status.FAILED),
        "hugo": {},
    },
    "a2": {
        "ada": {},
        "ben": {EVERYTHING: Status.NOT_WRITTEN},
        # the loss is right, both gradients have the wrong sign
        "cleo": dict.fromkeys(
            ("q2_naive_softmax__grad_center", "q2_naive_softmax__grad_outside", *SKIPGRAM), Status.FAILED
        ),
        # words drawn several times count once: wrong wherever the scripted draws repeat
        "dan": dict.fromkeys(
            ("q2_sigmoid__values", "q2_sigmoid__arrays", "q2_neg_sampling__repeats", "q2_neg_sampling__draws"),
            Status.FAILED,
        ),
        "eva": {"q1_a_loss__derivative": Status.ERROR},
        "finn": {"q1_c_grad_u_target__derivative": Status.TIMEOUT},
        "gita": {"q1_a_loss__derivative": Status.FAILED},
        "hugo": {},
        "ivan": {EVERYTHING: Status.KILLED},
        "jane": {EVERYTHING: Status.NOT_WRITTEN},
        "kofi": {},
        "lena": {},
        "milo": {"q1_b_grad_v__derivative": Status.OUT_OF_MEMORY},
        "nora": {},
        "omar": {},
        "pia": {},
        "quin": {},
        "rosa": {EVERYTHING: Status.NOT_WRITTEN},
        "sami": {"q1_b_grad_v__derivative": Status.KILLED},
        "tess": {},
        "umar": {EVERYTHING: Status.NOT_REACHED},
        "vera": {EVERYTHING: Status.NOT_REACHED},
    },
}
"""The tests that each member loses, and how they end; all others are passed."""

NOTES = {
    "gita": "Tests that had been deleted and were put back: q1_a_loss__derivative",
    "hugo": "more than once; each runs where it stands: q1_a_loss",
    "jane": "Tests that had been changed; the instructor's were used",
    "nora": "Cell 2 ended the notebook's process, and was then left out",
    "omar": "ended the notebook's process, and was then left out",
    "tess": "used more processor time than allowed",
    "umar": "mv 'submitted/umar/a2/a2 (1).ipynb' submitted/umar/a2/a2.ipynb",
    "vera": "submitted/vera/a2/a2.ipynb is not a notebook: its text is not JSON",
}
"""What is said of some members' submissions of a2."""


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """The course folder of the demonstration, graded."""
    for name in CLASS:
        build(HOME, name)
    course = tmp_path_factory.mktemp("demo") / "course"
    demo.prepare(HOME, course)
    for name in CLASS:
        assert demo.nbgrader(course, "generate_assignment", name).wait() == 0
        demo.hand_in(HOME, course, name)
        demo.grade(course, name, lambda done: None)
        assert demo.nbgrader(course, "generate_feedback", name).wait() == 0
    return course


def results_of(course, name):
    return {result.student: result for result in class_results(course, name)}


@pytest.mark.parametrize("name", CLASS)
def test_verdicts(graded, name):
    """Does every test of every member end as it should, and cost what it is worth?"""
    points = points_of(graded / "source" / name / f"{name}.ipynb")
    tests = [cell.id for cell in read_assignment(HOME, name).having(Role.TEST)]
    assert {member.id for member in CLASS[name]} == set(EXPECTED[name])
    for student, result in results_of(graded, name).items():
        lost = EXPECTED[name][student]
        if EVERYTHING in lost:
            lost = dict.fromkeys(tests, lost[EVERYTHING])
        assert {verdict.test: verdict.status for verdict in result.lost} == lost, (name, student)
        assert result.points == sum(points[test] for test in tests if test not in lost), (name, student)


def test_what_is_open_for_a_person(graded):
    """Are scores left open where a submission could not be graded, and nowhere else but at written answers?"""
    for name in CLASS:
        written = {cell.id for cell in read_assignment(HOME, name).having(Role.WRITTEN)}
        for student, result in results_of(graded, name).items():
            open_questions = {question for question, score in result.questions.items() if score.open}
            if student in ("umar", "vera"):
                assert open_questions == set(result.questions), (name, student)
            elif student in ("ben", "ivan", "jane", "rosa"):
                assert open_questions == set(), (name, student)
            else:
                assert open_questions == written, (name, student)


def test_notes(graded):
    """Is what was noticed about a submission said?"""
    results = results_of(graded, "a2")
    for student, words in NOTES.items():
        assert any(words in note for note in results[student].notes), (student, results[student].notes)
    for student in ("ada", "ben", "cleo", "pia", "quin"):
        assert results[student].notes == []


def test_every_submission_has_a_recorded_outcome(graded):
    """Is there a verdict file for everyone, and a feedback page for everyone whose notebook could be read?"""
    for name, members in CLASS.items():
        for member in members:
            verdicts, _ = read_verdicts(verdict_path(graded / "autograded" / member.id / name, name))
            assert verdicts
            page = graded / "feedback" / member.id / name / f"{name}.html"
            assert page.exists() == (member.id not in ("umar", "vera"))
            assert not list(page.parent.glob("*.json"))


def test_feedback_holds_no_hidden_test(graded):
    """Does no page and no file that is kept hold a line, a six-digit constant or an invented word of a hidden test?"""
    for name in CLASS:
        parts = [split_hidden(cell.source) for cell in read_assignment(HOME, name).having(Role.TEST)]
        visible, hidden = ("\n".join(part) for part in zip(*parts, strict=True))
        lines = {line.strip() for line in hidden.splitlines() if len(line.strip()) > 20} - {
            line.strip() for line in visible.splitlines()
        }
        constants = set(re.findall(r"\b\d{6}\b", hidden)) - set(re.findall(r"\b\d{6}\b", visible))
        shown = "\n".join(cell.source for cell in read_assignment(HOME, name).cells if cell.role is not Role.TEST)
        words = set(re.findall(r"[\"']([A-Za-z]{4,})", hidden)) - set(re.findall(r"[A-Za-z]+", visible + shown))
        assert lines and len(constants) > 5 and len(words) > 5
        paths = [*(graded / "feedback").glob(f"*/{name}/*"), *(graded / "autograded").glob(f"*/{name}/*.json")]
        for path in paths:
            if path.is_file():
                text = path.read_text(encoding="utf-8", errors="replace")
                assert not [line for line in lines if line in text], path
                assert not re.findall(rf"(?<![\d.])(?:{'|'.join(constants)})\b", text.split("<body", 1)[-1]), path
                assert not words & set(re.findall(r"[A-Za-z]+", BeautifulSoup(text, "html.parser").text)), path


def test_feedback_runs_nothing(graded):
    """Is the markup that quin handed in harmless in the page?"""
    page = BeautifulSoup((graded / "feedback/quin/a2/a2.html").read_text(encoding="utf-8"), "html.parser")
    assert (
        page.body.find("h1") and "taken" in page.body.text
    )  # the page is whole, and what was handed in is shown as text
    assert not page.body.find_all(["iframe", "object", "embed", "svg"])
    assert not [script for script in page.find_all("script") if "taken" in script.text]
    for element in page.body.find_all(True):
        assert not [name for name in element.attrs if name.startswith("on")], element
        assert not str(element.get("href", "")).lower().startswith("javascript:"), element


def test_tables(graded):
    """Do the tables that the demonstration prints name every member?"""
    console = Console(width=80, record=True, file=io.StringIO())
    results = class_results(graded, "a2")
    console.print(*points_tables("a2", results), trouble_table("a2", results, {}))
    text = console.export_text()
    assert all(member.id in text for member in CLASS["a2"])
    assert "MemoryError" in text


@pytest.mark.parametrize("name", CLASS)
@pytest.mark.parametrize("student", ["ada", "cleo", "dan", "eva"])
def test_the_local_verdict_is_the_official_one(graded, name, student):
    """Does each visible test end in the student's own environment as it does behind the boundary?"""
    verdicts, _ = read_verdicts(verdict_path(graded / "autograded" / student / name, name))
    official = {verdict.test: Status.PASSED if verdict.hidden else verdict.status for verdict in verdicts}
    local = check(graded / "submitted" / student / name / f"{name}.ipynb")
    assert {result.test: result.status for result in local} == official


MISTAKES = {
    "a1": {
        "q1_co_occurrence": {"yes_or_no": 1},
        "q1_distinct_words": {"counts_tokens": 1},
        "q1_plot_embeddings": {"swapped_axes": 1},
        "q1_reduce_to_k_dim": {"U_only": 1, "timeout": 1},
    },
    "a2": {
        "q2_naive_softmax": {"delta_sign": 1},
        "q2_neg_sampling": {"repeats_once": 1},
        "q2_sigmoid": {"sign_flipped": 1},
        "q2_skipgram": {"return_inside_the_loop": 1},
        "q1_c_grad_u_target": {"timeout": 1},
    },
}
"""Known mistakes by question, as cleo and dan made them; what the others did is another matter."""


@pytest.mark.parametrize("name", CLASS)
def test_mistakes_of_the_class(graded, name):
    """Does `workbook mistakes` count each known mistake that cleo and dan made, and nobody else?"""
    done = CliRunner().invoke(app, ["mistakes", name, "--json", "--course", str(graded)])
    assert done.exit_code == 0, done.output
    found = json.loads(done.output)
    others = {"not written", "unknown", "killed", "error", "out of memory", "not reached"}
    found = {q: {kind: n for kind, n in kinds.items() if kind not in others} for q, kinds in found.items()}
    found = {q: kinds for q, kinds in found.items() if kinds}
    assert found == MISTAKES[name]


def test_unknown_mistakes_of_the_class(graded):
    """Are answers that match no known mistake grouped, with a skeleton that the catalogue could read?"""
    done = CliRunner().invoke(app, ["mistakes", "a2", "--unknown", "--json", "--course", str(graded)])
    groups = json.loads(done.output)
    (gita,) = [group for group in groups if "gita" in group["students"]]
    assert gita["question"] == "q1_a_loss"
    assert gita["skeleton"].startswith('# fails: q1_a_loss__derivative\n"""')
    assert "return None" in gita["skeleton"]
    shown = CliRunner().invoke(app, ["mistakes", "a2", "--unknown", "--course", str(graded)])
    assert "assignments/a2/wrong/q1_a_loss/<mistake>.py" in shown.output and "return None" in shown.output


def test_feedback_says_the_probable_reason(graded):
    """Does the page of who made a known mistake say the catalogue's text, and no other page?"""
    entries = {(e.question, e.name): e for e in read_catalogue(read_assignment(HOME, "a2")) if e.is_wrong}
    text = " ".join(entries["q2_neg_sampling", "repeats_once"].explanation.split())
    for member in CLASS["a2"]:
        page = graded / "feedback" / member.id / "a2/a2.html"
        if page.exists():
            shown = " ".join(BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").text.split())
            assert (f"probable reason: {text}" in shown) == (member.id == "dan"), member.id


def test_scores_are_in_the_gradebook(graded):
    """Are the points in nbgrader's own gradebook?"""
    with Gradebook(f"sqlite:///{graded}/gradebook.db", "word2vec") as gradebook:
        scores = {submission.student_id: submission.score for submission in gradebook.assignment_submissions("a2")}
    assert scores["ben"] == scores["ivan"] == scores["jane"] == scores["rosa"] == 0
    assert scores["ada"] == scores["kofi"] == scores["pia"] == max(scores.values()) > 0
