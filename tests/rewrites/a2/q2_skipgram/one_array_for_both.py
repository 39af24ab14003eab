"""A list that holds the same table twice."""


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
    J = 0.0
    grads = [np.zeros(outsideVectors.shape)] * 2
    c = word2Ind[currentCenterWord]
    for w in outsideWords:
        l, g_v, g_U = word2vecLossAndGradient(centerWordVectors[c], word2Ind[w], outsideVectors, dataset)
        J += l
        grads[1] += g_U
        grads[0][c] += g_v
    return J, grads[0], grads[1]
