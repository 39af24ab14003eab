"""With np.unique for the centre vector and np.add.at for the table."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    idx = np.array(getNegativeSamples(outsideWordIdx, dataset, K), dtype=int)
    score_o = outsideVectors[outsideWordIdx] @ centerWordVec
    scores = outsideVectors[idx] @ centerWordVec
    loss = -np.log(sigmoid(score_o)) - np.log(sigmoid(-scores)).sum()

    different = np.unique(idx)
    gradCenterVec = outsideVectors[different].T @ sigmoid(outsideVectors[different] @ centerWordVec)
    gradCenterVec -= sigmoid(-score_o) * outsideVectors[outsideWordIdx]

    gradOutsideVecs = np.zeros_like(outsideVectors)
    gradOutsideVecs[outsideWordIdx] = -sigmoid(-score_o) * centerWordVec
    np.add.at(gradOutsideVecs, idx, np.outer(sigmoid(scores), centerWordVec))
    return loss, gradCenterVec, gradOutsideVecs
