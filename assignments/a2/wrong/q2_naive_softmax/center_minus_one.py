# fails: q2_naive_softmax__grad_center
"""In the gradient with respect to the centre vector 1 is probably taken off each entry where the target's row u_o is
meant."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ y_hat - 1, np.outer(delta, centerWordVec)
