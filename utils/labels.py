"""Finds a place for each label of a scatter plot: beside its point, off other labels, points and connecting lines.

All lengths are in pixels of the page. Drawing is the matter of `utils.plots`. Each label has a fixed set of places
around its point; labels take turns in moving to their best place until none wants to move. There is no randomness and
no clock in it: the same plot gives the same picture everywhere.
"""

from __future__ import annotations

import numpy as np

RINGS = np.array([6.5, 12.0, 20.0, 30.0, 42.0, 57.0, 75.0, 97.0, 125.0])  # from a point to its label
POINT_RADIUS, PADDING = 4.5, 1.5
BETWEEN = np.array([6.0, PADDING])  # two labels side by side must not read as one word
ROUNDS = 30
# What a place costs. A pixel of distance costs 1.
OVERLAP, OUTSIDE, ON_POINT, LINE_ON_LABEL, LINES_CROSS, LINE_ON_POINT = 5000.0, 3000.0, 300.0, 250.0, 60.0, 90.0


def place_labels(points: np.ndarray, sizes: np.ndarray, area: tuple[float, float, float, float]) -> np.ndarray:
    """The centre of each label, (N, 2), for labels of `sizes` (N, 2) at `points` (N, 2) inside `area`.

    `area` is (left, bottom, right, top).
    """
    centres = _candidates(points, sizes)
    ends = line_ends(points[:, None], centres, sizes[:, None])
    alone = np.stack([_cost_alone(i, points, sizes, centres, ends, area) for i in range(len(points))])
    chosen = alone.argmin(axis=1)
    everyone = np.arange(len(points))
    crowded_first = np.argsort(-alone.min(axis=1), kind="stable")
    for _ in range(ROUNDS):
        moved = False
        for i in crowded_first:
            others = everyone[everyone != i]
            places = centres[others, chosen[others]], ends[others, chosen[others]]
            cost = alone[i] + _cost_beside(i, others, points, sizes, centres[i], ends[i], *places)
            best = cost.argmin()
            if cost[best] < cost[chosen[i]] - 1e-9:
                chosen[i], moved = best, True
        if not moved:
            break
    return centres[everyone, chosen]


def line_ends(points: np.ndarray, centres: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Where a line from each point meets its label: the place of the label's box that is nearest to the point."""
    return np.clip(points, centres - sizes / 2, centres + sizes / 2)


def _places() -> tuple[np.ndarray, np.ndarray]:
    """(P, 2) directions in which a label may stand, and how far its centre is shifted, in halves of its size."""
    right = [((1, 0), (1, slide)) for slide in (0, 0.5, -0.5)]
    above = [((0, 1), (slide, 1)) for slide in (0, 0.5, -0.5)]
    corner = [((np.cos(angle), np.sin(angle)), (1, 1)) for angle in np.deg2rad([15, 45, 75])]
    quarter = np.array(right + above + corner)
    signs = np.array([(1, 1), (-1, -1), (-1, 1), (1, -1)])
    every = np.unique((quarter[None] * signs[:, None, None]).reshape(-1, 4), axis=0)[::-1]  # to the right first
    return every[:, :2], every[:, 2:]


def _candidates(points: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """(N, C, 2): the places around each point; the distance from point to label is one of RINGS."""
    away, shift = _places()
    offsets = RINGS[:, None, None] * away + shift * sizes[:, None, None] / 2  # (N, R, P, 2)
    return points[:, None] + offsets.reshape(len(points), -1, 2)


def _cost_alone(i: int, points, sizes, centres, ends, area) -> np.ndarray:
    """(C,): the cost of label i's places, whatever the other labels do."""
    low, high = centres[i] - sizes[i] / 2, centres[i] + sizes[i] / 2
    cost = np.linalg.norm(ends[i] - points[i], axis=1)
    left, bottom, right, top = area
    beyond = np.maximum(0, [left - low[:, 0], bottom - low[:, 1], high[:, 0] - right, high[:, 1] - top]).sum(axis=0)
    cost += OUTSIDE * (beyond > 0) + 10 * beyond
    near = POINT_RADIUS + PADDING
    covered = ((points > low[:, None] - near) & (points < high[:, None] + near)).all(axis=-1)
    others = np.arange(len(points)) != i
    cost += ON_POINT * (covered & others).sum(axis=1)
    met = _meets(points[i], ends[i][:, None], points, np.full(2, POINT_RADIUS))
    apart = np.linalg.norm(points - points[i], axis=1) > 2 * POINT_RADIUS  # the line must start somewhere
    return cost + LINE_ON_POINT * (met & apart).sum(axis=1)


def _cost_beside(i: int, others, points, sizes, centres, ends, other_centres, other_ends) -> np.ndarray:
    """(C,): what label i's places cost beside the other labels where they are now."""
    room = (sizes[i] + sizes[others]) / 2 + BETWEEN
    overlaps = (np.abs(centres[:, None] - other_centres) < room).all(axis=-1)
    meets = _meets(points[i], ends[:, None], other_centres, sizes[others] / 2 + PADDING)
    met = _meets(points[others], other_ends, centres[:, None], sizes[i] / 2 + PADDING)
    crossed = _cross(points[i], ends[:, None], points[others], other_ends)
    return (OVERLAP * overlaps + LINE_ON_LABEL * (meets * 1.0 + met) + LINES_CROSS * crossed).sum(axis=1)


def _meets(start, end, centre, half) -> np.ndarray:
    """Whether the line from start to end meets the box around a centre with these halves of width and height.

    They are apart if their shadows are, on the x-axis, on the y-axis or across the line.
    """
    along = (end - start) / 2
    away = start + along - centre
    size = np.abs(along)
    across = np.abs(away[..., 0] * along[..., 1] - away[..., 1] * along[..., 0])
    return (np.abs(away) <= size + half).all(axis=-1) & (
        across <= half[..., 0] * size[..., 1] + half[..., 1] * size[..., 0]
    )


def _cross(a, b, c, d) -> np.ndarray:
    """Whether the line from a to b crosses that from c to d."""
    return (_side(a, b, c) * _side(a, b, d) < 0) & (_side(c, d, a) * _side(c, d, b) < 0)


def _side(a, b, c) -> np.ndarray:
    """On which side of the line from a to b the point c lies: a positive or a negative number."""
    return (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])
