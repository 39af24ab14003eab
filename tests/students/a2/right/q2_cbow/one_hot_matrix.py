"""Writes the context as a one-hot matrix X (n, V); v_hat is the sum of the rows of X V, the gradient is X^T times n copies of g. Arguments by name."""


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
    X = np.zeros((len(outsideWords), len(centerWordVectors)))
    for place, word in enumerate(outsideWords):
        X[place, word2Ind[word]] = 1
    v_hat = (X @ centerWordVectors).sum(axis=0)
    loss, g, gU = word2vecLossAndGradient(
        centerWordVec=v_hat, outsideWordIdx=word2Ind[currentCenterWord], outsideVectors=outsideVectors, dataset=dataset
    )
    return loss, X.T @ np.tile(g, (len(outsideWords), 1)), gU
