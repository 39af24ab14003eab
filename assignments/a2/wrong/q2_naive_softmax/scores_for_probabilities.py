# fails: q2_naive_softmax__grad_center, q2_naive_softmax__grad_outside
"""In the gradients the scores probably stand where the probabilities are meant: the softmax is missing there."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = outsideVectors @ centerWordVec
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, np.outer(delta, centerWordVec)
