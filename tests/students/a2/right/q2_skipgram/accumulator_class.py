"""An accumulator object with __iadd__ collects the pairs' results; the function itself only loops."""


class _Sum:
    def __init__(self, V, U, c):
        self.c, self.loss, self.V, self.U = c, 0.0, V * 0.0, U * 0.0

    def __iadd__(self, result):
        loss, gv, gU = result
        self.loss += loss
        self.V[self.c] += gv
        self.U += gU
        return self


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
    total = _Sum(centerWordVectors, outsideVectors, c)
    for word in outsideWords:
        total += word2vecLossAndGradient(centerWordVectors[c], word2Ind[word], outsideVectors, dataset)
    return total.loss, total.V, total.U
