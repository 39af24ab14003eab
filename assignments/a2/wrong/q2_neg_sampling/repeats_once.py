# fails: q2_neg_sampling__repeats
"""A word that was drawn several times probably counts once. It stands in the sum as often as it was drawn. A set, or
np.unique without its counts, loses this."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    gradCenterVec = np.zeros(centerWordVec.shape)
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    loss = -np.log(right)
    gradCenterVec += (right - 1) * outsideVectors[outsideWordIdx]
    gradOutsideVecs[outsideWordIdx] += (right - 1) * centerWordVec
    for k in set(samples):
        wrong = sigmoid(outsideVectors[k] @ centerWordVec)
        loss -= np.log(1 - wrong)
        gradCenterVec += wrong * outsideVectors[k]
        gradOutsideVecs[k] += wrong * centerWordVec
    return loss, gradCenterVec, gradOutsideVecs
