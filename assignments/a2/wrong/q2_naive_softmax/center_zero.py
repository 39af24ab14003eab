# fails: q2_naive_softmax__grad_center
"""The gradient with respect to the centre vector is probably still the zeros that it began as."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), np.zeros(centerWordVec.shape), np.outer(delta, centerWordVec)
