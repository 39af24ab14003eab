"""Takes the sizes of the tables from len(word2Ind) and the length of a vector, as the table of symbols allows; the words' rows are looked up first with map."""


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
    loss = 0
    gradCenterVecs = np.zeros((len(word2Ind), outsideVectors.shape[1]))
    gradOutsideVectors = np.zeros((len(word2Ind), outsideVectors.shape[1]))

    center_index = word2Ind.get(currentCenterWord)
    center_vec = centerWordVectors[center_index, :]
    outside_indices = list(map(word2Ind.get, outsideWords))

    j = 0
    while j < len(outside_indices):
        answer = word2vecLossAndGradient(center_vec, outside_indices[j], outsideVectors, dataset)
        loss = loss + answer[0]
        gradCenterVecs[center_index, :] = gradCenterVecs[center_index, :] + answer[1]
        gradOutsideVectors = gradOutsideVectors + answer[2]
        j = j + 1

    return loss, gradCenterVecs, gradOutsideVectors
