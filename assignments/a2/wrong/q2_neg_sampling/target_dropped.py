# fails: q2_neg_sampling__draws
"""Where the target is drawn it is probably left out without another draw, so there are fewer than K samples."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = [dataset.sampleTokenIdx() for _ in range(K)]
    samples = [k for k in samples if k != outsideWordIdx]
    gradCenterVec = np.zeros(centerWordVec.shape)
    gradOutsideVecs = np.zeros(outsideVectors.shape)
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
