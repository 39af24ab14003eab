"""Loss and gradients are divided by K + 1."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    loss = -np.log(right)
    grad_v = (right - 1) * outsideVectors[outsideWordIdx]
    grad_U = np.zeros(outsideVectors.shape)
    grad_U[outsideWordIdx] = (right - 1) * centerWordVec
    for k in samples:
        wrong = sigmoid(outsideVectors[k] @ centerWordVec)
        loss -= np.log(1 - wrong)
        grad_v = grad_v + wrong * outsideVectors[k]
        grad_U[k] += wrong * centerWordVec
    return loss / (K + 1), grad_v / (K + 1), grad_U / (K + 1)
