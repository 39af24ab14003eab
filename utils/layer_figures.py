"""Drawings and measurements that the text of a3 shows: what grows with the vocabulary, the layers, the power."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import FancyBboxPatch
from threadpoolctl import threadpool_limits

from utils.plots import BLUE, GREEN, GREY, INK, ORANGE, RED

MILLION = 1_000_000
Costs = tuple[list[int], dict[str, list[float]]]


def measure_costs(vocab_sizes: Sequence[int], hidden_size: int = 100, batch: int = 10) -> Costs:
    """Measure four ways for tables of different sizes: (vocabulary sizes, {way: seconds for one batch})."""
    seconds: dict[str, list[float]] = {}
    random = np.random.default_rng(0)
    for size in vocab_sizes:
        table = np.ones((size, hidden_size), dtype=np.float32)
        h = np.ones((batch, hidden_size), dtype=np.float32)
        words, samples = random.integers(size, size=batch), random.integers(size, size=(batch, 6))
        one_hot = np.zeros((batch, size), dtype=np.float32)
        one_hot[np.arange(batch), words] = 1
        ways = {
            "one-hot product": lambda x=one_hot, W=table: x @ W,
            "softmax over all words": lambda h=h, W=table: _softmax(h @ W.T),
            "lookup of rows": lambda idx=words, W=table: W[idx],
            "1 + 5 scores": lambda h=h, W=table, idx=samples: 1 / (1 + np.exp(-np.einsum("bkd,bd->bk", W[idx], h))),
        }
        with threadpool_limits(1):  # several threads would measure what else the machine is doing
            for way, act in ways.items():
                seconds.setdefault(way, []).append(_best_time(act))
    return list(vocab_sizes), seconds


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def _best_time(act: Callable, budget: float = 0.1) -> float:
    """The shortest of at least five runs, in seconds: the others had to wait for something else."""
    times: list[float] = []
    while len(times) < 5 or (sum(times) < budget and len(times) < 100):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return min(times)


def plot_costs(costs: Costs) -> None:
    """Draw the measurements of `measure_costs`, and the growing ones continued to a million words."""
    sizes, seconds = costs
    _, axes = plt.subplots(figsize=(7.5, 4.2))
    styles = zip(seconds, (RED, ORANGE, BLUE, GREEN), ("o", "s", "^", "D"), strict=True)
    ends = []
    for way, colour, marker in styles:
        axes.loglog(sizes, np.array(seconds[way]) * 1e3, color=colour, marker=marker, label=way)
        grows = way in ("one-hot product", "softmax over all words")
        end = seconds[way][-1] * (MILLION / sizes[-1] if grows else 1) * 1e3
        axes.loglog([sizes[-1], MILLION], [seconds[way][-1] * 1e3, end], color=colour, ls=":")
        ends.append((end, colour))
    for height, (end, colour) in zip(_apart([end for end, _ in ends]), ends, strict=True):
        text = f"{end:.2g} ms" if end < 99 else f"{end:.0f} ms"
        axes.annotate(text, (MILLION, height), xytext=(6, 0), textcoords="offset points", va="center", color=colour)
    axes.set(xlabel="words in the vocabulary", ylabel="milliseconds for a batch of ten", xlim=(None, 3 * MILLION))
    axes.set_title("Two steps grow with the vocabulary, their replacements do not")
    axes.legend(frameon=False)
    plt.show()


def _apart(heights: Sequence[float], factor: float = 2.6) -> list[float]:
    """The heights of labels on a logarithmic axis, moved so that each is at least `factor` above the one below it."""
    logs = np.log(heights)
    order, gap = np.argsort(logs), np.log(factor)
    for _ in heights:
        for low, high in pairwise(order):
            lack = max(0.0, gap - (logs[high] - logs[low]))
            logs[low], logs[high] = logs[low] - lack / 2, logs[high] + lack / 2
    return np.exp(logs).tolist()


def plot_powers(shares: Sequence[float], powers: Sequence[float], vocab_size: int = 10_000) -> None:
    """Draw what a power does to three shares, and to a vocabulary whose word number r has a share like 1/r."""
    _, (left, right) = plt.subplots(ncols=2, figsize=(9.5, 3.8))
    places = np.arange(len(shares))
    ranks = np.arange(1, vocab_size + 1)
    width = 0.8 / len(powers)
    for number, (power, colour) in enumerate(zip(powers, (GREY, BLUE, ORANGE, GREEN), strict=True)):
        heights = _to_power(np.array(shares), power)
        bars = left.bar(places + (number - (len(powers) - 1) / 2) * width, heights, 0.92 * width, color=colour)
        left.bar_label(bars, [f"{height:.3f}".lstrip("0") for height in heights], fontsize=8, padding=2, color=INK)
        right.loglog(ranks, _to_power(1 / ranks, power), color=colour, label=f"power {power:g}")
    left.set(xticks=places, xticklabels=[f"P = {share:g}" for share in shares], ylabel="probability of being drawn")
    left.grid(visible=False, axis="x")
    left.margins(y=0.1)
    left.set_title("Three words")
    right.set(xlabel="rank of the word", ylabel="probability of being drawn")
    right.set_title(f"{vocab_size:,} words".replace(",", " "))
    right.legend(frameon=False)
    plt.show()


def _to_power(shares: np.ndarray, power: float) -> np.ndarray:
    weights = shares**power
    return weights / weights.sum()


BOXES: Mapping[str, tuple[float, float, str, str]] = {
    "contexts": (0.8, 3.0, "contexts\n(B, 2w)", "white"),
    "in": (3.1, 3.0, "Embedding\n$W^{in}$ (V, H)", "#D6E9F5"),
    "mean": (5.6, 3.0, "mean over\nthe 2w words", "white"),
    "target": (0.8, 1.5, "target\n(B,)", "white"),
    "sampler": (0.8, 0.0, "UnigramSampler\n(B, K)", "#FBE9C6"),
    "right": (5.6, 1.5, "EmbeddingDot\n$W^{out}$ (V, H)", "#D6E9F5"),
    "wrong": (5.6, 0.0, "EmbeddingDot\n$W^{out}$ (V, H)", "#D6E9F5"),
    "yes": (8.0, 1.5, "SigmoidWithLoss\nt = 1", "#D3EFE5"),
    "no": (8.0, 0.0, "SigmoidWithLoss\nt = 0", "#D3EFE5"),
    "loss": (10.2, 0.75, "sum =\nloss", "white"),
}
ARROWS = (
    ("contexts", "in", "words"),
    ("in", "mean", "(B, 2w, H)"),
    ("target", "right", "one word each"),
    ("target", "sampler", ""),
    ("sampler", "wrong", "K words for each target"),
    ("right", "yes", "scores"),
    ("wrong", "no", "scores"),
    ("yes", "loss", ""),
    ("no", "loss", ""),
)
WIDTH, HEIGHT = 1.5, 0.75


def show_layers() -> None:
    """Draw CBOW with negative sampling as layers."""
    _, axes = plt.subplots(figsize=(9.5, 4.0))
    frame = {"boxstyle": "round,pad=0.02,rounding_size=0.2", "facecolor": "#F7F7F7", "edgecolor": GREY, "ls": "--"}
    axes.add_patch(FancyBboxPatch((-0.15, -0.55), 11.25, 2.6, **frame))
    axes.text(11.0, 2.13, "NegativeSamplingLoss", ha="right", va="bottom", fontsize=10, color=GREY)
    for x, y, text, colour in BOXES.values():
        box = {"boxstyle": "round,pad=0.02,rounding_size=0.1", "facecolor": colour, "edgecolor": INK}
        axes.add_patch(FancyBboxPatch((x - WIDTH / 2, y - HEIGHT / 2), WIDTH, HEIGHT, **box))
        axes.text(x, y, text, ha="center", va="center", fontsize=8.5)
    for start, end, text in ARROWS:
        (x0, y0), (x1, y1) = BOXES[start][:2], BOXES[end][:2]
        if x0 == x1:
            tail, head = (x0, y0 - HEIGHT / 2), (x1, y1 + HEIGHT / 2)
        else:
            tail, head = (x0 + WIDTH / 2, y0), (x1 - WIDTH / 2, y1)
        _arrow(axes, tail, head)
        middle = (tail[0] + min(head[0], 4.3 if start in ("target", "sampler") else head[0])) / 2
        axes.text(middle, (tail[1] + head[1]) / 2 + 0.08, text, ha="center", fontsize=8, color=INK)
    _arrow(axes, (5.6, 3 - HEIGHT / 2), (5.6, 1.5 + HEIGHT / 2))
    axes.text(5.68, 2.3, "h (B, H)", fontsize=8, color=INK)
    axes.plot([5.6, 4.3, 4.3, 5.6], [2.25, 2.25, 0.75, 0.75], color=INK, lw=1)
    _arrow(axes, (5.6, 0.75), (5.6, HEIGHT / 2))
    axes.set(xlim=(-0.3, 11.3), ylim=(-0.7, 3.5))
    axes.axis("off")
    plt.show()


def _arrow(axes, tail: tuple[float, float], head: tuple[float, float]) -> None:
    axes.annotate("", head, tail, arrowprops={"arrowstyle": "-|>", "color": INK, "lw": 1, "shrinkA": 0, "shrinkB": 1})


def show_block(block_size: int, window_size: int, shared: int) -> None:
    """Draw which inner products of a block count: those inside the windows, and those with the negative samples."""
    _, axes = plt.subplots(figsize=(6.5, 3.9))
    places = np.arange(block_size)
    inside = np.abs(places[:, np.newaxis] - places)
    inside = (inside > 0) & (inside <= window_size)
    for row in places:
        for column in places:
            _cell(axes, column, row, BLUE if inside[row, column] else "white")
        for column in range(shared):
            _cell(axes, block_size + 1.5 + column, row, ORANGE)
    axes.text(block_size / 2, -0.6, "words of the block: $W^{out}$", ha="center", fontsize=9)
    axes.text(block_size + 1.5 + shared / 2, -0.6, "negative samples", ha="center", fontsize=9)
    axes.text(-0.5, block_size / 2, "words of the block: $W^{in}$", rotation=90, va="center", ha="right", fontsize=9)
    axes.text(
        block_size / 2, block_size + 0.4, "t = 1 inside the windows", ha="center", va="top", fontsize=9, color=BLUE
    )
    axes.text(block_size + 1.5 + shared / 2, block_size + 0.4, "t = 0", ha="center", va="top", fontsize=9, color=RED)
    axes.set(xlim=(-1.5, block_size + shared + 2), ylim=(block_size + 1.3, -1.5), aspect="equal")
    axes.axis("off")
    plt.show()


def _cell(axes, x: float, y: float, colour: str) -> None:
    axes.add_patch(plt.Rectangle((x, y), 1, 1, facecolor=colour, edgecolor="#CCCCCC", lw=0.6))
