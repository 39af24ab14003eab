"""The loss in log-sum-exp form."""

from scipy.special import logsumexp


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    scores = np.dot(outsideVectors, centerWordVec)
    log_total = logsumexp(scores)
    probabilities = np.exp(scores - log_total)
    grad_center = probabilities @ outsideVectors - outsideVectors[outsideWordIdx]
    grad_outside = probabilities[:, np.newaxis] * centerWordVec
    grad_outside[outsideWordIdx] -= centerWordVec
    return log_total - scores[outsideWordIdx], grad_center, grad_outside
