# fails: q2_skipgram__loss, q2_skipgram__grad_center, q2_skipgram__grad_outside, q2_skipgram__handed_over
"""The function probably calls one loss by its name and not the one that was handed in, so it can't be trained with
negative sampling."""


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
        pairLoss, pairCenter, pairOutside = naiveSoftmaxLossAndGradient(
            centerWordVec, word2Ind[word], outsideVectors, dataset
        )
        loss += pairLoss
        gradCenterVecs[center] += pairCenter
        gradOutsideVectors += pairOutside
    return loss, gradCenterVecs, gradOutsideVectors
