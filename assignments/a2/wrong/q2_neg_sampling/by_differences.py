# fails: q2_neg_sampling__grad_center, q2_neg_sampling__grad_outside
"""The gradient is probably measured by differences of the loss, as `gradcheck_naive` does it. That is right only while a step
of 0.00001 is small beside the vectors, and it needs two losses for each entry. Use the expressions of Part 1."""


def _loss(U, v_c, o, samples):
    return np.logaddexp(0, -U[o] @ v_c) + np.logaddexp(0, U[list(samples)] @ v_c).sum()


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    by_center = numerical_gradient(lambda v: _loss(outsideVectors, v, outsideWordIdx, samples), centerWordVec)
    by_outside = numerical_gradient(lambda table: _loss(table, centerWordVec, outsideWordIdx, samples), outsideVectors)
    return _loss(outsideVectors, centerWordVec, outsideWordIdx, samples), by_center, by_outside
