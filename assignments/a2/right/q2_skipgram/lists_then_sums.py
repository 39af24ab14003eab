"""First all pairs, then the sums."""


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
    center = word2Ind[currentCenterWord]
    pairs = [
        word2vecLossAndGradient(centerWordVectors[center, :], word2Ind[word], outsideVectors, dataset)
        for word in outsideWords
    ]
    gradCenterVecs = np.zeros_like(centerWordVectors)
    gradCenterVecs[center] = sum((pair[1] for pair in pairs), start=np.zeros(centerWordVectors.shape[1]))
    gradOutsideVectors = sum((pair[2] for pair in pairs), start=np.zeros_like(outsideVectors))
    return sum(pair[0] for pair in pairs), gradCenterVecs, gradOutsideVectors
