# fails: q2_neg_sampling__repeats
"""The loss counts a word as often as it was drawn, both gradients probably only once. A set, or `table[indices] +=
rows`, loses the repeats."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    loss = -np.log(right) - np.sum(np.log(1 - sigmoid(outsideVectors[samples] @ centerWordVec)))
    drawn = sorted(set(samples))
    wrong = sigmoid(outsideVectors[drawn] @ centerWordVec)
    gradCenterVec = (right - 1) * outsideVectors[outsideWordIdx] + wrong @ outsideVectors[drawn]
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    gradOutsideVecs[outsideWordIdx] = (right - 1) * centerWordVec
    gradOutsideVecs[drawn] = np.outer(wrong, centerWordVec)
    return loss, gradCenterVec, gradOutsideVecs
