# fails: q2_naive_softmax__grad_center, q2_naive_softmax__grad_outside
"""The gradient is probably measured by differences of the loss, as `gradcheck_naive` does it. That is right only while a step
of 0.00001 is small beside the vectors, and it needs two losses for each entry. Use the expressions of Part 1."""


def _loss(U, v_c, o):
    return np.log(np.sum(np.exp(U @ v_c))) - U[o] @ v_c


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    by_center = numerical_gradient(lambda v: _loss(outsideVectors, v, outsideWordIdx), centerWordVec)
    by_outside = numerical_gradient(lambda table: _loss(table, centerWordVec, outsideWordIdx), outsideVectors)
    return _loss(outsideVectors, centerWordVec, outsideWordIdx), by_center, by_outside
