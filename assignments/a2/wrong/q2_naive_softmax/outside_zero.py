# fails: q2_naive_softmax__grad_outside
"""The gradient with respect to the outside vectors is probably still the table of zeros that it began as."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, np.zeros(outsideVectors.shape)
