"""Training of word vectors with the student's functions."""

from __future__ import annotations

import numpy as np


def constant_slope(x: np.ndarray) -> tuple[float, np.ndarray]:
    """A gradient of ones, whatever x is: what an optimiser makes of it shows its step sizes. Returns (1.0, ones)."""
    return 1.0, np.ones(x.shape)
