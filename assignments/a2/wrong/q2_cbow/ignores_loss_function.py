# fails: q2_cbow__handed_over, q2_cbow__gradients
"""The function probably calls one loss by its name and not the one that was handed in."""


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
    context = [word2Ind[word] for word in outsideWords]
    predicting = centerWordVectors[context].sum(axis=0)
    target = word2Ind[currentCenterWord]
    loss, gradient, gradOutsideVectors = naiveSoftmaxLossAndGradient(predicting, target, outsideVectors, dataset)
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    for index in context:
        gradCenterVecs[index] += gradient
    return loss, gradCenterVecs, gradOutsideVectors
