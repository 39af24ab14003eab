# fails: q2_neg_sampling__grad_outside, q2_neg_sampling__repeats
"""The gradient is probably added to the table of outside vectors itself: `gradOutsideVecs = outsideVectors` is a
second name, not a new array of zeros."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    gradCenterVec = np.zeros(centerWordVec.shape)
    gradOutsideVecs = outsideVectors
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    loss = -np.log(right)
    gradCenterVec += (right - 1) * outsideVectors[outsideWordIdx]
    gradOutsideVecs[outsideWordIdx] += (right - 1) * centerWordVec
    for k in samples:
        wrong = sigmoid(outsideVectors[k] @ centerWordVec)
        loss -= np.log(1 - wrong)
        gradCenterVec += wrong * outsideVectors[k]
        gradOutsideVecs[k] += wrong * centerWordVec
    return loss, gradCenterVec, gradOutsideVecs
