"""No loop: counts n_w with bincount, one factor per word over the whole vocabulary, then one product for each gradient."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    n = np.bincount(getNegativeSamples(outsideWordIdx, dataset, K), minlength=len(outsideVectors))
    s = sigmoid(outsideVectors @ centerWordVec)
    factors = n * s
    factors[outsideWordIdx] = s[outsideWordIdx] - 1
    drawn = n > 0
    loss = -np.log(s[outsideWordIdx]) - n[drawn] @ np.log(1 - s[drawn])
    return loss, factors @ outsideVectors, np.outer(factors, centerWordVec)
