# fails: q2_naive_softmax__grad_center, q2_naive_softmax__grad_outside
"""Both gradients probably contain the target's term only. Every word's score stands in the denominator of the
softmax, so every word brings a term."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = np.zeros(len(y_hat))
    delta[outsideWordIdx] = y_hat[outsideWordIdx] - 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, np.outer(delta, centerWordVec)
