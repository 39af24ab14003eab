"""Three places at once: the target's term is missing in the loss and in both gradients."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    loss = 0.0
    grad_v = 0 * right * outsideVectors[outsideWordIdx]
    grad_U = np.zeros(outsideVectors.shape)
    grad_U[outsideWordIdx] = 0 * right * centerWordVec
    for k in samples:
        wrong = sigmoid(outsideVectors[k] @ centerWordVec)
        loss -= np.log(1 - wrong)
        grad_v = grad_v + wrong * outsideVectors[k]
        grad_U[k] += wrong * centerWordVec
    return loss, grad_v, grad_U
