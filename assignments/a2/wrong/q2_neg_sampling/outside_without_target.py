# fails: q2_neg_sampling__grad_outside, q2_neg_sampling__repeats
"""The target's row of the gradient is probably zero. Its score stands in the loss, so its row has a gradient."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    gradCenterVec = np.zeros(centerWordVec.shape)
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    loss = -np.log(right)
    gradCenterVec += (right - 1) * outsideVectors[outsideWordIdx]
    for k in samples:
        wrong = sigmoid(outsideVectors[k] @ centerWordVec)
        loss -= np.log(1 - wrong)
        gradCenterVec += wrong * outsideVectors[k]
        gradOutsideVecs[k] += wrong * centerWordVec
    return loss, gradCenterVec, gradOutsideVecs
