# fails: q2_cbow__gradients
"""The two gradients probably come back in the wrong order: first the centre vectors, then the outside vectors."""


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
    loss, gradient, gradOutsideVectors = word2vecLossAndGradient(predicting, target, outsideVectors, dataset)
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    for index in context:
        gradCenterVecs[index] += gradient
    return loss, gradOutsideVectors, gradCenterVecs
