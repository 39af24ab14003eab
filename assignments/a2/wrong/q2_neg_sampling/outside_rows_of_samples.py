# fails: q2_neg_sampling__grad_outside, q2_neg_sampling__repeats
"""The gradient with respect to the outside vectors probably has one row for each sample. It has one for each word of
the vocabulary, like the table."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    indices = np.array([outsideWordIdx, *getNegativeSamples(outsideWordIdx, dataset, K)])
    signs = -np.ones(K + 1)
    signs[0] = 1
    rows = outsideVectors[indices]
    right = sigmoid(signs * (rows @ centerWordVec))
    factors = signs * (right - 1)
    return -np.sum(np.log(right)), factors @ rows, np.outer(factors, centerWordVec)
