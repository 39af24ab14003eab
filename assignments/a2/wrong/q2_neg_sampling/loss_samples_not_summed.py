# fails: q2_neg_sampling__loss, q2_neg_sampling__repeats, q2_neg_sampling__draws, q2_neg_sampling__edge_one_dimension
"""The samples' part of the loss is probably an array with one entry for each sample, to which the target's term is
added. Add the samples' terms up first."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = getNegativeSamples(outsideWordIdx, dataset, K)
    right = sigmoid(outsideVectors[outsideWordIdx] @ centerWordVec)
    wrong = sigmoid(outsideVectors[samples] @ centerWordVec)
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    gradOutsideVecs[outsideWordIdx] = (right - 1) * centerWordVec
    np.add.at(gradOutsideVecs, samples, np.outer(wrong, centerWordVec))
    gradCenterVec = (right - 1) * outsideVectors[outsideWordIdx] + wrong @ outsideVectors[samples]
    return -np.log(right) - np.log(1 - wrong), gradCenterVec, gradOutsideVecs
