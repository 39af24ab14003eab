"""Everything in plain Python loops over words and dimensions, as from a beginner who does not trust broadcasting."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    number_of_words = len(outsideVectors)
    dimensions = len(centerWordVec)

    scores = []
    for w in range(number_of_words):
        score = 0.0
        for i in range(dimensions):
            score = score + outsideVectors[w][i] * centerWordVec[i]
        scores.append(score)

    probabilities = softmax(scores)
    loss = -np.log(probabilities[outsideWordIdx])

    gradCenterVec = np.zeros(dimensions)
    gradOutsideVecs = np.zeros((number_of_words, dimensions))
    for w in range(number_of_words):
        error = probabilities[w]
        if w == outsideWordIdx:
            error = error - 1
        for i in range(dimensions):
            gradCenterVec[i] = gradCenterVec[i] + error * outsideVectors[w][i]
            gradOutsideVecs[w][i] = error * centerWordVec[i]

    return loss, gradCenterVec, gradOutsideVecs
