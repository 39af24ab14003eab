"""With functools.reduce and operator.iadd."""

import functools
import operator


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
    rows = [word2Ind[w] for w in outsideWords]
    v_hat = functools.reduce(operator.iadd, (centerWordVectors[r] for r in rows))
    J, by_v_hat, by_U = word2vecLossAndGradient(v_hat, word2Ind[currentCenterWord], outsideVectors, dataset)
    by_V = np.zeros(centerWordVectors.shape)
    np.add.at(by_V, rows, by_v_hat)
    return J, by_V, by_U
