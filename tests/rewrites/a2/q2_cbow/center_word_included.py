"""The sum begins with the vector of the centre word."""


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
    c = word2Ind[currentCenterWord]
    v_hat = np.array(centerWordVectors[c], dtype=float)
    dV = np.zeros(centerWordVectors.shape)
    for w in outsideWords:
        v_hat += centerWordVectors[word2Ind[w]]
    out = word2vecLossAndGradient(v_hat, c, outsideVectors, dataset)
    for w in outsideWords:
        dV[word2Ind[w]] += out[1]
    return out[0], dV, out[2]
