"""The student forgets the minus inside the sigmoid of the samples' scores, in the loss and so also in the gradients."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    negSampleWordIndices = getNegativeSamples(outsideWordIdx, dataset, K)

    gradOutsideVecs = np.zeros(outsideVectors.shape)
    sig = sigmoid(np.dot(outsideVectors[outsideWordIdx], centerWordVec))
    loss = -np.log(sig)
    gradCenterVec = (sig - 1) * outsideVectors[outsideWordIdx]
    gradOutsideVecs[outsideWordIdx] = (sig - 1) * centerWordVec

    for k in negSampleWordIndices:
        sig_k = sigmoid(np.dot(outsideVectors[k], centerWordVec))
        loss -= np.log(sig_k)
        gradCenterVec += (1 - sig_k) * outsideVectors[k]
        gradOutsideVecs[k] += (1 - sig_k) * centerWordVec

    return loss, gradCenterVec, gradOutsideVecs
