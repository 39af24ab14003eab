# fails: q2_skipgram__loss, q2_skipgram__grad_center, q2_skipgram__grad_outside
"""An outside word that equals the centre word is probably left out. The same word may stand at two places of a
window; the list holds the outside places already."""


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
        if word == currentCenterWord:
            continue
        pairLoss, pairCenter, pairOutside = word2vecLossAndGradient(
            centerWordVec, word2Ind[word], outsideVectors, dataset
        )
        loss += pairLoss
        gradCenterVecs[center] += pairCenter
        gradOutsideVectors += pairOutside
    return loss, gradCenterVecs, gradOutsideVectors
