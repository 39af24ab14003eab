# fails: q2_naive_softmax__loss, q2_naive_softmax__grad_center, q2_naive_softmax__grad_outside
"""Each score probably goes through a sigmoid by itself. The probabilities of all words must add up to 1: that is the
softmax."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = 1 / (1 + np.exp(-(outsideVectors @ centerWordVec)))
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, np.outer(delta, centerWordVec)
