# fails: q2_naive_softmax__loss
"""The target's score probably has the wrong sign in the loss: a higher score of the right word must make it
smaller."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return (
        np.log(np.sum(np.exp(outsideVectors @ centerWordVec))) + outsideVectors[outsideWordIdx] @ centerWordVec,
        outsideVectors.T @ delta,
        np.outer(delta, centerWordVec),
    )
