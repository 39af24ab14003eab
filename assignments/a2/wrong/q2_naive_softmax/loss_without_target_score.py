# fails: q2_naive_softmax__loss
"""The loss is probably the logarithm of the sum of the exponentials alone; the target's score is missing."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return (
        np.log(np.sum(np.exp(outsideVectors @ centerWordVec))),
        outsideVectors.T @ delta,
        np.outer(delta, centerWordVec),
    )
