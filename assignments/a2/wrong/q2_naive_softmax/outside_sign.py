# fails: q2_naive_softmax__grad_outside
"""The gradient with respect to the outside vectors probably has the wrong sign, y - ŷ where ŷ - y is meant; the other
gradient is right."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, -np.outer(delta, centerWordVec)
