# fails: q2_naive_softmax__loss
"""In the loss the exponentials of the scores are probably not divided by their sum: what is left is minus the
target's score."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -(outsideVectors[outsideWordIdx] @ centerWordVec), outsideVectors.T @ delta, np.outer(delta, centerWordVec)
