"""A term for small weights is added to the loss and to the gradients."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    small = 0.01
    loss = -np.log(y_hat[outsideWordIdx]) + small / 2 * (np.sum(centerWordVec**2) + np.sum(outsideVectors**2))
    return (
        loss,
        outsideVectors.T @ delta + small * centerWordVec,
        np.outer(delta, centerWordVec) + small * outsideVectors,
    )
