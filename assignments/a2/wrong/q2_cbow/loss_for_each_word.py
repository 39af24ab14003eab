# fails: q2_cbow__handed_over, q2_cbow__gradients
"""There is probably a loss for each word of the context. CBOW adds the vectors first and has one loss for the
window."""


def cbow(
    currentCenterWord,
    windowSize,
    outsideWords,
    word2Ind,
    centerWordVectors,
    outsideVectors,
    dataset,
    word2vecLossAndGradient=naiveSoftmaxLossAndGradient,
):
    target = word2Ind[currentCenterWord]
    loss, gradCenterVecs, gradOutsideVectors = 0.0, np.zeros(centerWordVectors.shape), np.zeros(outsideVectors.shape)
    for word in outsideWords:
        index = word2Ind[word]
        pair = word2vecLossAndGradient(centerWordVectors[index], target, outsideVectors, dataset)
        loss += pair[0]
        gradCenterVecs[index] += pair[1]
        gradOutsideVectors += pair[2]
    return loss, gradCenterVecs, gradOutsideVectors
