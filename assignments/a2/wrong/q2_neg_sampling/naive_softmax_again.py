# fails: q2_neg_sampling__loss, q2_neg_sampling__grad_center, q2_neg_sampling__grad_outside, q2_neg_sampling__repeats, q2_neg_sampling__draws, q2_neg_sampling__edge_one_dimension
"""This is probably the softmax loss of 2.2: all words take part and the samples do not. Here the target and the K
samples take part, each with a sigmoid."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    delta = softmax(outsideVectors @ centerWordVec)
    loss = -np.log(delta[outsideWordIdx])
    delta[outsideWordIdx] -= 1
    return loss, outsideVectors.T @ delta, np.outer(delta, centerWordVec)
