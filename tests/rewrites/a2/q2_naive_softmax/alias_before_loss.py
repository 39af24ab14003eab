"""A view of the probabilities made with a slice, einsum for the gradients."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    p = softmax(np.dot(outsideVectors, centerWordVec))
    diff = p[:]
    diff[outsideWordIdx] = diff[outsideWordIdx] - 1.0
    gradCenterVec = np.einsum("w,wd->d", diff, outsideVectors)
    gradOutsideVecs = np.einsum("w,d->wd", diff, centerWordVec)
    loss = -np.log(p[outsideWordIdx])
    return loss, gradCenterVec, gradOutsideVecs
