"""Reading drawn plots back, and the look of our own figures."""

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from utils.checks import CheckFailed
from utils.drawn import Plot, draw
from utils.labels import line_ends, place_labels
from utils.plots import STYLE, show_association, show_window, spread_labels, use_style

PLACES = {"ant": (0.0, 0.0), "bee": (4.0, 1.0), "cat": (1.0, 5.0)}


def scatter_each():
    for word, (x, y) in PLACES.items():
        plt.scatter(x, y)
        plt.text(x, y, word)


def scatter_at_once_and_show():
    plt.scatter(*zip(*PLACES.values(), strict=True))
    for word, place in PLACES.items():
        plt.annotate(word, place, xytext=(3, 3), textcoords="offset points")
    plt.show()


def markers_closed():
    figure, axes = plt.subplots()
    for word, (x, y) in PLACES.items():
        axes.plot(x, y, "rx")
        axes.text(x, y, f" {word} ", ha="right")
    plt.show()
    plt.close(figure)


def returned_axes():
    axes = Figure().add_subplot()
    for word, (x, y) in PLACES.items():
        axes.add_patch(Circle((x, y), 0.1))
        axes.annotate(word, (x, y), xytext=(20, 10), textcoords="offset points", arrowprops={"arrowstyle": "-"})
    axes.autoscale_view()
    return axes


def arrows_across():
    """Each label lies near another point, and an arrow leads from it to its own."""
    plt.scatter(*zip(*PLACES.values(), strict=True))
    others = [*list(PLACES.values())[1:], PLACES["ant"]]
    for (word, place), other in zip(PLACES.items(), others, strict=True):
        plt.annotate(word, xy=place, xytext=other, arrowprops={"arrowstyle": "->"})


def on_the_page():
    """Labels placed in shares of the figure."""
    figure, axes = plt.subplots()
    axes.scatter(*zip(*PLACES.values(), strict=True))
    figure.draw_without_rendering()
    for word, place in PLACES.items():
        x, y = figure.transFigure.inverted().transform(axes.transData.transform(place))
        figure.text(x, y, word)


@pytest.mark.parametrize(
    "plot", [scatter_each, scatter_at_once_and_show, markers_closed, returned_axes, arrows_across, on_the_page]
)
def test_every_kind_of_artist_is_read(plot):
    """Are points and labels found whatever drew them, and whatever happened to the figure?"""
    drawn = draw(plot)
    drawn.has_points(PLACES)
    drawn.has_labels(PLACES)


def test_nothing_is_left_behind():
    """Are figures, the backend and the settings as before, also after a plot that fails?"""
    backend, hooks = matplotlib.get_backend(), plt.rcParams["figure.hooks"]
    draw(scatter_each)

    def fails():
        plt.figure()
        raise RuntimeError("of the student's")

    with pytest.raises(RuntimeError, match="student"):
        draw(fails)
    assert plt.get_fignums() == []
    assert (matplotlib.get_backend(), plt.rcParams["figure.hooks"]) == (backend, hooks)


def test_open_figures_do_not_count():
    """Does a figure that was open before the call stay out of what is read?"""
    plt.scatter([100], [100])
    draw(scatter_each).has_points(PLACES)


def shows_after_each():
    for word, place in PLACES.items():
        plt.plot(*place, "x")
        plt.text(*place, word)
        plt.show()


def shows_own_axes_after_each():
    _, axes = plt.subplots()
    for word, place in PLACES.items():
        axes.plot(*place, "x")
        axes.text(*place, word)
        plt.show()


def shows_before_the_last():
    plt.scatter(*zip(*list(PLACES.values())[:2], strict=True))
    plt.show()
    plt.scatter(*list(PLACES.values())[2])


@pytest.mark.parametrize("plot", [shows_after_each, shows_own_axes_after_each, shows_before_the_last])
def test_what_is_drawn_after_show_is_another_figure(plot):
    """Do points that a notebook would show in several pictures fail, also without `plt.close()`?"""
    with pytest.raises(CheckFailed, match=r"drawings in \d figures"):
        draw(plot).has_points(PLACES)


def test_labels_after_show_are_at_no_point():
    """Do labels fail that are written when the figure of the points is gone?"""

    def plot():
        plt.scatter(*zip(*PLACES.values(), strict=True))
        plt.show()
        for word, place in PLACES.items():
            plt.text(*place, word)

    with pytest.raises(CheckFailed, match="where no point is"):
        draw(plot).has_labels(PLACES)


def test_figure_shown_empty_stays_empty():
    """Does a figure fail that is shown before anything is in it?"""

    def plot():
        _, axes = plt.subplots()
        plt.show()
        axes.scatter(*zip(*PLACES.values(), strict=True))

    with pytest.raises(CheckFailed, match="a plot without points"):
        draw(plot).has_points(PLACES)


def shows_twice():
    scatter_each()
    plt.show()
    plt.show()


def shows_figure():
    scatter_each()
    plt.gcf().show()
    plt.show(block=False)
    plt.close()


def shows_figure_after_each():
    figure, axes = plt.subplots()
    for word, place in PLACES.items():
        axes.plot(*place, "x")
        axes.text(*place, word)
        figure.show()


def shows_first():
    plt.show()
    scatter_each()


def titled_after_show():
    figure, axes = plt.subplots()
    plt.sca(axes)
    scatter_each()
    plt.show()
    axes.set_title("words")
    return figure


@pytest.mark.parametrize("plot", [shows_twice, shows_figure, shows_figure_after_each, shows_first, titled_after_show])
def test_show_that_splits_nothing_is_right(plot):
    """Does show pass wherever a notebook makes one picture? `Figure.show` ends no figure there."""
    drawn = draw(plot)
    drawn.has_points(PLACES)
    drawn.has_labels(PLACES)


def line_only():
    plt.plot(*zip(*PLACES.values(), strict=True))


def invisible():
    plt.scatter(*zip(*PLACES.values(), strict=True)).set_visible(False)


def two_figures():
    scatter_each()
    plt.figure()
    scatter_each()


def one_more():
    scatter_each()
    plt.scatter(2, 2)


def one_less():
    plt.scatter(*zip(*list(PLACES.values())[:2], strict=True))


@pytest.mark.parametrize("plot", [line_only, invisible, two_figures, one_more, one_less, lambda: None])
def test_wrong_points_fail(plot):
    """Do missing, additional, unmarked and scattered points fail?"""
    with pytest.raises(CheckFailed):
        draw(plot).has_points(PLACES)


def shifted_labels():
    scatter_each()
    for text, place in zip(plt.gca().texts, [*list(PLACES.values())[1:], PLACES["ant"]], strict=True):
        text.set_position(place)


def extra_label():
    scatter_each()
    plt.text(2, 2, "dog")


def label_missing():
    scatter_each()
    plt.gca().texts[0].remove()


def labels_without_points():
    for word, (x, y) in PLACES.items():
        plt.text(x, y, word)


@pytest.mark.parametrize("plot", [shifted_labels, extra_label, label_missing, labels_without_points, lambda: None])
def test_wrong_labels_fail(plot):
    """Do labels at other points, additional and missing ones fail?"""
    with pytest.raises(CheckFailed):
        draw(plot).has_labels(PLACES)


@pytest.mark.parametrize(
    "nonsense",
    [
        None,
        3,
        "text",
        (1, 2),
        ([None], []),
        ([([(1, "x")], [(3, 4, 5)])], []),
        ([([], [("ant", None, 2)])], []),
        ([([(2**70, 10**400)], [("ant", 10**400, 2)])], []),
    ],
)
def test_nonsense_from_the_students_side_is_a_failure(nonsense):
    """Does a reading that is no reading end as a failed check, not as another error?"""
    plot = Plot("plot()", nonsense, ())
    with pytest.raises(CheckFailed):
        plot.has_points(PLACES)
    with pytest.raises(CheckFailed):
        plot.has_labels(PLACES)


def test_changed_arguments_are_seen():
    """Is an argument that the call changed told from one that it left alone?"""
    given = np.array([[1.0, 2.0]])

    def scales(array):
        array /= 2
        plt.scatter(*array[0])

    draw(lambda array: plt.scatter(*array[0]), given).kept_arguments()
    with pytest.raises(CheckFailed):
        draw(scales, given).kept_arguments()
    assert given.tolist() == [[1.0, 2.0]]


@pytest.mark.parametrize("spread", [1.0, 0.1])
def test_labels_do_not_overlap(spread):
    """Do labels of close points end up beside each other, inside the axes, with no connecting line across them?"""
    use_style()
    rng = np.random.default_rng(11)
    figure, axes = plt.subplots()
    places = np.array([[0, 0], [1, 1]]).repeat(8, axis=0) + spread * rng.normal(size=(16, 2))
    axes.scatter(*places.T)
    texts = [axes.text(x, y, f"petroleum{i}") for i, (x, y) in enumerate(places)]
    spread_labels(texts)
    figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in texts]
    assert not [(i, j) for i, box in enumerate(boxes) for j in range(i) if box.overlaps(boxes[j])]
    assert all(axes.bbox.contains(*corner) for box in boxes for corner in box.corners())
    lines = [line for line in axes.lines if line.get_marker() == "None"]
    for line in lines:
        along = np.linspace(*axes.transData.transform(line.get_xydata()), 200)
        touched = [i for i, box in enumerate(boxes) if any(box.padded(1).contains(*place) for place in along)]
        assert len(touched) == 1  # the label that it leads to
    plt.close(figure)


def test_spread_labels_are_read_back():
    """Does a label that was moved still count as that of its own point, also in a figure of more dots?"""
    wanted = {f"word{i}": (i % 4, i // 4) for i in range(12)}

    def plot():
        _, axes = plt.subplots(dpi=160)
        axes.scatter(*zip(*wanted.values(), strict=True))
        spread_labels([axes.text(*place, word) for word, place in wanted.items()])

    drawn = draw(plot)
    drawn.has_points(wanted)
    drawn.has_labels(wanted)


def test_a_place_that_does_not_exist_is_left_alone():
    """Are labels of points without numbers (from a division by zero) left where they are?"""
    figure, axes = plt.subplots()
    axes.scatter([0, 1], [0, 1])
    texts = [axes.text(0, 0, "here"), axes.text(float("nan"), 1, "nowhere")]
    spread_labels(texts)
    spread_labels(texts[1:])
    assert texts[1].get_ha() == "left" and texts[0].get_ha() == "center"
    plt.close(figure)


def test_many_labels_on_one_point():
    """Do labels of one and the same point surround it, without covering each other or leaving the area?"""
    points, sizes = np.full((12, 2), 250.0), np.array([[50.0, 14.0]] * 12)
    centres = place_labels(points, sizes, (0, 0, 500, 500))
    apart = np.abs(centres[:, None] - centres) >= sizes[0]
    assert (apart.any(axis=-1) | np.eye(12, dtype=bool)).all()
    assert (centres > sizes / 2).all() and (centres < 500 - sizes / 2).all()
    assert (np.linalg.norm(line_ends(points, centres, sizes) - points, axis=1) > 5).all()


def test_places_at_the_border():
    """Does a label at the border turn inwards, and a single one in the middle stand close beside its point?"""
    points = np.array([[2.0, 2.0], [498.0, 498.0], [250.0, 250.0]])
    sizes = np.array([[60.0, 14.0]] * 3)
    centres = place_labels(points, sizes, (0, 0, 500, 500))
    assert (centres[:2] > sizes[:2] / 2).all() and (centres[:2] < 500 - sizes[:2] / 2).all()
    assert np.linalg.norm(line_ends(points, centres, sizes)[2] - points[2]) < 8


def test_spread_labels_takes_no_labels():
    """May the list of labels be empty?"""
    spread_labels([])


def test_window_marks_the_right_words(monkeypatch):
    """Does the picture mark m words on either side and cut the window off at the document's ends?"""
    monkeypatch.setattr(plt, "show", lambda: None)
    show_window(["a", "b", "c", "d", "e"], window_size=2, centres=[0, 3])
    texts = [text.get_text() for text in plt.gca().texts]
    plt.close("all")
    assert texts == ["a", "centre", "b", "+1", "c", "+2", "d", "e", "a", "b", "−2", "c", "−1", "d", "centre", "e", "+1"]


def test_association_draws_every_word(monkeypatch):
    """Does the picture of a bias hold a labelled point for each word, at the truth and at what was measured?"""
    monkeypatch.setattr(plt, "show", lambda: None)
    truth, measured = {"nurse": 0.9, "judge": 0.3, "baker": 0.7}, [0.2, -0.1, 0.05]
    wanted = dict(zip(truth, zip(truth.values(), measured, strict=True), strict=True))
    drawn = draw(show_association, truth, measured, "share", "similarity")
    drawn.has_points(wanted)
    drawn.has_labels(wanted)


def test_style_names_only_what_matplotlib_knows():
    """Are all settings of our style settings of matplotlib?"""
    assert set(STYLE) <= set(plt.rcParams)


def test_a_label_that_is_cut_off_is_no_label():
    """Is an annotation that matplotlib leaves out, since its place lies outside the axes, no label of any point?"""

    def plot(M_reduced, word2ind, words):
        plt.scatter(M_reduced[:, 0], M_reduced[:, 1])
        plt.annotate("in", (0.0, 0.0))
        plt.annotate("out", (9.0, 9.0))

    drawn = draw(plot, np.array([[0.0, 0.0], [1.0, 1.0]]), {"in": 0, "out": 1}, ["in", "out"])
    assert drawn.labels == [("in", (0.0, 0.0))]
