# fails: q2_neg_sampling__grad_center, q2_neg_sampling__grad_outside, q2_neg_sampling__repeats, q2_neg_sampling__draws, q2_neg_sampling__edge_one_dimension
"""The two vectors of a score have probably changed places in both gradients. The derivative of u · v_c with respect
to v_c is u, that with respect to u is v_c."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    gradCenterVec = np.zeros(centerWordVec.shape)
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    loss = -np.log(right)
    gradCenterVec += (right - 1) * centerWordVec
    gradOutsideVecs[outsideWordIdx] += (right - 1) * outsideVectors[outsideWordIdx]
    for k in samples:
        wrong = sigmoid(outsideVectors[k] @ centerWordVec)
        loss -= np.log(1 - wrong)
        gradCenterVec += wrong * centerWordVec
        gradOutsideVecs[k] += wrong * outsideVectors[k]
    return loss, gradCenterVec, gradOutsideVecs
