"""Recursion: the window is its first outside word plus the rest of the window; the empty window gives zeros."""


def skipgram(
    currentCenterWord,
    windowSize,
    outsideWords,
    word2Ind,
    centerWordVectors,
    outsideVectors,
    dataset,
    word2vecLossAndGradient=naiveSoftmaxLossAndGradient,
):
    if len(outsideWords) == 0:
        return 0.0, np.zeros(centerWordVectors.shape), np.zeros(outsideVectors.shape)
    first, *rest = outsideWords
    c = word2Ind[currentCenterWord]
    j, gv, gU = word2vecLossAndGradient(centerWordVectors[c], word2Ind[first], outsideVectors, dataset)
    loss, grad_V, grad_U = skipgram(
        currentCenterWord,
        windowSize,
        rest,
        word2Ind,
        centerWordVectors,
        outsideVectors,
        dataset,
        word2vecLossAndGradient,
    )
    grad_V[c] += gv
    return j + loss, grad_V, gU + grad_U
