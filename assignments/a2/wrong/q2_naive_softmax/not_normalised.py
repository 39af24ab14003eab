# fails: q2_naive_softmax__loss, q2_naive_softmax__grad_center, q2_naive_softmax__grad_outside
"""The exponentials of the scores are probably not divided by their sum. Probabilities add up to 1."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = np.exp(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, np.outer(delta, centerWordVec)
