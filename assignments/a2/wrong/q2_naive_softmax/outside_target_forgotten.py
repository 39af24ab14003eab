# fails: q2_naive_softmax__grad_outside
"""The target's row of the gradient probably lacks its minus 1. The two gradients use the same ŷ - y."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    gradCenterVec = outsideVectors.T @ y_hat - outsideVectors[outsideWordIdx]
    return -np.log(y_hat[outsideWordIdx]), gradCenterVec, np.outer(y_hat, centerWordVec)
