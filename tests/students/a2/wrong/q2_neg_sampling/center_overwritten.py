"""The student writes gradCenterVec = ... instead of += in the loop over the samples, so only the last sample's part is left."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    gradCenterVec = np.zeros(centerWordVec.shape)
    gradOutsideVecs = np.zeros(outsideVectors.shape)

    target_score = sigmoid(np.dot(centerWordVec, outsideVectors[outsideWordIdx]))
    loss = -np.log(target_score)
    gradCenterVec = (target_score - 1) * outsideVectors[outsideWordIdx]
    gradOutsideVecs[outsideWordIdx] += (target_score - 1) * centerWordVec

    for idx in samples:
        u_k = outsideVectors[idx]
        neg_score = sigmoid(-np.dot(u_k, centerWordVec))
        loss += -np.log(neg_score)
        gradCenterVec = (1 - neg_score) * u_k
        gradOutsideVecs[idx] += (1 - neg_score) * centerWordVec

    return loss, gradCenterVec, gradOutsideVecs
