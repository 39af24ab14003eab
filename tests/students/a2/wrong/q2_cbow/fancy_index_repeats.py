"""The student adds the gradient with gradCenterVecs[indices] += grad, which counts a word that stands twice in the window once."""


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
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    context_ids = [word2Ind[w] for w in outsideWords]
    v_hat = centerWordVectors[context_ids].sum(axis=0)
    loss, grad, gradOutsideVectors = word2vecLossAndGradient(
        v_hat, word2Ind[currentCenterWord], outsideVectors, dataset
    )
    gradCenterVecs[context_ids] += grad
    return loss, gradCenterVecs, gradOutsideVectors
