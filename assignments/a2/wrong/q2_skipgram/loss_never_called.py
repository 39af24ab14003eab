# fails: q2_skipgram__loss, q2_skipgram__grad_center, q2_skipgram__grad_outside, q2_skipgram__handed_over
"""word2vecLossAndGradient is probably never called: the results stay the zeros they began as. Call it once for each
outside word, and add up what it returns."""


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
    loss = 0.0
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    gradOutsideVectors = np.zeros(outsideVectors.shape)
    return loss, gradCenterVecs, gradOutsideVectors
