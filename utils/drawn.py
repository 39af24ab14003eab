"""Reads the points and labels of a scatter plot that a student's function drew, and compares them with what was wanted.

How the plot was made is free: any kind of marker and text, with or without `plt.show()`, a figure or returned axes.
Which points are wanted is the matter of the test cells.
"""

from __future__ import annotations

import contextlib
import warnings

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox

from utils.checks import CheckFailed, Outcome, fresh, on_students_side, told_with
from utils.diagnosis import seen
from utils.show import shown, shown_call

NO_MARKER = (None, "", " ", "None", "none")
TOLERANCE = 1e-5  # of the largest coordinate: single precision is enough for a picture
FigureCanvas = FigureCanvasAgg  # with `show` below this module is a backend of matplotlib
_made: list[Figure] = []
_shown: dict[Figure, list] = {}


class Plot:
    """What one call of a plotting function drew.

    Attributes: `points`, a list of (x, y); `labels`, a list of (text, (x, y) of the nearest point or None).
    """

    def __init__(self, call_text: str, drawn: object, given: tuple):
        axes, arguments = drawn if isinstance(drawn, tuple | list) and len(drawn) == 2 else ([], ())
        self.call = call_text
        self._given, self._after = given, arguments
        self.points: list[tuple[float, float]] = []
        self.labels: list[tuple[str, tuple[float, float] | None]] = []
        used = [self._read(part) for part in axes] if isinstance(axes, list) else []
        self._count = sum(used)

    def _read(self, part: object) -> bool:
        """Take over one pair of axes; True if anything was drawn there."""
        points, labels = part if isinstance(part, tuple | list) and len(part) == 2 else ([], [])
        if not isinstance(points, list) or not isinstance(labels, list):
            return False
        self.points += [place for place in map(_place, points) if place is not None]
        for label in labels:
            if isinstance(label, tuple | list) and len(label) == 3 and isinstance(label[0], str):
                self.labels.append((label[0], _place(label[1:])))
        return bool(points or labels)

    def has_points(self, wanted: dict[str, tuple[float, float]], hint: str = "") -> None:
        """Check that exactly the places of `wanted` (word -> (x, y)) are marked, all in one pair of axes."""
        if self._count > 1:
            self._fail(f"drawings in {self._count} figures or axes", "all words in one plot", hint)
        near = _nearness(wanted)
        for word, place in wanted.items():
            if not any(near(place, found) for found in self.points):
                self._fail(self._points_text(), f"a point for {word!r} at {_pair(place)}", hint)
        for found in self.points:
            if not any(near(place, found) for place in wanted.values()):
                self._fail(self._points_text(), f"{len(wanted)} points, and none at {_pair(found)}", hint)

    def has_labels(self, wanted: dict[str, tuple[float, float]], hint: str = "") -> None:
        """Check that each word of `wanted` is written once, nearest to its own point, and nothing else is."""
        near = _nearness(wanted)
        found = [text for text, _ in self.labels]
        for word, place in wanted.items():
            places = [point for text, point in self.labels if text == word]
            if not places:
                self._fail(f"labels {shown(found)}", f"a label {word!r} in the plot, beside its point", hint)
            for point in places:
                if point is None or not near(place, point):
                    at = "where no point is" if point is None else f"at the point {_pair(point)}"
                    self._fail(f"the label {word!r} {at}", f"{word!r} at the point {_pair(place)}", hint)
        for text in found:
            if text not in wanted:
                self._fail(f"a label {text!r}", f"labels for {shown(list(wanted))} and for no other word", hint)

    def kept_arguments(self) -> None:
        """Check that the call left its positional arguments as they were."""
        after = Outcome(self.call, self._after, "the arguments after the call")
        after.equals(self._given, "work on a copy: the caller still needs what it handed over")

    def _points_text(self) -> str:
        if not self.points:
            return "a plot without points"
        some = ", ".join(map(_pair, self.points[:8]))
        return f"{len(self.points)} points: {some}{', …' if len(self.points) > 8 else ''}"

    def _fail(self, found: str, wanted: str, hint: str):
        lines = [self.call, f"  was drawn: {found}", f"  wanted:    {wanted}"]
        content = [self._count > 1, sorted(self.points), sorted(self.labels, key=repr)]
        raise CheckFailed("\n".join(lines), seen(self.call, content), hint=hint)


def draw(function, *args, **kwargs) -> Plot:
    """Call a student's plotting function with fresh arguments and read what it drew; nothing is displayed."""
    __tracebackhide__ = True
    text = shown_call(function, args, kwargs)
    with told_with(text):
        drawn = drawn_by(function, *args, **kwargs)
    return Plot(text, drawn, args)


@on_students_side
def drawn_by(function, *args, **kwargs) -> tuple[list, list]:
    """Call `function`; return the content of each pair of axes, and the arguments as they are after the call.

    The content is a pair of lists: points [(x, y), …] and labels [(text, x, y), …]. Coordinates are those of the data;
    x and y of a label are those of the point that is nearest on the page (nan where there is no point). The call runs
    on a backend without a screen, where `plt.show()` ends the figures as in a notebook. Every figure is read, also
    those that `plt.show()` or `plt.close()` ended; what is drawn into a figure after it was shown counts as another.
    """
    __tracebackhide__ = True
    args, kwargs = fresh(args), fresh(kwargs)
    plt.close("all")
    screen = matplotlib.get_backend()
    _made.clear()
    _shown.clear()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*non-interactive.*")
        plt.switch_backend(f"module://{__name__}")
        try:
            with matplotlib.rc_context({"figure.hooks": [f"{__name__}:_made.append"]}):
                result = function(*args, **kwargs)
            figures = _made + [figure for figure in _figures_in(result) if figure not in _made]
            return [part for figure in figures for part in _pictures(figure)], list(args)
        finally:
            plt.close("all")
            plt.switch_backend(screen)
            _made.clear()
            _shown.clear()


def show(*args, **kwargs) -> None:
    """What `plt.show()` does during `drawn_by`: it keeps what all open figures hold, and ends them."""
    for number in plt.get_fignums():
        figure = plt.figure(number)
        _shown.setdefault(figure, [_read_axes(axes) for axes in figure.axes])
    plt.close("all")


def _pictures(figure: Figure) -> list[tuple[list, list]]:
    """The content of the axes of a figure as it was shown, and once more as it is now if more was drawn since then.

    A figure that was shown empty stays empty: nobody sees what comes later.
    """
    now, before = [_read_axes(axes) for axes in figure.axes], _shown.get(figure)
    if before is None:
        return now
    changed = any(points or labels for points, labels in before) and _amount(before) != _amount(now)
    return before + now if changed else before


def _amount(parts: list[tuple[list, list]]) -> list:
    return [(len(points), [text for text, *_ in labels]) for points, labels in parts]


def _figures_in(result: object) -> list[Figure]:
    """The figures of returned figures and axes."""
    items = list(result) if isinstance(result, tuple | list) else [result]
    figures = [item if isinstance(item, Figure) else item.figure for item in items if isinstance(item, Figure | Axes)]
    return list(dict.fromkeys(figures))


def _read_axes(axes: Axes) -> tuple[list, list]:
    axes.get_xlim(), axes.get_ylim()  # what was drawn last may still have to widen the limits
    places = [_in_data(axes, *item) for item in _marks(axes)]
    points = np.concatenate([np.empty((0, 2)), *places])
    points = points[np.isfinite(points).all(axis=1)]
    on_page = axes.transData.transform(points)
    labels = []
    for text in [*axes.texts, *axes.figure.texts]:
        words = text.get_text().strip()
        if not words or not text.get_visible() or _cut_off(text):
            continue
        nearest = (float("nan"), float("nan"))
        if len(points):
            nearest = points[np.argmin(np.linalg.norm(on_page - _anchor(text), axis=1))].tolist()
        labels.append((words, *nearest))
    return [tuple(point) for point in points.tolist()], labels


def _marks(axes: Axes):
    """(transform, points) of everything that marks points: scatter, plot with a marker, circles."""
    for item in axes.collections:
        if isinstance(item, PathCollection) and item.get_visible():
            yield item.get_offset_transform(), np.ma.filled(np.ma.asarray(item.get_offsets(), dtype=float), np.nan)
    for line in axes.lines:
        if line.get_marker() not in NO_MARKER and line.get_visible():
            yield line.get_transform(), np.asarray(line.get_xydata(), dtype=float)
    for patch in axes.patches:
        if isinstance(patch, Ellipse) and patch.get_visible():
            yield axes.transData, np.array([patch.center], dtype=float)


def _in_data(axes: Axes, transform, points: np.ndarray) -> np.ndarray:
    points = points.reshape(-1, 2)
    if transform == axes.transData:
        return points
    return axes.transData.inverted().transform(transform.transform(points))


def _anchor(text) -> np.ndarray:
    """Where on the page a label points to: the tip of its arrow, or else its own position."""
    if isinstance(text, Annotation) and text.arrow_patch is not None and text.xycoords == "data":
        return text.axes.transData.transform(text.xy)
    if isinstance(text, Annotation):
        with contextlib.suppress(ValueError):  # a text that is no valid formula: its place is known all the same
            text.get_window_extent()  # an offset from the point becomes a position here
    return text.get_transform().transform(text.get_unitless_position())


def _cut_off(text) -> bool:
    """Whether matplotlib leaves a label out because what it points to lies outside the axes."""
    with contextlib.suppress(ValueError):  # a text that is no valid formula
        return isinstance(text, Annotation) and text.get_window_extent().bounds == Bbox.unit().bounds
    return False


def _place(values: object) -> tuple[float, float] | None:
    if not isinstance(values, tuple | list) or len(values) != 2:
        return None
    if not all(isinstance(value, int | float) and abs(value) < 1e300 for value in values):
        return None
    return float(values[0]), float(values[1])


def _nearness(wanted: dict[str, tuple[float, float]]):
    limit = TOLERANCE * max((abs(value) for place in wanted.values() for value in place), default=1.0)
    return lambda a, b: max(abs(a[0] - b[0]), abs(a[1] - b[1])) <= limit


def _pair(place: tuple[float, float]) -> str:
    return f"({place[0]:.6g}, {place[1]:.6g})"
