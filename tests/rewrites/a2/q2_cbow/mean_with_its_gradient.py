"""As a product with a row of weights, forward and back."""


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
    weights = np.zeros(len(centerWordVectors))
    for w in outsideWords:
        weights[word2Ind[w]] += 1.0 / len(outsideWords)
    loss, by_hidden, by_U = word2vecLossAndGradient(
        weights @ centerWordVectors, word2Ind[currentCenterWord], outsideVectors, dataset
    )
    return loss, np.outer(weights, by_hidden), by_U
