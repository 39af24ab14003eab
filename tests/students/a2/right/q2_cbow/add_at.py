"""np.add.at for the repeats, functools.reduce for the sum; hands copies of everything to the loss function."""

from functools import reduce
from operator import add


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
    idx = [word2Ind[w] for w in outsideWords]
    v_hat = reduce(add, (centerWordVectors[i].copy() for i in idx))
    loss, grad, gradU = word2vecLossAndGradient(v_hat, word2Ind[currentCenterWord], outsideVectors.copy(), dataset)
    gradV = np.zeros_like(centerWordVectors)
    np.add.at(gradV, idx, grad)
    return loss, gradV, np.array(gradU)
