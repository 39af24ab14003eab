"""A constant as large as 0.01 is added inside the logarithms."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    loss = -np.log(right + 0.01)
    grad_v = (right - 1) * outsideVectors[outsideWordIdx]
    grad_U = np.zeros(outsideVectors.shape)
    grad_U[outsideWordIdx] = (right - 1) * centerWordVec
    for k in samples:
        wrong = sigmoid(outsideVectors[k] @ centerWordVec)
        loss -= np.log(1 - wrong + 0.01)
        grad_v = grad_v + wrong * outsideVectors[k]
        grad_U[k] += wrong * centerWordVec
    return loss, grad_v, grad_U
