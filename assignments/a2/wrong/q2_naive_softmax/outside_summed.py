# fails: q2_naive_softmax__grad_outside
"""The rows of the gradient with respect to the outside vectors are probably added up. Each word keeps a row of its
own."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, np.outer(delta, centerWordVec).sum(axis=0)
