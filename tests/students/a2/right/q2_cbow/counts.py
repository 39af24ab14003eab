"""Uses a vector of counts: counts @ table is v_hat, the outer product of counts and gradient is the table."""


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
    n = np.bincount([word2Ind[w] for w in outsideWords], minlength=len(centerWordVectors))
    loss, g, gU = word2vecLossAndGradient(n @ centerWordVectors, word2Ind[currentCenterWord], outsideVectors, dataset)
    return loss, n[:, None] * g, gU
