# fails: q2_naive_softmax__loss
"""The minus in front of the logarithm is probably missing. The loss is then negative and grows where the model gets
better."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, np.outer(delta, centerWordVec)
