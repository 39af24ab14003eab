# fails: q2_naive_softmax__grad_center, q2_naive_softmax__grad_outside
"""Both gradients are probably still the zeros that they began as: nothing is written into them."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), np.zeros(centerWordVec.shape), np.zeros(outsideVectors.shape)
