# fails: q2_neg_sampling__loss, q2_neg_sampling__repeats, q2_neg_sampling__draws, q2_neg_sampling__edge_one_dimension
"""The loss is probably an array with a term for each of target and samples. It is one number, their sum."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    indices = np.array([outsideWordIdx, *getNegativeSamples(outsideWordIdx, dataset, K)])
    signs = -np.ones(K + 1)
    signs[0] = 1
    rows = outsideVectors[indices]
    right = sigmoid(signs * (rows @ centerWordVec))
    factors = signs * (right - 1)
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    np.add.at(gradOutsideVecs, indices, np.outer(factors, centerWordVec))
    return -np.log(right), factors @ rows, gradOutsideVecs
