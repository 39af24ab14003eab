"""The centre word's row gets the gradient as well as the context's rows."""


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
    context = [word2Ind[w] for w in outsideWords]
    v_hat = centerWordVectors[context].sum(axis=0)
    loss, dv, dU = word2vecLossAndGradient(v_hat, word2Ind[currentCenterWord], outsideVectors, dataset)
    dV = np.zeros(centerWordVectors.shape)
    for i in context:
        dV[i] += dv
    dV[word2Ind[currentCenterWord]] += dv
    return loss, dV, dU
