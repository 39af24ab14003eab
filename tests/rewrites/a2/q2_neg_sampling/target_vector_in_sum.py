"""Vectorised, with counts from np.bincount."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    times = np.bincount(samples, minlength=len(outsideVectors))
    s = sigmoid(outsideVectors @ centerWordVec)
    u_o = outsideVectors[outsideWordIdx]
    loss = -np.log(s[outsideWordIdx]) - np.dot(times, np.log(sigmoid(-(outsideVectors @ centerWordVec))))
    gradCenterVec = (s[outsideWordIdx] - 1 + np.dot(times, s)) * u_o
    weights = times * s
    weights[outsideWordIdx] = s[outsideWordIdx] - 1
    return loss, gradCenterVec, np.outer(weights, centerWordVec)
