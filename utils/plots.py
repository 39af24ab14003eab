"""The look of all figures of the notebooks, and the drawings that the texts need.

Colours are those of Okabe and Ito, which stay apart for colour-blind readers. What a student draws is up to the
student; reading it back is the job of `utils.drawn`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch
from matplotlib.patheffects import withStroke

from utils.labels import line_ends, place_labels

BLUE, ORANGE, GREEN, RED, PURPLE = "#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7"
INK, GREY, PALE = "#222222", "#8A8A8A", "#EFEFEF"

STYLE = {
    "figure.figsize": (7.5, 5.0),
    "figure.dpi": 100,
    "figure.constrained_layout.use": True,
    "font.size": 11,
    "text.color": INK,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.prop_cycle": plt.cycler(color=[BLUE, ORANGE, GREEN, RED, PURPLE]),
    "grid.color": "#E6E6E6",
    "xtick.color": GREY,
    "ytick.color": GREY,
    "lines.markersize": 6,
}

TIED_FROM = 10  # pixels: what is nearer needs no line
UNDER_LABELS = 0.85
UNDER_POINTS = 0.9  # of matplotlib's layers: a label that meets a point or a line leaves both readable


def use_style() -> None:
    """Give all figures from here on the workbook's look."""
    plt.rcParams.update(STYLE)


def spread_labels(texts: Sequence) -> None:
    """Move the labels of one plot so that they cover neither each other nor the points.

    `texts` are what `plt.text` or `plt.annotate` returned, each placed at its point. A label that does not stand right
    beside its point is tied to it by a thin line. Call it after the last point is drawn.
    """
    texts = [text for text in texts if np.isfinite(text.get_unitless_position()).all()]
    if not texts:
        return
    axes = texts[0].axes
    axes.margins(0.13, 0.1)
    for text in texts:
        text.set(path_effects=[withStroke(linewidth=2.5, foreground="white")], zorder=UNDER_POINTS)
    axes.figure.draw_without_rendering()  # the layout decides where on the page a text stands …
    axes.figure.set_layout_engine("none")  # … and stays as it is from here on
    pixel = axes.figure.dpi / 100  # lengths are worked out at 100 dots an inch
    points = axes.transData.transform([text.get_unitless_position() for text in texts]) / pixel
    boxes = [text.get_window_extent() for text in texts]
    sizes = np.array([(box.width, box.height) for box in boxes]) / pixel
    centres = place_labels(points, sizes, np.array(axes.bbox.extents) / pixel)
    ends = line_ends(points, centres, sizes)
    to_data = axes.transData.inverted().transform
    for text, point, centre, end in zip(texts, points, centres, ends, strict=True):
        text.set(ha="center", va="center", position=to_data(centre * pixel))
        if np.linalg.norm(end - point) > TIED_FROM:
            line = to_data(np.array([point, end]) * pixel)
            axes.add_artist(Line2D(*line.T, color=GREY, lw=0.8, zorder=UNDER_LABELS))


def show_window(document: Sequence[str], window_size: int, centres: Sequence[int]) -> None:
    """Draw a document once for each centre word, with the outside words of its window marked.

    `centres` are positions in the document, counted from 0.
    """
    widths = [0.5 + 0.17 * len(word) for word in document]
    starts = [sum(widths[:i]) + 0.18 * i for i in range(len(document))]
    _, axes = plt.subplots(figsize=(7.5, 1.15 * len(centres) + 0.2))
    for row, centre in enumerate(centres):
        _draw_row(axes, document, starts, widths, -1.5 * row, centre, window_size)
    axes.set(xlim=(-0.1, starts[-1] + widths[-1] + 0.1), ylim=(-1.5 * len(centres) + 0.75, 0.95))
    axes.axis("off")
    plt.show()


def _draw_row(axes: Axes, document, starts, widths, height: float, centre: int, window_size: int) -> None:
    for i, word in enumerate(document):
        distance = abs(i - centre)
        face, edge, colour = PALE, PALE, GREY
        if distance == 0:
            face, edge, colour = ORANGE, ORANGE, "black"
        elif distance <= window_size:
            face, edge, colour = "#D6E9F5", BLUE, "black"
        box = FancyBboxPatch(
            (starts[i] + 0.06, height - 0.3),
            widths[i] - 0.12,
            0.6,
            boxstyle="round,pad=0.04,rounding_size=0.12",
            facecolor=face,
            edgecolor=edge,
        )
        axes.add_patch(box)
        middle = starts[i] + widths[i] / 2
        axes.text(middle, height, word, ha="center", va="center", color=colour)
        if distance == 0:
            axes.text(middle, height + 0.44, "centre", ha="center", va="bottom", fontsize=9, color=INK)
        elif distance <= window_size:
            axes.text(
                middle,
                height + 0.44,
                f"{i - centre:+d}".replace("-", "−"),
                ha="center",
                va="bottom",
                fontsize=9,
                color=BLUE,
            )


def show_association(
    truth: Mapping[str, float], measured: Sequence[float], truth_name: str, measured_name: str
) -> None:
    """Draw what was measured for each word over the truth, with the line that fits best and the correlation.

    `truth` maps each word to its true value; `measured` has a number for each word in the same order.
    """
    x, y = np.array(list(truth.values()), dtype=float), np.asarray(measured, dtype=float)
    slope, start = np.polyfit(x, y, 1)
    _, axes = plt.subplots(figsize=(7.5, 5.5))
    ends = np.array([x.min(), x.max()])
    axes.plot(ends, start + slope * ends, color=ORANGE, lw=2, zorder=0.8)
    axes.axhline(0, color=GREY, lw=0.8, zorder=0.8)
    axes.scatter(x, y, color=BLUE)
    axes.set(xlabel=truth_name, ylabel=measured_name, title=f"correlation {np.corrcoef(x, y)[0, 1]:.2f}")
    spread_labels([axes.text(*place, word) for word, *place in zip(truth, x, y, strict=True)])
    plt.show()
