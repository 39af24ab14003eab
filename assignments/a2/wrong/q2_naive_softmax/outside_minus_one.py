# fails: q2_naive_softmax__grad_outside
"""In the target's row of the gradient 1 is probably taken off each entry where v_c is meant: the row is (ŷ_o - 1)
times v_c."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    grad = np.outer(y_hat, centerWordVec)
    grad[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, grad
