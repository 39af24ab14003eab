"""Small helper functions, one a formula."""


def probabilities_of(vector, table):
    return softmax(table @ vector)


def error_of(probabilities, target):
    truth = np.zeros_like(probabilities)
    truth[target] = 1
    return probabilities - truth


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    probabilities = probabilities_of(centerWordVec, outsideVectors)
    error = error_of(probabilities, outsideWordIdx)
    return (
        -np.log(probabilities[outsideWordIdx]),
        error @ outsideVectors,
        error.reshape(-1, 1) @ centerWordVec.reshape(1, -1),
    )
