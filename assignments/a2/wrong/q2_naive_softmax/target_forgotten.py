# fails: q2_naive_softmax__grad_center, q2_naive_softmax__grad_outside
"""The target's own term is probably missing: the gradients use ŷ where ŷ - y is meant. Nothing then pulls the two
vectors of the pair together."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ y_hat, np.outer(y_hat, centerWordVec)
