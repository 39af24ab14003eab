"""The target's term counts K times in the loss and in both gradients."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    loss = -K * np.log(right)
    grad_v = K * (right - 1) * outsideVectors[outsideWordIdx]
    grad_U = np.zeros(outsideVectors.shape)
    grad_U[outsideWordIdx] = K * (right - 1) * centerWordVec
    for k in samples:
        wrong = sigmoid(outsideVectors[k] @ centerWordVec)
        loss -= np.log(1 - wrong)
        grad_v = grad_v + wrong * outsideVectors[k]
        grad_U[k] += wrong * centerWordVec
    return loss, grad_v, grad_U
