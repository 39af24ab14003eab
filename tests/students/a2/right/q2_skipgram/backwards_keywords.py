"""Goes through the window from its last word to its first, and calls the loss function with all arguments by name."""


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
    total = 0.0
    gradCenterVecs = np.zeros_like(centerWordVectors)
    gradOutsideVectors = np.zeros_like(outsideVectors)
    row = word2Ind[currentCenterWord]
    for word in reversed(outsideWords):
        loss, by_center, by_outside = word2vecLossAndGradient(
            dataset=dataset,
            outsideVectors=outsideVectors,
            outsideWordIdx=word2Ind[word],
            centerWordVec=centerWordVectors[row].copy(),
        )
        total = loss + total
        gradCenterVecs[row] = by_center + gradCenterVecs[row]
        gradOutsideVectors = by_outside + gradOutsideVectors
    return total, gradCenterVecs, gradOutsideVectors
