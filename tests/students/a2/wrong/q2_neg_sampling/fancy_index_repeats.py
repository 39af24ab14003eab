"""The student adds the samples' rows with gradOutsideVecs[samples] += ..., which counts a word that was drawn several times once."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    u_o = outsideVectors[outsideWordIdx]
    U_k = outsideVectors[samples]
    s_o = sigmoid(u_o @ centerWordVec)
    s_k = sigmoid(-U_k @ centerWordVec)

    loss = -np.log(s_o) - np.sum(np.log(s_k))
    gradCenterVec = (s_o - 1) * u_o + (1 - s_k) @ U_k
    gradOutsideVecs = np.zeros_like(outsideVectors)
    gradOutsideVecs[outsideWordIdx] = (s_o - 1) * centerWordVec
    gradOutsideVecs[samples] += np.outer(1 - s_k, centerWordVec)
    return loss, gradCenterVec, gradOutsideVecs
