# fails: q2_skipgram__edge_no_words
"""The sums probably begin with the first outside word, so that an empty list has nothing to begin with. Begin with
zeros, and add to them."""


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
    pairs = [
        word2vecLossAndGradient(centerWordVectors[center], word2Ind[word], outsideVectors, dataset)
        for word in outsideWords
    ]
    loss, by_center, by_outside = pairs[0]
    for pair in pairs[1:]:
        loss, by_center, by_outside = loss + pair[0], by_center + pair[1], by_outside + pair[2]
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    gradCenterVecs[center] = by_center
    return loss, gradCenterVecs, by_outside
