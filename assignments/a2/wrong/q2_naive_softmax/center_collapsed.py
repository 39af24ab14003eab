# fails: q2_naive_softmax__grad_center
"""The gradient with respect to the centre vector is probably summed over everything, to one number. It has one entry
for each dimension: sum over the words only."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    gradCenterVec = np.sum(delta[:, None] * outsideVectors)
    return -np.log(y_hat[outsideWordIdx]), gradCenterVec, np.outer(delta, centerWordVec)
