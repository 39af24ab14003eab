"""Gradients in the form 'expected minus observed': E[u] - u_o and y_hat v_c^T with v_c subtracted from the target's row; returns a namedtuple."""

from collections import namedtuple

PairResult = namedtuple("PairResult", ["loss", "gradCenterVec", "gradOutsideVecs"])


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    expected = np.average(outsideVectors, axis=0, weights=y_hat)
    table = np.multiply.outer(y_hat, centerWordVec)
    table[outsideWordIdx] -= centerWordVec
    return PairResult(-np.log(y_hat[outsideWordIdx]), expected - outsideVectors[outsideWordIdx], table)
