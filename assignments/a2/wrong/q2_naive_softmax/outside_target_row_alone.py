# fails: q2_naive_softmax__grad_outside
"""The gradient with respect to the outside vectors is probably the target's row alone. It is a table with a row for
each word."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, delta[outsideWordIdx] * centerWordVec
