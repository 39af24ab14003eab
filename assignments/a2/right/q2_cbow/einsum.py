"""One-hot rows and einsum."""


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
    rows = np.eye(len(centerWordVectors))[[word2Ind[word] for word in outsideWords]]
    v_hat = np.einsum("jw,wi->i", rows, centerWordVectors)
    loss, by_v_hat, by_outside = word2vecLossAndGradient(v_hat, word2Ind[currentCenterWord], outsideVectors, dataset)
    return loss, np.einsum("jw,i->wi", rows, by_v_hat), np.array(by_outside)
