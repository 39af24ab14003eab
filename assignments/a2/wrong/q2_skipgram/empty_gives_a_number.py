# fails: q2_skipgram__edge_no_words
"""For no outside words `sum` has nothing to add and gives the number 0. The gradient is a table of zeros then: begin
with one, and add to it."""


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
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    gradCenterVecs[center] = sum(pair[1] for pair in pairs)
    return sum(pair[0] for pair in pairs), gradCenterVecs, sum(pair[2] for pair in pairs)
