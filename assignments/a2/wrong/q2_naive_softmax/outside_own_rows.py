# fails: q2_naive_softmax__grad_outside
"""The rows of the gradient with respect to the outside vectors probably point along these vectors themselves. The
derivative of a score u_w · v_c with respect to u_w is the other vector, v_c."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, delta[:, None] * outsideVectors
