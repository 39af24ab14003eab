"""One fixed seed a test, so that the same submission gets the same grade."""

from __future__ import annotations

import hashlib
import random

import numpy as np


def seed_of(test: str) -> int:
    """The seed of a test: 32 bits made from its name."""
    return int.from_bytes(hashlib.sha256(test.encode()).digest()[:4], "big")


def seed_everything(seed: int) -> None:
    """Seed `random` and `numpy.random`."""
    random.seed(seed)
    np.random.seed(seed)
