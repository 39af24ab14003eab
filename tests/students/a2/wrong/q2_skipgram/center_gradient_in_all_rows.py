"""The student adds the gradient of v_c to the whole table gradCenterVecs, so it is broadcast to the rows of all words."""


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
    loss = 0.0
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    gradOutsideVectors = np.zeros(outsideVectors.shape)

    centerWordVec = centerWordVectors[word2Ind[currentCenterWord]]
    for word in outsideWords:
        l, gc, go = word2vecLossAndGradient(centerWordVec, word2Ind[word], outsideVectors, dataset)
        loss += l
        gradCenterVecs += gc
        gradOutsideVectors += go

    return loss, gradCenterVecs, gradOutsideVectors
