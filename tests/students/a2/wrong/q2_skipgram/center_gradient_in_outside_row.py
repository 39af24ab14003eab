"""The student puts the gradient of v_c into the row of the outside word instead of the row of the centre word."""


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
    gradCenterVecs = np.zeros_like(centerWordVectors)
    gradOutsideVectors = np.zeros_like(outsideVectors)
    v_c = centerWordVectors[word2Ind[currentCenterWord]]
    for outsideWord in outsideWords:
        idx = word2Ind[outsideWord]
        pair_loss, grad_c, grad_o = word2vecLossAndGradient(v_c, idx, outsideVectors, dataset)
        loss += pair_loss
        gradCenterVecs[idx] += grad_c
        gradOutsideVectors += grad_o
    return loss, gradCenterVecs, gradOutsideVectors
