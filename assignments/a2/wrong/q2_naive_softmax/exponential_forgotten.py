# fails: q2_naive_softmax__loss, q2_naive_softmax__grad_center, q2_naive_softmax__grad_outside
"""The scores are probably divided by their sum without the exponential. Scores can be negative, and then these are no
probabilities."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    scores = outsideVectors @ centerWordVec
    y_hat = scores / scores.sum()
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, np.outer(delta, centerWordVec)
