# fails: q2_naive_softmax__grad_center
"""The rows of the outside vectors are probably averaged with equal weights. In the gradient each row counts with the
probability that the model gives to its word."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    gradCenterVec = outsideVectors.mean(axis=0) - outsideVectors[outsideWordIdx]
    return -np.log(y_hat[outsideWordIdx]), gradCenterVec, np.outer(delta, centerWordVec)
