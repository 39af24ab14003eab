"""Two mistakes: the last word is left out, and the sums are divided by the number of words."""


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
    for w in outsideWords[:-1]:
        J, dv, du = word2vecLossAndGradient(centerWordVectors[c], word2Ind[w], outsideVectors, dataset)
        loss += J
        dV[c] += dv
        dU += du
    n = max(len(outsideWords), 1)
    return loss / n, dV / n, dU / n
