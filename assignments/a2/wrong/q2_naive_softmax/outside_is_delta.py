# fails: q2_naive_softmax__grad_outside
"""The gradient with respect to the outside vectors is probably ŷ - y itself, one number for each word. Each of these
numbers is the factor of v_c in that word's row."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, delta
