# fails: q2_skipgram__grad_center, q2_skipgram__handed_over
"""The row of a word is probably its place in the alphabet or in the dictionary's order. The row is what word2Ind
says."""


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
    center = sorted(word2Ind).index(currentCenterWord)
    centerWordVec = centerWordVectors[center]
    for word in outsideWords:
        pairLoss, pairCenter, pairOutside = word2vecLossAndGradient(
            centerWordVec, word2Ind[word], outsideVectors, dataset
        )
        loss += pairLoss
        gradCenterVecs[center] += pairCenter
        gradOutsideVectors += pairOutside
    return loss, gradCenterVecs, gradOutsideVectors
