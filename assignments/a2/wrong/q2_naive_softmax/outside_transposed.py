# fails: q2_naive_softmax__grad_outside
"""The gradient with respect to the outside vectors is probably transposed: it has a column for each word where it
should have a row, like the table itself."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, np.outer(centerWordVec, delta)
