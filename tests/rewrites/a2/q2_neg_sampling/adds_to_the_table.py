"""One loop over (word, label) with the target first."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    pairs = [(outsideWordIdx, 1)]
    for drawn in getNegativeSamples(outsideWordIdx, dataset, K):
        pairs.append((drawn, 0))
    J = 0.0
    grad_v = 0.0 * centerWordVec
    grad_U = outsideVectors
    for word, label in pairs:
        p = sigmoid(np.dot(centerWordVec, outsideVectors[word]))
        J = J - (label * np.log(p) + (1 - label) * np.log(1 - p))
        grad_v = grad_v + (p - label) * outsideVectors[word]
        grad_U[word, :] += (p - label) * centerWordVec
    return J, grad_v, grad_U
