"""From the last word to the first, in place, with copies handed over."""


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
    loss, gradCenterVecs, gradOutsideVectors = 0.0, np.zeros_like(centerWordVectors), np.zeros_like(outsideVectors)
    row = gradCenterVecs[word2Ind[currentCenterWord]]
    remaining = list(outsideWords)
    while remaining:
        pair = word2vecLossAndGradient(
            centerWordVectors[word2Ind[currentCenterWord]].copy(),
            word2Ind[remaining.pop()],
            outsideVectors.copy(),
            dataset,
        )
        loss += pair[0]
        np.add(row, pair[1], out=row)
        np.add(gradOutsideVectors, pair[2], out=gradOutsideVectors)
    return loss, gradCenterVecs, gradOutsideVectors
