"""Numerical derivatives, and a check of a gradient against them."""

from __future__ import annotations

import random

import numpy as np

from utils.checks import CheckFailed


def numerical_gradient(f, x, h: float = 1e-5) -> np.ndarray:
    """The derivative of a number f(x) with respect to each entry of x, by central differences, in the shape of x.

    The error is of the order h², about 1e-10 for smooth losses of ordinary size.

    >>> numerical_gradient(lambda v: v[0] * v[1], [2.0, 3.0]).round(6)
    array([3., 2.])
    """
    __tracebackhide__ = True
    x = np.array(x, dtype=float)
    slopes = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        middle = x[place]
        x[place] = middle + h
        above = f(x.copy())
        x[place] = middle - h
        below = f(x.copy())
        x[place] = middle
        slopes[place] = (above - below) / (2 * h)
    return slopes


def gradcheck_naive(f, x, gradientText: str = "") -> None:
    """Check the gradient of f against central differences at each entry of x, and print that it passed.

    f(x) returns (loss, gradient); the gradient has the shape of x. Python's and NumPy's random states are the same at
    every call of f, so that a loss with random samples can be checked too. Raises CheckFailed at the first entry that
    differs by more than 1e-5 (relative, where the slope is larger than 1).
    """
    __tracebackhide__ = True
    x = np.array(x, dtype=float)
    states = random.getstate(), np.random.get_state()

    def again(at):
        __tracebackhide__ = True
        random.setstate(states[0])
        np.random.set_state(states[1])
        return f(at.copy())

    _, gradient = again(x)
    gradient = np.asarray(gradient, dtype=float)
    name = gradientText or "the gradient"
    if gradient.shape != x.shape:
        raise CheckFailed(f"{name} has the shape {gradient.shape}; the shape of x, {x.shape}, was wanted.")
    slopes = numerical_gradient(lambda at: float(again(at)[0]), x)
    apart = np.abs(slopes - gradient) / np.maximum(1, np.maximum(np.abs(slopes), np.abs(gradient)))
    if not (apart <= 1e-5).all():
        place = tuple(int(i) for i in np.argwhere(~(apart <= 1e-5))[0])
        raise CheckFailed(
            f"{name} differs from the slope of the loss at entry {list(place)}:\n"
            f"  your gradient:            {gradient[place]:.6g}\n"
            f"  (f(x+h) - f(x-h)) / 2h:   {slopes[place]:.6g}",
            hint="if the loss is right, the derivative with respect to this entry is not.",
        )
    print(f"Gradient check passed{f': {gradientText}' if gradientText else ''}.")
