# fails: q2_naive_softmax__loss
"""The loss is probably still the array y log ŷ, zero everywhere but at the target. The loss is one number, its sum
with a minus."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    y = np.zeros(len(y_hat))
    y[outsideWordIdx] = 1
    return -y * np.log(y_hat), outsideVectors.T @ delta, np.outer(delta, centerWordVec)
