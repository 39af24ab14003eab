# fails: q2_cbow__gradients
"""The gradient is probably put in the centre word's row. Its row of this table does not take part; the context's rows
do."""


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
    gradCenterVecs[target] += gradient
    return loss, gradCenterVecs, gradOutsideVectors
