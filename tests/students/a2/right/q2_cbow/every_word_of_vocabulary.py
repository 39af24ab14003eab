"""Loops over the whole vocabulary and asks of each word how often it stands in the window with list.count."""


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
    window = list(outsideWords)
    v_hat = np.zeros(centerWordVectors.shape[1])
    for word, row in word2Ind.items():
        v_hat = v_hat + window.count(word) * centerWordVectors[row]

    loss, grad, gradOutsideVectors = word2vecLossAndGradient(
        v_hat, word2Ind[currentCenterWord], outsideVectors, dataset
    )

    gradCenterVecs = np.zeros(centerWordVectors.shape)
    for word, row in word2Ind.items():
        gradCenterVecs[row] = window.count(word) * grad
    return loss, gradCenterVecs, gradOutsideVectors
