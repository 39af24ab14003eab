"""The centre word is put among its outside words."""


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
    loss, dV, dU = 0.0, np.zeros(centerWordVectors.shape), np.zeros(outsideVectors.shape)
    c = word2Ind[currentCenterWord]
    for w in [*outsideWords, currentCenterWord]:
        J, dv, du = word2vecLossAndGradient(centerWordVectors[c], word2Ind[w], outsideVectors, dataset)
        loss += J
        dV[c] += dv
        dU += du
    return loss, dV, dU
