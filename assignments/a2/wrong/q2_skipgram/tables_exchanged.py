# fails: q2_skipgram__grad_center, q2_skipgram__grad_outside
"""The two gradients probably come back in the wrong order: first the centre vectors, then the outside vectors."""


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
    for word in outsideWords:
        pairLoss, pairCenter, pairOutside = word2vecLossAndGradient(
            centerWordVec, word2Ind[word], outsideVectors, dataset
        )
        loss += pairLoss
        gradCenterVecs[center] += pairCenter
        gradOutsideVectors += pairOutside
    return loss, gradOutsideVectors, gradCenterVecs
