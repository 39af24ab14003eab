"""Adds up single rows with np.add.at at the end."""


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
    losses, center_parts, places, outside_parts = [], [], [], []
    for word in outsideWords:
        o = word2Ind[word]
        J, by_v, by_U = word2vecLossAndGradient(centerWordVectors[c], o, outsideVectors, dataset)
        losses.append(J)
        center_parts.append(by_v)
        places.append(o)
        outside_parts.append(by_U[o])
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    gradOutsideVectors = np.zeros(outsideVectors.shape)
    if losses:
        gradCenterVecs[c] = np.sum(center_parts, axis=0)
        np.add.at(gradOutsideVectors, places, np.array(outside_parts))
    return float(np.sum(losses)), gradCenterVecs, gradOutsideVectors
