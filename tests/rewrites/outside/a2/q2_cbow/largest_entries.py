"""The largest entries of the context's vectors predict, not their sum."""


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
    v_hat = centerWordVectors[context].max(axis=0)
    loss, dv, dU = word2vecLossAndGradient(v_hat, word2Ind[currentCenterWord], outsideVectors, dataset)
    dV = np.zeros(centerWordVectors.shape)
    for i in context:
        dV[i] += dv
    return loss, dV, dU
