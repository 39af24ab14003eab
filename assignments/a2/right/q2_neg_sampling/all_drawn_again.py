"""The whole list is drawn again where the target is in it; SciPy's sigmoid."""

from scipy.special import expit as logistic, log_expit


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = [outsideWordIdx]
    while outsideWordIdx in samples:
        samples = [dataset.sampleTokenIdx() for _ in range(K)]
    one_hot = np.zeros((1 + K, len(outsideVectors)))
    one_hot[np.arange(1 + K), [outsideWordIdx, *samples]] = 1
    truth = np.array([1.0] + [0.0] * K)
    scores = one_hot @ outsideVectors @ centerWordVec
    errors = logistic(scores) - truth
    loss = -log_expit(scores[0]) - log_expit(-scores[1:]).sum()
    return loss, errors @ one_hot @ outsideVectors, one_hot.T @ np.outer(errors, centerWordVec)
