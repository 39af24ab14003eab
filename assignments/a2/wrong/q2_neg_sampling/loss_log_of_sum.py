# fails: q2_neg_sampling__loss, q2_neg_sampling__repeats, q2_neg_sampling__draws, q2_neg_sampling__edge_one_dimension
"""In the loss the samples' sum probably stands inside one logarithm. Each sample has a logarithm of its own, and
these are added up."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    wrong = sigmoid(outsideVectors[samples] @ centerWordVec)
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    gradOutsideVecs[outsideWordIdx] = (right - 1) * centerWordVec
    np.add.at(gradOutsideVecs, samples, np.outer(wrong, centerWordVec))
    gradCenterVec = (right - 1) * outsideVectors[outsideWordIdx] + wrong @ outsideVectors[samples]
    return -np.log(right) - np.log(np.sum(1 - wrong)), gradCenterVec, gradOutsideVecs
