# fails: q2_naive_softmax__loss
"""What comes back as the loss is probably the probability of the target. The loss is minus its logarithm."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return y_hat[outsideWordIdx], outsideVectors.T @ delta, np.outer(delta, centerWordVec)
