"""The centre word as a one-hot vector, einsum for the row."""


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
    one_hot = np.zeros(len(centerWordVectors))
    one_hot[word2Ind[currentCenterWord]] = 1.0
    center = np.einsum("w,wi->i", one_hot, centerWordVectors)
    total, by_center, by_outside = 0.0, np.zeros(len(center)), np.zeros(outsideVectors.shape)
    for index in map(word2Ind.__getitem__, outsideWords):
        loss, grad_center, grad_outside = word2vecLossAndGradient(
            centerWordVec=center, outsideWordIdx=index, outsideVectors=outsideVectors, dataset=dataset
        )
        total, by_center, by_outside = total + loss, by_center + grad_center, by_outside + grad_outside
    return total, np.einsum("w,i->wi", one_hot, by_center), by_outside
