"""A loop over the samples that sets the row of the table and adds up all else."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    negative = getNegativeSamples(outsideWordIdx, dataset, K)
    p = sigmoid(outsideVectors[outsideWordIdx].dot(centerWordVec))
    loss = -np.log(p)
    dv = (p - 1) * outsideVectors[outsideWordIdx]
    dU = np.zeros(outsideVectors.shape)
    for i in range(K):
        u = outsideVectors[negative[i]]
        q = sigmoid(-u.dot(centerWordVec))
        loss += -np.log(q)
        dv = dv + (1 - q) * u
        dU[negative[i]] = (1 - q) * centerWordVec
    dU[outsideWordIdx] = (p - 1) * centerWordVec
    return loss, dv, dU
