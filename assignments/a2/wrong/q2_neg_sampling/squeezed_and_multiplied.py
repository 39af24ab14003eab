# fails: q2_neg_sampling__edge_one_dimension
"""`squeeze` probably takes away the axis of the dimensions where d = 1, and the matrix product then finds none. Name
the axis that may go, or leave the shape as it is."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    indices = np.array([outsideWordIdx, *getNegativeSamples(outsideWordIdx, dataset, K)])
    signs = -np.ones(K + 1)
    signs[0] = 1
    rows, center = outsideVectors[indices].squeeze(), centerWordVec.squeeze()
    right = sigmoid(signs * (rows @ center))
    factors = signs * (right - 1)
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    np.add.at(gradOutsideVecs, indices, np.outer(factors, center))
    return -np.sum(np.log(right)), factors @ rows, gradOutsideVecs
