# fails: q2_naive_softmax__grad_center, q2_naive_softmax__grad_outside
"""The 1 is probably taken off every probability. In ŷ - y it is taken off the target's alone."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat - 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, np.outer(delta, centerWordVec)
