"""The student writes (1 - sigma) instead of (sigma - 1) for the target, so its part of both gradients has the wrong sign."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    v = centerWordVec
    p = sigmoid(outsideVectors[outsideWordIdx] @ v)
    q = sigmoid(outsideVectors[samples] @ v)
    loss = -np.log(p) - np.log(1 - q).sum()
    grad_v = (1 - p) * outsideVectors[outsideWordIdx] + outsideVectors[samples].T @ q
    grad_U = np.zeros_like(outsideVectors)
    grad_U[outsideWordIdx] += (1 - p) * v
    np.add.at(grad_U, samples, q[:, None] * v)
    return loss, grad_v, grad_U
