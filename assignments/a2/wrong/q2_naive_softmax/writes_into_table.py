# fails: q2_naive_softmax__grad_outside
"""The gradient is probably written into the table of outside vectors itself: `gradOutsideVecs = outsideVectors` is a
second name, not a new array. The model's vectors are lost after the call."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    gradCenterVec = outsideVectors.T @ delta
    gradOutsideVecs = outsideVectors
    for word in range(len(delta)):
        gradOutsideVecs[word] = delta[word] * centerWordVec
    return -np.log(y_hat[outsideWordIdx]), gradCenterVec, gradOutsideVecs
