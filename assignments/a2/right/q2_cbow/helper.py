"""With a helper that spreads one row over several."""


def spread(row, indices, shape):
    table = np.zeros(shape)
    np.add.at(table, indices, row)
    return table


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
    indices = [word2Ind[word] for word in outsideWords]
    loss, by_v_hat, by_outside = word2vecLossAndGradient(
        np.sum([centerWordVectors[i] for i in indices], axis=0), word2Ind[currentCenterWord], outsideVectors, dataset
    )
    return loss, spread(by_v_hat, indices, centerWordVectors.shape), by_outside
