# fails: q2_neg_sampling__loss, q2_neg_sampling__grad_center, q2_neg_sampling__grad_outside, q2_neg_sampling__repeats, q2_neg_sampling__draws, q2_neg_sampling__edge_one_dimension
"""The target's vector u_o and its score probably stand where each sample's own are meant, in all three results."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    gradCenterVec = np.zeros(centerWordVec.shape)
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    loss = -np.log(right)
    gradCenterVec += (right - 1) * outsideVectors[outsideWordIdx]
    gradOutsideVecs[outsideWordIdx] += (right - 1) * centerWordVec
    for k in samples:
        wrong = right
        loss -= np.log(1 - wrong)
        gradCenterVec += right * outsideVectors[outsideWordIdx]
        gradOutsideVecs[k] += wrong * centerWordVec
    return loss, gradCenterVec, gradOutsideVecs
