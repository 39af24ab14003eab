# fails: q2_neg_sampling__grad_center, q2_neg_sampling__grad_outside, q2_neg_sampling__repeats
"""Loss and gradients probably use different samples: they are drawn a second time for the gradients. Then the
gradient does not belong to the loss."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    gradCenterVec = np.zeros(centerWordVec.shape)
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    loss = -np.log(right)
    gradCenterVec += (right - 1) * outsideVectors[outsideWordIdx]
    gradOutsideVecs[outsideWordIdx] += (right - 1) * centerWordVec
    for k in samples:
        loss -= np.log(1 - sigmoid(outsideVectors[k] @ centerWordVec))
    for k in getNegativeSamples(outsideWordIdx, dataset, K):
        wrong = sigmoid(outsideVectors[k] @ centerWordVec)
        gradCenterVec += wrong * outsideVectors[k]
        gradOutsideVecs[k] += wrong * centerWordVec
    return loss, gradCenterVec, gradOutsideVecs
