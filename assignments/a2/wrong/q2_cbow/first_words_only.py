# fails: q2_cbow__handed_over, q2_cbow__gradients
"""Only the first windowSize words of the list probably take part. The list is already cut to the window, and
windowSize counts the words on one side."""


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
    context = [word2Ind[word] for word in outsideWords[:windowSize]]
    predicting = centerWordVectors[context].sum(axis=0)
    target = word2Ind[currentCenterWord]
    loss, gradient, gradOutsideVectors = word2vecLossAndGradient(predicting, target, outsideVectors, dataset)
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    for index in context:
        gradCenterVecs[index] += gradient
    return loss, gradCenterVecs, gradOutsideVectors
