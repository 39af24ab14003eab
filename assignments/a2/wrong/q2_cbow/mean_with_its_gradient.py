# fails: q2_cbow__handed_over, q2_cbow__gradients
"""This is probably the CBOW model with a mean, gradient included. Here the predicting vector is the sum of the
context's vectors."""


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
    predicting = centerWordVectors[context].mean(axis=0)
    target = word2Ind[currentCenterWord]
    loss, gradient, gradOutsideVectors = word2vecLossAndGradient(predicting, target, outsideVectors, dataset)
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    for index in context:
        gradCenterVecs[index] += gradient / len(context)
    return loss, gradCenterVecs, gradOutsideVectors
