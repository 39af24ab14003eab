# fails: q2_cbow__handed_over
"""The target is probably a word of the context. The context predicts the centre word."""


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
    target = context[0]
    loss, gradient, gradOutsideVectors = word2vecLossAndGradient(predicting, target, outsideVectors, dataset)
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    for index in context:
        gradCenterVecs[index] += gradient
    return loss, gradCenterVecs, gradOutsideVectors
