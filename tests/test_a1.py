"""Assignment a1: its points, its words, its checks, and the helpers that its test cells use."""

import os
import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from conftest import HOME
from test_notebooks import errors, run

from grading.catalogue import read_catalogue
from grading.local import given_namespace
from grading.master import BEGIN_HIDDEN, Role, read_master
from utils import counting, diagnosis, load_corpus, load_vectors, points
from utils.checks import CheckFailed, Outcome
from utils.choices import check_analogy, check_antonym_nearer, check_two_senses, check_word_sets
from utils.diagnosis import seen

MASTER = read_master(HOME / "assignments" / "a1" / "a1.py")
REAL = os.environ.get("WORKBOOK_DATA")
COUNTRIES = {"iran", "canada", "japan", "china", "germany", "france", "egypt", "india", "mexico"}


@pytest.fixture(scope="module")
def vectors():
    return load_vectors("offline")


@pytest.fixture(scope="module")
def given():
    return given_namespace(MASTER)


# ---------------------------------------------------------------- the notebook


def test_points():
    """Are there 60 points, and at most six answers graded by hand?"""
    graded = MASTER.having(Role.TEST) + MASTER.having(Role.WRITTEN)
    assert sum(cell.points for cell in graded) == 60
    assert len(MASTER.having(Role.WRITTEN)) <= 6


def test_headings_say_the_points():
    """Does each section's heading name the points of the cells in it?"""
    sections, told, found = [], 0.0, 0.0
    for cell in MASTER.cells:
        if heading := re.match(r"##? (?P<name>.*)", cell.source) if cell.role is Role.PROSE else None:
            sections.append((told, found))
            told, found = sum(map(float, re.findall(r"(\d+)(?= points?[,)]| graded)", heading["name"]))), 0.0
        found += cell.points or 0
    sections.append((told, found))
    assert [(told, found) for told, found in sections if told != found] == []


def test_overview_knows_every_test():
    """Does the last cell list every test with its points, sorted by whether a hidden part decides?"""
    said = {}
    exec(MASTER.cells[-1].source, {"standing": lambda **told: said.update(told)})
    tests = {cell.id: (cell.points, BEGIN_HIDDEN in cell.source) for cell in MASTER.having(Role.TEST)}
    assert said["visible"] == {test: worth for test, (worth, hidden) in tests.items() if not hidden}
    assert said["hidden"] == {test: worth for test, (worth, hidden) in tests.items() if hidden}
    assert said["by_hand"] == sum(cell.points for cell in MASTER.having(Role.WRITTEN))


def test_every_test_reports_itself():
    """Does the visible part of every test end by noting its own name for the overview?"""
    for cell in MASTER.having(Role.TEST):
        visible = cell.source.split(BEGIN_HIDDEN)[0].strip()
        assert visible.splitlines()[-1] == f'earned("{cell.id}")'


def test_catalogue_is_large_enough():
    """Has every autograded question at least six wrong answers and three right ones of another style?"""
    entries = read_catalogue(MASTER)
    for cell in MASTER.having(Role.SOLUTION):
        kinds = [entry.is_wrong for entry in entries if entry.question == cell.id]
        assert kinds.count(True) >= 6, cell.id
        assert kinds.count(False) >= 3, cell.id


def test_rubric_covers_every_written_answer():
    """Has each written answer a section with its points in rubric.md, and the questions a line in teaching.md?"""
    rubric = (HOME / "assignments" / "a1" / "rubric.md").read_text(encoding="utf-8")
    for cell in MASTER.having(Role.WRITTEN):
        section = re.search(rf"^## {cell.id} .*, {cell.points:g} points$(.*?)(?=^## |\Z)", rubric, re.M | re.S)
        assert section, cell.id
        assert "*Worked answer.*" in section[1]
        assert (
            sum(float(line.split("|")[1]) for line in section[1].splitlines() if re.match(r"\| \d", line))
            == cell.points
        )


def test_words_to_plot_are_everywhere(given, vectors):
    """Are there ten words to plot and more, six countries among them, in the vectors and in the text?"""
    words = given["words_to_plot"]
    assert len(words) >= 10
    assert len(COUNTRIES & set(words)) >= 6
    assert [word for word in words if word not in vectors] == []
    for text in [("wiki",), *([("reuters", "crude")] if REAL else [])]:
        corpus = counting.keep_frequent(load_corpus(*text, start_end=True), 3000)
        assert set(words) <= {token for document in corpus for token in document}, text


def test_numbers_in_the_text(vectors):
    """Are figures of 1.5, 2.2, 2.9 and 2.10 those of the texts and of the vectors?"""
    text = " ".join(cell.source for cell in MASTER.having(Role.PROSE)).replace("\n", " ")
    near, other = vectors.similarity("mouse", "mice"), vectors.similarity("mouse", "cursor")
    assert f"are {near:.3f} and {other:.3f}, on average {(near + other) / 2:.3f}" in text
    assert f"between `mice` and `cursor` is {vectors.similarity('mice', 'cursor'):.3f}" in text
    assert "one in twenty pairs of sets of four words that are drawn from the 5,000" in text
    unit = vectors.get_normed_vectors()
    direction = vectors.get_vector("she", norm=True) - vectors.get_vector("he", norm=True)
    length = np.linalg.norm(direction)
    assert (
        f"divides by $\\lVert g \\rVert$, which is {length:.2f} here. So the number is {1 / length:.1f} times" in text
    )
    along = unit[:5000] @ direction / length
    drawn = along[np.random.default_rng(0).integers(0, 5000, (50_000, 8))]
    share = (drawn[:, :4].mean(axis=1) - drawn[:, 4:].mean(axis=1) >= 0.1).mean()
    assert 1 / 22 < share < 1 / 18
    tokens = [token for document in load_corpus("wiki") for token in document]
    dropped = 1 - sum(count for _, count in Counter(tokens).most_common(3000)) / len(tokens)
    assert 1 / 5.5 < dropped < 1 / 4.5 and "about a fifth of all tokens" in text
    assert (
        f"{8 * len(set(tokens)) ** 2 / 1e9:.0f} GB for the {len(set(tokens)) // 1000},000 words of the Wikipedia"
        in text
    )
    own = sum(len(sentence) for sentence in load_corpus("primer"))
    assert round(len(tokens), -4) == 450_000 and round(10 * own, -5) == 1_500_000
    assert "1.5 (450,000)" in text and "*primer* (1.5 million)" in text


# ---------------------------------------------------------------- the notebook's data


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """A computer without data, caches and network."""
    for name in ("NLTK_DATA", "GENSIM_DATA_DIR", "WORKBOOK_CACHE", "HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "nothing"))
    monkeypatch.setenv("WORKBOOK_OFFLINE", "1")
    monkeypatch.delenv("WORKBOOK_DATA", raising=False)
    (tmp_path / "nothing").mkdir()
    (tmp_path / "student").mkdir()
    return tmp_path


def printed(cells) -> str:
    return "".join(output.text for cell in cells for output in cell.get("outputs", []) if "text" in output)


@pytest.mark.e2e
def test_notebook_without_data(bare):
    """Without data and network, does the reference notebook run to its end, with one line for each replacement?"""
    cells = run("source", "a1", bare / "student")
    assert errors(cells) == []
    said = [line for line in printed(cells).splitlines() if "Going on with" in line]
    assert len(said) == 2
    assert "Going on with load_corpus('wiki') instead of 'reuters'." in said[0]
    assert "Going on with load_vectors('offline')." in said[1]
    assert "10,605 words, 100 dimensions" in printed(cells)
    assert "These are the offline vectors: the plot is that of 2.1." in printed(cells)  # where GloVe's would be


@pytest.mark.e2e
@pytest.mark.skipif(
    not REAL or not (Path(REAL) / "nltk_data").is_dir() or not (Path(REAL) / "gensim-data").is_dir(),
    reason="WORKBOOK_DATA names no folder with nltk_data and gensim-data",
)
def test_notebook_with_real_data(bare, monkeypatch):
    """With Reuters and some GloVe at hand, does the reference notebook run on them, and say what it took for what?"""
    monkeypatch.setenv("WORKBOOK_DATA", REAL)
    cells = run("source", "a1", bare / "student")
    assert errors(cells) == []
    said = [line for line in printed(cells).splitlines() if "Going on with" in line]
    assert len(said) <= 1  # none with GloVe of 200 dimensions, one with another
    assert all("Going on with load_vectors('glove-wiki-gigaword-" in line for line in said)
    assert "king = woman : ?  queen" in printed(cells)
    assert "the plot is that of 2.1" not in printed(cells)


# ---------------------------------------------------------------- the overview


@pytest.fixture
def fresh_account(monkeypatch):
    monkeypatch.setattr(points, "_passed", set())
    monkeypatch.setattr(points, "_begun", set())
    monkeypatch.setattr(diagnosis, "_passed", set())


@pytest.mark.usefixtures("fresh_account")
def test_overview_counts(capsys):
    """Does the overview add up what passed, what is decided later, and what is lost as things stand?"""
    points.earned("q1_a__x")
    points.earned("q1_b__x")
    points.standing(visible={"q1_a__x": 2, "q1_c__x": 1.5}, hidden={"q1_b__x": 3, "q1_d__x": 4}, by_hand=5)
    lines = [line.strip() for line in capsys.readouterr().out.splitlines() if line]
    assert lines[0] == "2  earned by visible tests, of 3.5"
    assert lines[1] == "3  to be decided by hidden tests after you hand in, of 7"
    assert lines[3] == "15.5  can be had in all"
    assert lines[4] == "Not earned yet: q1_c__x"
    assert lines[5].endswith("passed: q1_d__x")


@pytest.mark.usefixtures("fresh_account")
def test_a_pass_is_withdrawn_when_the_test_runs_again(capsys):
    """Is a test that passed and now fails no longer counted?"""
    points.earned("q1_a__x")
    points._withdraw(SimpleNamespace(raw_cell='call(f, 1).equals(2)\nearned("q1_a__x")\n'))
    points.standing(visible={"q1_a__x": 2}, hidden={}, by_hand=0)
    out = capsys.readouterr().out
    assert "Not earned yet: q1_a__x" in out and "run the cells" not in out


@pytest.mark.usefixtures("fresh_account")
def test_overview_before_any_test_ran(capsys):
    """Is it said that the cells are still to be run where no test's cell has begun, and nowhere else?"""
    points.standing(visible={"q1_a__x": 2}, hidden={}, by_hand=0)
    assert "No test has run in this session" in capsys.readouterr().out


# ---------------------------------------------------------------- checks of counts

NONSENSE = [
    None,
    7,
    "text",
    [],
    (1, 2),
    (None, None),
    ([1, [2]], {}),
    (np.array([[1, 2], [3, 4]], dtype=object), {"a": 0, "b": 1}),
    (np.full((2, 2), np.nan), {"a": 0, "b": 1}),
    ([[0, 1], [1]], {"a": 0, "b": 1}),
    (np.zeros((2, 2)), {"a": "0", "b": []}),
    (np.zeros((2, 2)), {"a": 0, "b": 0}),
    (np.zeros((2, 2)), {"a": 0, 1: 1}),
    (np.zeros((2, 2)), {"a": 0, "b": 7}),
    (["a", ["b"]], 2),
    (["a", None], 2),
    ({"a", "b"}, 2),
    (["a", "b"], "2"),
    object(),
    iter([1]),
]


@pytest.mark.parametrize("value", NONSENSE)
def test_nonsense_is_a_failed_check(value):
    """Does whatever an answer may return end in a failed check and in no other error?"""
    for check in (
        lambda outcome: counting.check_words(outcome, ["a", "b"]),
        lambda outcome: counting.check_counts(outcome, ["a", "b"], {("a", "b"): 1}),
        lambda outcome: counting.check_reduced(outcome, np.array([[2.0, 0], [0, 1.0]])),
    ):
        with pytest.raises(CheckFailed):
            check(Outcome("f()", value))


def test_rows_may_come_in_any_order():
    """Are counts found through word2ind, whatever the order of the rows?"""
    M = np.array([[0, 3], [3, 2]])
    counting.check_counts(Outcome("f()", (M, {"b": 0, "a": 1})), ["a", "b"], {("a", "b"): 3, ("a", "a"): 2})
    with pytest.raises(CheckFailed):
        counting.check_counts(Outcome("f()", (M, {"a": 0, "b": 1})), ["a", "b"], {("a", "b"): 3, ("a", "a"): 2})
    with pytest.raises(CheckFailed):  # truth values are whole numbers, too
        counting.check_counts(Outcome("f()", (M, {"a": False, "b": True})), ["a", "b"], {("a", "b"): 3, ("a", "a"): 2})


def test_several_counts_are_told_together():
    """Is each of several results checked, and a mistake told by all of them, whatever comes back and fails first?"""
    right, other = (np.array([[0, 3], [3, 2]]), {"b": 0, "a": 1}), (np.array([[0, 1], [1, 0]]), {"a": 0, "b": 1})
    counts = {("a", "b"): 3, ("a", "a"): 2}

    def check(*values):
        given = ((Outcome(f"f({i})", value), ["a", "b"], counts, "") for i, value in enumerate(values))
        with pytest.raises(CheckFailed) as caught:
            counting.check_several_counts(*given)
        return caught.value.seen

    tables = [np.array([[2.0, 3], [3, 0]]), np.array([[0.0, 1], [1, 0]])]
    assert check(right, other) == seen("f(1)", tables)
    assert check(other, right) == seen("f(0)", tables[::-1])
    assert check(other, None) == seen("f(0)", [tables[1], None])
    assert check(right, None)[0] == seen("f(1)", None)[0]
    counting.check_several_counts((Outcome("f()", right), ["a", "b"], counts, ""))


def test_numbers_are_told_together():
    """Is what several calls returned one result, by which a known mistake is told?"""
    outcomes = counting.seen_together(Outcome("f(1)", 4), Outcome("f(2)", None))
    outcomes[0].equals(4)
    with pytest.raises(CheckFailed) as caught:
        outcomes[1].equals(5)
    assert caught.value.seen == seen("f(2)", [4, None])


def test_signs_of_columns_are_free_and_nothing_else():
    """Does a column with the other sign pass, and do swapped, scaled and mixed columns fail?"""
    wanted = np.array([[4.0, 1.0], [4.0, -1.0], [2.0, 0.5]])
    counting.check_reduced(Outcome("f()", wanted * [1, -1]), wanted)
    angle = 0.3
    turned = wanted @ np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    for wrong in (wanted[:, ::-1], wanted * 1.01, wanted / np.linalg.norm(wanted, axis=0), np.abs(wanted), turned):
        with pytest.raises(CheckFailed):
            counting.check_reduced(Outcome("f()", wrong), wanted)


def test_right_words_is_a_new_list_each_time():
    """Is the list of distinct words that of the corpus asked about, whatever an answer did to the last one?"""

    def spoils(corpus):
        words, how_many = distinct_words(corpus)  # noqa: F821 - put in place by with_words
        words.clear()
        return how_many

    function = counting.with_words(spoils, ["a", "b"])
    assert (function([["b", "a"]]), function([["a"], ["b"]]), function([["b"]])) == (2, 2, 1)


def test_keep_frequent_keeps_the_order():
    """Are the tokens that are kept in their order, each document on its own?"""
    corpus = [["a", "b", "c", "a"], [], ["c", "d", "a", "c"]]
    assert counting.keep_frequent(corpus, 2) == [["a", "c", "a"], [], ["c", "a", "c"]]


# ---------------------------------------------------------------- checks of chosen words

CHOICES = [
    (lambda outcome, vectors: check_two_senses(outcome, vectors, "mouse"), ("bat", "moths", "cricket")),
    (check_antonym_nearer, ("strong", "powerful", "weak")),
    (lambda outcome, vectors: check_analogy(outcome, vectors, works=True), ("wolf", "wolves", "goose", "geese")),
    (lambda outcome, vectors: check_analogy(outcome, vectors, works=False), ("hand", "glove", "foot", "sock")),
    (
        lambda outcome, vectors: check_word_sets(outcome, vectors, 2, ["nurse"]),
        (["red", "blue"], ["cat", "dog"], ("he", "she")),
    ),
]
MORE_NONSENSE = [
    ("bat", None, 3, "x"),
    ("bat", ["moths"], "cricket"),
    ("", "", ""),
    ("zzzzqx", "bat", "cat"),
    (["red", 3], ["cat", "dog"], ("he", "she")),
    ({"red": 1}, ["cat"], ("he",)),
    (["red", "blue"], ["cat", "dog"], (["he"], "she")),
    (np.array(["red", "blue"]), ["cat", "dog"], "he she"),
]


@pytest.mark.parametrize("check,good", CHOICES)
def test_choices(check, good, vectors):
    """Does a good choice pass, also as numpy's strings, and nonsense fail as a check?"""
    check(Outcome("f()", good), vectors)
    if isinstance(good[0], str):
        check(Outcome("f()", [np.str_(word) for word in good]), vectors)
    for value in NONSENSE + MORE_NONSENSE:
        with pytest.raises(CheckFailed):
            check(Outcome("f()", value), vectors)


@pytest.mark.parametrize(
    "chosen, seen_as",
    [
        (("bank", "river", "money"), "not near"),
        (("bat", "moths", "football"), "not near"),
        (("bank", "river", "moneyx"), "an unknown word"),
        (("Bat", "moths", "cricket"), "capital letters"),
        (("moths", "bat", "cricket"), "another order"),
        (("bat", "hunts", "moths"), "one sense twice"),
    ],
)
def test_kinds_of_bad_senses(chosen, seen_as, vectors):
    """Are bad choices of a word with two senses told apart by their kind?"""
    with pytest.raises(CheckFailed) as caught:
        check_two_senses(Outcome("f()", chosen), vectors, "mouse")
    assert caught.value.seen == seen("f()", seen_as)


def test_an_unknown_word_gets_near_spellings(vectors):
    """Does the message for a word without a vector name words of like spelling?"""
    with pytest.raises(CheckFailed, match="strong"):
        check_antonym_nearer(Outcome("f()", ("strog", "powerful", "weak")), vectors)


def test_known_kinds_of_work_do_not_count(vectors):
    """Is a set refused that repeats what the notebook has shown?"""
    with pytest.raises(CheckFailed, match="nurse"):
        check_word_sets(Outcome("f()", (["red", "nurse"], ["cat", "dog"], ("he", "she"))), vectors, 2, ["nurse"])
