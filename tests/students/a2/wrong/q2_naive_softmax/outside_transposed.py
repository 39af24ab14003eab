"""The student swaps the factors of the outer product, so the gradient of the outside vectors comes out transposed, (d, V)."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    scores = np.dot(outsideVectors, centerWordVec)
    y_hat = softmax(scores)
    loss = -np.log(y_hat[outsideWordIdx])

    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1

    gradCenterVec = np.dot(delta, outsideVectors)
    gradOutsideVecs = np.outer(centerWordVec, delta)

    return loss, gradCenterVec, gradOutsideVecs
