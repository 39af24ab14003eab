"""The loss as log-sum-exp, the centre gradient by a loop over the rows."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    z = outsideVectors @ centerWordVec
    loss = np.logaddexp.reduce(z) - z[outsideWordIdx]
    expected = np.zeros_like(centerWordVec, dtype=float)
    for u in outsideVectors:
        expected += u / len(outsideVectors)
    gradCenterVec = -(outsideVectors[outsideWordIdx] - expected)
    P = softmax(z)
    P[outsideWordIdx] -= 1
    return loss, gradCenterVec, np.multiply.outer(P, centerWordVec)
