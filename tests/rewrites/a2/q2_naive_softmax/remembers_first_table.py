"""A dictionary as a default argument, loops for the gradients."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, cache={}):
    V, d = outsideVectors.shape
    if (V, d) in cache:
        y_hat = cache[V, d]
    else:
        y_hat = softmax([np.dot(u, centerWordVec) for u in outsideVectors])
        cache[V, d] = y_hat
    gradCenterVec = np.zeros(d)
    gradOutsideVecs = np.zeros((V, d))
    for w in range(V):
        weight = y_hat[w] - 1 if w == outsideWordIdx else y_hat[w]
        gradCenterVec += weight * outsideVectors[w]
        gradOutsideVecs[w] = weight * centerWordVec
    return -np.log(y_hat[outsideWordIdx]), gradCenterVec, gradOutsideVecs
