# fails: q2_naive_softmax__grad_outside
"""Only the target's row of the gradient is probably filled. Every word's score stands in the denominator of the
softmax, so every row of the table gets a gradient."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    gradOutsideVecs[outsideWordIdx] = delta[outsideWordIdx] * centerWordVec
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, gradOutsideVecs
