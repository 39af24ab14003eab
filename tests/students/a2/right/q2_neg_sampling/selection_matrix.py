"""A one-hot selection matrix S (1+K, V) picks the rows, and its transpose brings the gradients back to the table."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    indices = [outsideWordIdx] + getNegativeSamples(outsideWordIdx, dataset, K)
    S = np.eye(len(outsideVectors))[indices]
    labels = np.zeros(len(indices))
    labels[0] = 1

    p = sigmoid(S @ outsideVectors @ centerWordVec)
    loss = -np.sum(np.log(np.where(labels == 1, p, 1 - p)))
    err = p - labels
    gradCenterVec = (S @ outsideVectors).T @ err
    gradOutsideVecs = S.T @ np.outer(err, centerWordVec)
    return loss, gradCenterVec, gradOutsideVecs
