"""Holds a view of the centre row and subtracts from it."""


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
    row = word2Ind[currentCenterWord]
    v = centerWordVectors[row]
    sum_v = np.zeros(centerWordVectors.shape[1])
    loss, sum_U = 0.0, np.zeros(outsideVectors.shape)
    for index in map(word2Ind.get, outsideWords):
        l, dv, dU = word2vecLossAndGradient(v, index, outsideVectors, dataset)
        v -= dv / 20
        loss, sum_v, sum_U = loss + l, sum_v + dv, sum_U + dU
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    gradCenterVecs[row] = sum_v
    return loss, gradCenterVecs, sum_U
