# fails: q2_naive_softmax__grad_center
"""The gradient with respect to the centre vector probably contains the target's row only. Every word's score depends
on the centre vector, so every row takes part."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    gradCenterVec = delta[outsideWordIdx] * outsideVectors[outsideWordIdx]
    return -np.log(y_hat[outsideWordIdx]), gradCenterVec, np.outer(delta, centerWordVec)
