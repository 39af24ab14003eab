"""Fills the table with a slice assignment after everything else is computed."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    probabilities = softmax(np.matmul(outsideVectors, centerWordVec))
    loss = -np.log(probabilities[outsideWordIdx])
    probabilities[outsideWordIdx] -= 1
    gradCenterVec = probabilities @ outsideVectors
    outsideVectors[:, :] = probabilities[:, None] @ centerWordVec[None, :]
    return loss, gradCenterVec, outsideVectors
