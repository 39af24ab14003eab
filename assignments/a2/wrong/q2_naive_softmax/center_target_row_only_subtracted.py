# fails: q2_naive_softmax__grad_center
"""The gradient with respect to the centre vector is probably minus the target's row alone. The other words stand in
the denominator of the softmax and bring ŷ times their rows."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), -outsideVectors[outsideWordIdx], np.outer(delta, centerWordVec)
