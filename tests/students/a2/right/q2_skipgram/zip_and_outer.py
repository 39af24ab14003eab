"""Collects all results in a list, unzips them and sums; the centre table is a one-hot vector times the summed gradient."""


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
    c = word2Ind[currentCenterWord]
    n, d = centerWordVectors.shape
    results = [(0.0, np.zeros(d), np.zeros((n, d)))]
    results += [
        word2vecLossAndGradient(centerWordVectors[c], word2Ind[w], outsideVectors, dataset) for w in outsideWords
    ]
    losses, by_v, by_U = zip(*results)
    return sum(losses), np.outer(np.arange(n) == c, np.sum(by_v, axis=0)), np.sum(by_U, axis=0)
