# fails: q2_skipgram__loss, q2_skipgram__grad_center, q2_skipgram__grad_outside, q2_skipgram__handed_over
"""word2vecLossAndGradient is probably called three times for each outside word, once for each of its results. One
call returns all three, and another call may draw other samples."""


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
    v_c = centerWordVectors[center]
    loss = 0.0
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    gradOutsideVectors = np.zeros(outsideVectors.shape)
    for word in outsideWords:
        loss += word2vecLossAndGradient(v_c, word2Ind[word], outsideVectors, dataset)[0]
        gradCenterVecs[center] += word2vecLossAndGradient(v_c, word2Ind[word], outsideVectors, dataset)[1]
        gradOutsideVectors += word2vecLossAndGradient(v_c, word2Ind[word], outsideVectors, dataset)[2]
    return loss, gradCenterVecs, gradOutsideVectors
