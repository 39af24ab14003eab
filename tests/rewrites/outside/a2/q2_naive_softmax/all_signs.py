"""Two mistakes: loss and gradients both have the wrong sign."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return np.log(y_hat[outsideWordIdx]), -(outsideVectors.T @ delta), -np.outer(delta, centerWordVec)
