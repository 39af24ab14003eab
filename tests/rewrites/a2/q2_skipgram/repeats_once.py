"""With a list of the words met so far."""


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
    done = []
    loss = 0.0
    dV = np.zeros_like(centerWordVectors)
    dU = np.zeros_like(outsideVectors)
    for w in outsideWords:
        if w in done:
            continue
        done.append(w)
        part = word2vecLossAndGradient(
            centerWordVectors[word2Ind[currentCenterWord]], word2Ind[w], outsideVectors, dataset
        )
        loss += part[0]
        dV[word2Ind[currentCenterWord]] += part[1]
        dU += part[2]
    return loss, dV, dU
