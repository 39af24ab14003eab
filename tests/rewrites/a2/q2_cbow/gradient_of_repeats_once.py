"""A loop that sets the rows."""


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
    hidden = np.zeros(centerWordVectors.shape[1])
    for w in outsideWords:
        hidden = hidden + centerWordVectors[word2Ind[w]]
    loss, back, gradOutsideVectors = word2vecLossAndGradient(
        hidden, word2Ind[currentCenterWord], outsideVectors, dataset
    )
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    for w in outsideWords:
        gradCenterVecs[word2Ind[w]] = back
    return loss, gradCenterVecs, gradOutsideVectors
