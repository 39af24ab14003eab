# fails: q2_naive_softmax__loss
"""The loss probably adds the logarithms of all probabilities. Only the target's counts: the one-hot vector y removes
all other terms of the cross entropy."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.sum(np.log(y_hat)), outsideVectors.T @ delta, np.outer(delta, centerWordVec)
