# fails: q2_naive_softmax__loss
"""The loss is probably an array with the logarithms of all probabilities. Only the target's entry is the loss: take
it by its index."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat), outsideVectors.T @ delta, np.outer(delta, centerWordVec)
