"""With an if inside a while loop, and matrix products."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    chosen = []
    while len(chosen) < K:
        candidate = dataset.sampleTokenIdx()
        if candidate == outsideWordIdx:
            candidate = dataset.sampleTokenIdx()
        chosen.append(candidate)
    N = outsideVectors[chosen]
    q = sigmoid(N @ centerWordVec)
    p = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    loss = -np.log(p) - np.log(1 - q).sum()
    counts = np.zeros((K, outsideVectors.shape[0]))
    counts[np.arange(K), chosen] = 1
    gradOutside = counts.T @ np.outer(q, centerWordVec)
    gradOutside[outsideWordIdx] += (p - 1) * centerWordVec
    return loss, (p - 1) * outsideVectors[outsideWordIdx] + N.T @ q, gradOutside
