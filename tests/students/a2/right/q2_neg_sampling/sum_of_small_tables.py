"""Functional style: a table for each of the 1+K terms from a helper, all summed at the end with sum(); draws with iter() and filter()."""

from itertools import count, islice


def _term(row, sign, v, U):
    """Loss and gradients of -log sigma(sign * u_row.v)."""
    s = sigmoid(sign * np.dot(U[row], v))
    table = np.zeros_like(U)
    table[row] = sign * (s - 1) * v
    return -np.log(s), sign * (s - 1) * U[row], table


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    draws = (dataset.sampleTokenIdx() for _ in count())
    ks = list(islice(filter(lambda k: k != outsideWordIdx, draws), K))
    terms = [_term(outsideWordIdx, +1, centerWordVec, outsideVectors)]
    terms += [_term(k, -1, centerWordVec, outsideVectors) for k in ks]
    return tuple(map(sum, zip(*terms)))
