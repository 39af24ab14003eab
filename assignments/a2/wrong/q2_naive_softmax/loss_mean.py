# fails: q2_naive_softmax__loss
"""The loss is probably a mean over all words of the vocabulary. The cross entropy is a sum, of which one term is
left."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]) / len(y_hat), outsideVectors.T @ delta, np.outer(delta, centerWordVec)
