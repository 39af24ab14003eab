"""With arrays of all rows, target and samples together."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    every = [outsideWordIdx, *getNegativeSamples(outsideWordIdx, dataset, K)]
    A = outsideVectors[every]
    s = sigmoid(A @ centerWordVec)
    loss = -np.log(s[0]) - np.log(1 - s[1:]).sum()
    factor = s - 1
    grad_U = np.zeros(outsideVectors.shape)
    for row, f in zip(every, factor):
        grad_U[row] += f * centerWordVec
    return loss, np.einsum("k,kd->d", factor, A), grad_U
