"""Right, unusual: pure Python with math.hypot and statistics.fmean."""

import math
from statistics import fmean


def mean_difference(first, second, direction):
    def cosine(v):
        return sum(map(lambda p, q: p * q, v, direction)) / (math.hypot(*v) * math.hypot(*direction))

    return fmean(map(cosine, first)) - fmean(map(cosine, second))
