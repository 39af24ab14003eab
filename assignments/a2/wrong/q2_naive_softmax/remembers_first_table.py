# fails: q2_naive_softmax__loss, q2_naive_softmax__grad_center, q2_naive_softmax__grad_outside
"""Something computed at an earlier call is probably used again, in a global variable or a default argument. Training
changes the vectors at every step, so nothing may be kept from call to call."""

KNOWN_PROBABILITIES = {}


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    size = outsideVectors.shape
    if size not in KNOWN_PROBABILITIES:
        KNOWN_PROBABILITIES[size] = softmax(outsideVectors @ centerWordVec)
    y_hat = KNOWN_PROBABILITIES[size]
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), outsideVectors.T @ delta, np.outer(delta, centerWordVec)
