"""Numbers the sorted words with enumerate."""


def skipgram(
    currentCenterWord,
    windowSize,
    outsideWords,
    word2Ind,
    centerWordVectors,
    outsideVectors,
    dataset,
    word2vecLossAndGradient=naiveSoftmaxLossAndGradient,
):
    numbers = {w: i for i, w in enumerate(sorted(word2Ind.keys()))}
    c = numbers[currentCenterWord]
    v_c = centerWordVectors[c, :]
    results = [word2vecLossAndGradient(v_c, word2Ind[w], outsideVectors, dataset) for w in outsideWords]
    loss = sum(r[0] for r in results)
    gradCenterVecs = np.zeros(centerWordVectors.shape)
    for r in results:
        gradCenterVecs[c] = gradCenterVecs[c] + r[1]
    gradOutsideVectors = sum((r[2] for r in results), np.zeros(outsideVectors.shape))
    return loss, gradCenterVecs, gradOutsideVectors
