# fails: q2_neg_sampling__grad_center, q2_neg_sampling__grad_outside, q2_neg_sampling__repeats
"""The samples' terms of both gradients probably have the wrong sign. The score of a sample enters with a minus inside
the sigmoid, and the chain rule brings this minus out once more."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    gradCenterVec = np.zeros(centerWordVec.shape)
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    loss = -np.log(right)
    gradCenterVec += (right - 1) * outsideVectors[outsideWordIdx]
    gradOutsideVecs[outsideWordIdx] += (right - 1) * centerWordVec
    for k in samples:
        wrong = sigmoid(outsideVectors[k] @ centerWordVec)
        loss -= np.log(1 - wrong)
        gradCenterVec -= wrong * outsideVectors[k]
        gradOutsideVecs[k] -= wrong * centerWordVec
    return loss, gradCenterVec, gradOutsideVecs
