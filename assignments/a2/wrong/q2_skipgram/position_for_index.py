# fails: q2_skipgram__handed_over
"""The place of a word in the window is probably used as its row. The row of a word is word2Ind[word]."""


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
    center = word2Ind[currentCenterWord]
    centerWordVec = centerWordVectors[center]
    for place, word in enumerate(outsideWords):
        pairLoss, pairCenter, pairOutside = word2vecLossAndGradient(centerWordVec, place, outsideVectors, dataset)
        loss += pairLoss
        gradCenterVecs[center] += pairCenter
        gradOutsideVectors += pairOutside
    return loss, gradCenterVecs, gradOutsideVectors
