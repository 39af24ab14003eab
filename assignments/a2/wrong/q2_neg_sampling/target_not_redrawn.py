# fails: q2_neg_sampling__draws
"""The target is probably used as a negative sample when it is drawn: its score is then pulled up and down at once.
Draw again where the drawn index is the target."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = [dataset.sampleTokenIdx() for _ in range(K)]
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
