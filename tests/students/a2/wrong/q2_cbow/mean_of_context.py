"""The student predicts from the mean of the context's vectors instead of their sum, and divides the gradient accordingly."""


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
    indices = [word2Ind[w] for w in outsideWords]
    v_hat = np.mean(centerWordVectors[indices], axis=0)
    loss, grad_v, gradOutsideVectors = word2vecLossAndGradient(
        v_hat, word2Ind[currentCenterWord], outsideVectors, dataset
    )
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    for i in indices:
        gradCenterVecs[i] += grad_v / len(indices)
    return loss, gradCenterVecs, gradOutsideVectors
