"""Collects the results of all calls in lists."""


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
    context = [word2Ind[w] for w in outsideWords]
    c = word2Ind[currentCenterWord]
    losses, rows, tables = zip(
        *[word2vecLossAndGradient(centerWordVectors[i], c, outsideVectors, dataset) for i in context]
    )
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    np.add.at(gradCenterVecs, context, np.array(rows))
    return sum(losses), gradCenterVecs, np.sum(tables, axis=0)
