# fails: q2_neg_sampling__loss, q2_neg_sampling__grad_center, q2_neg_sampling__grad_outside, q2_neg_sampling__repeats, q2_neg_sampling__draws, q2_neg_sampling__edge_one_dimension
"""A softmax over the scores of target and samples probably stands where the sigmoid is meant. Each score is a
question of its own, yes or no; the answers need not add up to 1."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    indices = np.array([outsideWordIdx, *getNegativeSamples(outsideWordIdx, dataset, K)])
    signs = -np.ones(K + 1)
    signs[0] = 1
    rows = outsideVectors[indices]
    right = softmax(signs * (rows @ centerWordVec))
    factors = signs * (right - 1)
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    np.add.at(gradOutsideVecs, indices, np.outer(factors, centerWordVec))
    return -np.sum(np.log(right)), factors @ rows, gradOutsideVecs
