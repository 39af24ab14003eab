"""Writes a version for batches with matrices (N, d) and calls it with a batch of one pair."""


def _batch(V_c, targets, U):
    n = len(targets)
    probs = softmax(V_c @ U.T)  # (N, V)
    losses = -np.log(probs[np.arange(n), targets])
    delta = probs.copy()
    delta[np.arange(n), targets] -= 1
    return losses.sum(), delta @ U, delta.T @ V_c


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    loss, gV, gU = _batch(centerWordVec[None, :], np.array([outsideWordIdx]), outsideVectors)
    return loss, gV[0], gU
