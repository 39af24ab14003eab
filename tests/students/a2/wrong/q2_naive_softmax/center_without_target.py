"""The student uses y_hat for the gradient of the centre vector before subtracting the one-hot y, so the -u_o is missing there."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    probs = softmax(np.matmul(outsideVectors, centerWordVec))
    loss = -np.log(probs[outsideWordIdx])
    gradCenterVec = np.matmul(outsideVectors.T, probs)
    probs[outsideWordIdx] -= 1.0
    gradOutsideVecs = probs[:, np.newaxis] * centerWordVec[np.newaxis, :]
    return loss, gradCenterVec, gradOutsideVecs
