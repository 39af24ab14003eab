# fails: q2_naive_softmax__grad_center, q2_naive_softmax__grad_outside
"""The gradients are too small by the factor V: probably a mean over the words where the formula has a sum."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    words = len(delta)
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta / words, np.outer(delta, centerWordVec) / words
