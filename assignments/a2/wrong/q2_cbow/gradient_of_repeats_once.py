# fails: q2_cbow__gradients
"""A word that stands in the window twice probably counts once, as in a set, or with `table[indices] += row`, which
adds once a place. It counts twice, in the sum and in the gradient."""


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
    gradCenterVecs[context] += gradient
    return loss, gradCenterVecs, gradOutsideVectors
