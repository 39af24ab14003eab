# fails: q2_naive_softmax__grad_center, q2_naive_softmax__grad_outside
"""In the gradients the sigmoid of each score probably stands where the softmax is meant."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = 1 / (1 + np.exp(-(outsideVectors @ centerWordVec)))
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, np.outer(delta, centerWordVec)
