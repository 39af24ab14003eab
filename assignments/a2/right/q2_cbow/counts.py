"""How often each word stands in the window, as a vector."""


def cbow(
    currentCenterWord,
    windowSize,
    outsideWords,
    word2Ind,
    centerWordVectors,
    outsideVectors,
    dataset,
    word2vecLossAndGradient=naiveSoftmaxLossAndGradient,
):
    counts = np.bincount([word2Ind[word] for word in outsideWords], minlength=len(centerWordVectors))
    loss, by_v_hat, by_outside = word2vecLossAndGradient(
        centerWordVec=counts @ centerWordVectors,
        outsideWordIdx=word2Ind[currentCenterWord],
        outsideVectors=outsideVectors,
        dataset=dataset,
    )
    return loss, np.outer(counts, by_v_hat), by_outside
