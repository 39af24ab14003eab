"""Looks all rows up first, then loops over them."""


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
    rows = [word2Ind[w] for w in outsideWords]
    target = word2Ind[currentCenterWord]
    total, dV, dU = 0, 0.0 * centerWordVectors, 0.0 * outsideVectors
    for r in rows:
        one, dv, du = word2vecLossAndGradient(
            centerWordVec=centerWordVectors[r], outsideWordIdx=target, outsideVectors=outsideVectors, dataset=dataset
        )
        total = total + one
        dV[r] = dV[r] + dv
        dU = dU + du
    return total, dV, dU
