"""Reuses a name in the loop over the words read backwards, so that the first word is left in it."""


def cbow(
    currentCenterWord,
    windowSize,
    outsideWords,
    word2Ind,
    centerWordVectors,
    outsideVectors,
    dataset,
    word2vecLossAndGradient=naiveSoftmaxLossAndGradient,
):
    index = word2Ind[currentCenterWord]
    v_hat = 0
    counts = np.zeros(len(centerWordVectors))
    for word in reversed(outsideWords):
        index = word2Ind[word]
        v_hat = v_hat + centerWordVectors[index]
        counts[index] += 1
    loss, grad, gradOutsideVectors = word2vecLossAndGradient(v_hat, index, outsideVectors, dataset)
    return loss, counts[:, None] * grad, gradOutsideVectors
