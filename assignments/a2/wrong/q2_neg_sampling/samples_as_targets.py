# fails: q2_neg_sampling__loss, q2_neg_sampling__grad_center, q2_neg_sampling__grad_outside, q2_neg_sampling__repeats, q2_neg_sampling__draws, q2_neg_sampling__edge_one_dimension
"""The samples are probably treated like the target, in the loss and in both gradients: their scores are pushed up.
They should get low scores, hence the minus inside their sigmoid."""


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
        loss -= np.log(wrong)
        gradCenterVec += (wrong - 1) * outsideVectors[k]
        gradOutsideVecs[k] += (wrong - 1) * centerWordVec
    return loss, gradCenterVec, gradOutsideVecs
