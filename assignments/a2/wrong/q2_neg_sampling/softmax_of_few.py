# fails: q2_neg_sampling__loss, q2_neg_sampling__grad_center, q2_neg_sampling__grad_outside, q2_neg_sampling__repeats, q2_neg_sampling__draws, q2_neg_sampling__edge_one_dimension
"""This is probably a softmax with the target and the samples as its words: -log of the target's share. Negative
sampling has a sigmoid for each score, and a term for each sample."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    indices = np.array([outsideWordIdx, *getNegativeSamples(outsideWordIdx, dataset, K)])
    rows = outsideVectors[indices]
    shares = softmax(rows @ centerWordVec)
    loss = -np.log(shares[0])
    shares[0] -= 1
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    np.add.at(gradOutsideVecs, indices, np.outer(shares, centerWordVec))
    return loss, shares @ rows, gradOutsideVecs
