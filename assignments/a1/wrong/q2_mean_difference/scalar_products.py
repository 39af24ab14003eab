# fails: q2_mean_difference__values
"""Scalar products are taken without dividing by the lengths, so that long vectors count more. The formula has
cosines.
"""


def mean_difference(first, second, direction):
    return (first @ direction).mean() - (second @ direction).mean()
