# fails: q2_neg_sampling__repeats
"""The row of a word that was drawn several times is probably added once. With `table[indices] += rows` NumPy adds
once a place, however often an index is in the list."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    indices = np.array([outsideWordIdx, *getNegativeSamples(outsideWordIdx, dataset, K)])
    signs = -np.ones(K + 1)
    signs[0] = 1
    rows = outsideVectors[indices]
    right = sigmoid(signs * (rows @ centerWordVec))
    factors = signs * (right - 1)
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    gradOutsideVecs[indices] += np.outer(factors, centerWordVec)
    return -np.sum(np.log(right)), factors @ rows, gradOutsideVecs
