"""Loops for the sum and for the gradient."""


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
    v_hat = np.zeros(centerWordVectors.shape[1])
    for word in outsideWords:
        v_hat += centerWordVectors[word2Ind[word]]
    loss, by_v_hat, by_outside = word2vecLossAndGradient(v_hat, word2Ind[currentCenterWord], outsideVectors, dataset)
    by_center = np.zeros_like(centerWordVectors)
    for word in outsideWords:
        by_center[word2Ind[word]] += by_v_hat
    return loss, by_center, by_outside
