# fails: q2_naive_softmax__grad_center
"""In the gradient with respect to the centre vector the target's own term is probably missing: it uses ŷ where ŷ - y
is meant. The other gradient is right."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ y_hat, np.outer(delta, centerWordVec)
