# fails: q2_cbow__handed_over, q2_cbow__gradients
"""This is probably skip-gram: the centre word predicts each outside word, with a loss for each. In CBOW the context
predicts the centre word."""


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
    center = word2Ind[currentCenterWord]
    loss, gradCenterVecs, gradOutsideVectors = 0.0, np.zeros(centerWordVectors.shape), np.zeros(outsideVectors.shape)
    for word in outsideWords:
        pair = word2vecLossAndGradient(centerWordVectors[center], word2Ind[word], outsideVectors, dataset)
        loss += pair[0]
        gradCenterVecs[center] += pair[1]
        gradOutsideVectors += pair[2]
    return loss, gradCenterVecs, gradOutsideVectors
