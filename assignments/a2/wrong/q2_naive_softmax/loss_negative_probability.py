# fails: q2_naive_softmax__loss
"""The logarithm is probably missing: minus the probability also falls when the model gets better, but its gradients
are others than those of the cross entropy."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -y_hat[outsideWordIdx], outsideVectors.T @ delta, np.outer(delta, centerWordVec)
