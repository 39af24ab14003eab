# fails: q2_naive_softmax__grad_center, q2_naive_softmax__grad_outside
"""The gradients point the other way: probably y - ŷ where ŷ - y is meant. A step against them makes the loss
larger."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = -y_hat
    delta[outsideWordIdx] += 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, np.outer(delta, centerWordVec)
