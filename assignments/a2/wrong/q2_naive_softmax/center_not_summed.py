# fails: q2_naive_softmax__grad_center
"""The terms of the gradient with respect to the centre vector are probably side by side, one row for each word. The
gradient is their sum."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), delta[:, None] * outsideVectors, np.outer(delta, centerWordVec)
