"""A helper function adds two results."""


def add_results(first, second):
    return tuple(a + b for a, b in zip(first, second))


def skipgram(
    currentCenterWord,
    windowSize,
    outsideWords,
    word2Ind,
    centerWordVectors,
    outsideVectors,
    dataset,
    word2vecLossAndGradient=naiveSoftmaxLossAndGradient,
):
    center = word2Ind[currentCenterWord]
    result = (0.0, np.zeros(centerWordVectors.shape[1]), np.zeros(outsideVectors.shape))
    for word in outsideWords:
        result = add_results(
            result, word2vecLossAndGradient(centerWordVectors[center], word2Ind[word], outsideVectors, dataset)
        )
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    np.add.at(gradCenterVecs, center, result[1])
    return result[0], gradCenterVecs, result[2]
