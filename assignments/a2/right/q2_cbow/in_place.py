"""In place, on arrays of its own."""


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
    indices = list(map(word2Ind.get, outsideWords))
    v_hat = centerWordVectors[indices[0]].copy()
    for index in indices[1:]:
        np.add(v_hat, centerWordVectors[index], out=v_hat)
    loss, by_v_hat, by_outside = word2vecLossAndGradient(v_hat, word2Ind[currentCenterWord], outsideVectors, dataset)
    by_center = np.zeros(centerWordVectors.shape)
    while indices:
        row = by_center[indices.pop()]
        row += by_v_hat
    return loss, by_center, by_outside
