# fails: q2_neg_sampling__grad_outside, q2_neg_sampling__repeats, q2_neg_sampling__draws, q2_neg_sampling__edge_one_dimension
"""The gradient with respect to the outside vectors is probably the target's row alone. It is a table with a row for
each word of the vocabulary."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    wrong = sigmoid(outsideVectors[samples] @ centerWordVec)
    gradCenterVec = (right - 1) * outsideVectors[outsideWordIdx] + wrong @ outsideVectors[samples]
    return -np.log(right) - np.sum(np.log(1 - wrong)), gradCenterVec, (right - 1) * centerWordVec
