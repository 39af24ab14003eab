"""Puts target and samples in one list with signs +1, -1, uses no sigmoid of 2.1 but logaddexp and expit, and np.add.at for repeats."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    rows = np.array([outsideWordIdx, *getNegativeSamples(outsideWordIdx, dataset, K)])
    sign = np.where(np.arange(K + 1) == 0, 1.0, -1.0)
    margins = sign * (outsideVectors[rows] @ centerWordVec)
    slope = -sign * expit(-margins)
    gU = np.zeros(outsideVectors.shape)
    np.add.at(gU, rows, slope[:, None] * centerWordVec)
    return np.logaddexp(0, -margins).sum(), slope @ outsideVectors[rows], gU
