# fails: q2_neg_sampling__grad_outside, q2_neg_sampling__repeats, q2_neg_sampling__draws, q2_neg_sampling__edge_one_dimension
"""The rows of the gradient with respect to the outside vectors are probably added up to one vector. Each word keeps a
row of its own, so that the result has the shape of the table."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    wrong = sigmoid(outsideVectors[samples] @ centerWordVec)
    gradCenterVec = (right - 1) * outsideVectors[outsideWordIdx] + wrong @ outsideVectors[samples]
    gradOutsideVecs = (right - 1) * centerWordVec + np.sum(wrong) * centerWordVec
    return -np.log(right) - np.sum(np.log(1 - wrong)), gradCenterVec, gradOutsideVecs
