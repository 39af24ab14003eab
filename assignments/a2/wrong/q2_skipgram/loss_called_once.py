# fails: q2_skipgram__loss, q2_skipgram__grad_center, q2_skipgram__grad_outside, q2_skipgram__handed_over
"""word2vecLossAndGradient is probably called once, for the first outside word, and its result is taken for each of
the others. Each outside word needs a call of its own."""


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
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    gradOutsideVectors = np.zeros(outsideVectors.shape)
    loss = 0.0
    if outsideWords:
        pair = word2vecLossAndGradient(centerWordVectors[center], word2Ind[outsideWords[0]], outsideVectors, dataset)
    for word in outsideWords:
        loss += pair[0]
        gradCenterVecs[center] += pair[1]
        gradOutsideVectors += pair[2]
    return loss, gradCenterVecs, gradOutsideVectors
