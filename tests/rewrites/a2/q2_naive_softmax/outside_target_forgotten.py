"""Loops over the words for both gradients."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    prob = softmax(outsideVectors @ centerWordVec)
    grad_v = -1.0 * outsideVectors[outsideWordIdx]
    grad_U = []
    for w, p in enumerate(prob):
        grad_v = grad_v + p * outsideVectors[w]
        grad_U.append(p * centerWordVec)
    J = -np.log(prob)[outsideWordIdx]
    return J, grad_v, np.array(grad_U)
