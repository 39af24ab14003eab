"""The loss is divided by the number of words, the gradients are sums."""


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
    for w in outsideWords:
        J, dv, du = word2vecLossAndGradient(centerWordVectors[c], word2Ind[w], outsideVectors, dataset)
        loss += J
        dV[c] += dv
        dU += du
    return loss / max(len(outsideWords), 1), dV, dU
