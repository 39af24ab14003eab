# fails: q2_neg_sampling__edge_one_dimension
"""`squeeze` (or an index that does the same) probably takes away the axis of the dimensions where d = 1: the sum over
the dimensions then runs over the words. Name the axis that may go, or leave the shape as it is."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    indices = np.array([outsideWordIdx, *getNegativeSamples(outsideWordIdx, dataset, K)])
    signs = -np.ones(K + 1)
    signs[0] = 1
    rows = outsideVectors[indices].squeeze()
    right = sigmoid(signs * np.sum(rows * centerWordVec, axis=-1))
    factors = signs * (right - 1)
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    np.add.at(gradOutsideVecs, indices, np.outer(factors, centerWordVec))
    return -np.sum(np.log(right)), factors @ rows, gradOutsideVecs
