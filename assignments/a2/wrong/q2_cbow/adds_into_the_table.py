# fails: q2_cbow__gradients
"""The sum is probably built inside the table: `v = table[i]` is a view of a row, and `v += …` changes the table
itself."""


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
    predicting = centerWordVectors[context[0]]
    for index in context[1:]:
        predicting += centerWordVectors[index]
    target = word2Ind[currentCenterWord]
    loss, gradient, gradOutsideVectors = word2vecLossAndGradient(predicting, target, outsideVectors, dataset)
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    for index in context:
        gradCenterVecs[index] += gradient
    return loss, gradCenterVecs, gradOutsideVectors
