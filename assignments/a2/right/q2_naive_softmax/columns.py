"""Column vectors: loss and gradient with respect to the centre vector have an extra axis of length one."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    center = np.reshape(centerWordVec, (-1, 1))
    y_hat = softmax((outsideVectors @ center).T).T
    y = np.zeros_like(y_hat)
    y[outsideWordIdx] = 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ (y_hat - y), (y_hat - y) @ center.T
