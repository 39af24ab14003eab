# fails: q2_skipgram__handed_over
"""The centre word's vector is probably taken from the table of outside vectors. A word has two vectors, one in each
table."""


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
    centerWordVec = outsideVectors[center]
    for word in outsideWords:
        pairLoss, pairCenter, pairOutside = word2vecLossAndGradient(
            centerWordVec, word2Ind[word], outsideVectors, dataset
        )
        loss += pairLoss
        gradCenterVecs[center] += pairCenter
        gradOutsideVectors += pairOutside
    return loss, gradCenterVecs, gradOutsideVectors
