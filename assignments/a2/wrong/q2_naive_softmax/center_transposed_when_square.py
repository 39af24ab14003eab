# fails: q2_naive_softmax__grad_center
"""The table of outside vectors is probably used the wrong way round where it happens to be square. Word vectors are
rows: the sum over the words runs over rows, whatever V and d are."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    table = outsideVectors if outsideVectors.shape[1] == len(delta) else outsideVectors.T
    return -np.log(y_hat[outsideWordIdx]), table @ delta, np.outer(delta, centerWordVec)
