"""Looks up the rows of all places of the window with map."""


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
    targets = list(map(lambda place: word2Ind[outsideWords[place]], range(windowSize + windowSize)))
    gradCenterVecs, gradOutsideVectors = np.zeros(centerWordVectors.shape), np.zeros(outsideVectors.shape)
    loss = 0.0
    i = 0
    while i < len(targets):
        step = word2vecLossAndGradient(centerWordVectors[center], targets[i], outsideVectors, dataset)
        loss += step[0]
        gradCenterVecs[center] += step[1]
        gradOutsideVectors += step[2]
        i += 1
    return loss, gradCenterVecs, gradOutsideVectors
