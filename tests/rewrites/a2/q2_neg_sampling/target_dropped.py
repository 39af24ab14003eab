"""With continue in the loop that draws."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    v, o, U = centerWordVec, outsideWordIdx, outsideVectors
    right = sigmoid(U[o] @ v)
    cost = -np.log(right)
    by_v = (right - 1) * U[o]
    by_U = np.zeros(U.shape)
    by_U[o] = (right - 1) * v
    for _ in range(K):
        k = dataset.sampleTokenIdx()
        if k == o:
            continue
        s = sigmoid(-(U[k] @ v))
        cost -= np.log(s)
        by_v += (1 - s) * U[k]
        by_U[k] += (1 - s) * v
    return cost, by_v, by_U
