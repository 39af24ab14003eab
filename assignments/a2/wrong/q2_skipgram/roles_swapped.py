# fails: q2_skipgram__grad_center, q2_skipgram__handed_over
"""Centre and outside words have probably changed places: the outside word predicts the centre word. In skip-gram the
centre word predicts."""


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
    for word in outsideWords:
        pairLoss, pairCenter, pairOutside = word2vecLossAndGradient(
            centerWordVectors[word2Ind[word]], center, outsideVectors, dataset
        )
        loss += pairLoss
        gradCenterVecs[word2Ind[word]] += pairCenter
        gradOutsideVectors += pairOutside
    return loss, gradCenterVecs, gradOutsideVectors
