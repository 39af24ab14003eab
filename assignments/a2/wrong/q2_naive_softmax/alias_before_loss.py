# fails: q2_naive_softmax__loss
"""`delta = y_hat` is probably a second name for the same array, not a copy: taking 1 off changes the probability
before its logarithm is taken, and the loss is not a number."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat
    delta[outsideWordIdx] -= 1
    loss = -np.log(y_hat[outsideWordIdx])
    return loss, outsideVectors.T @ delta, np.outer(delta, centerWordVec)
