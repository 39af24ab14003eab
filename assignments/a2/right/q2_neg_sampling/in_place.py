"""In place on arrays of its own, one row after the other."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    grad_outside = np.zeros_like(outsideVectors)
    grad_center = np.zeros_like(centerWordVec)
    loss = 0.0
    row = np.empty_like(centerWordVec)
    for place, word in enumerate([outsideWordIdx] + getNegativeSamples(outsideWordIdx, dataset, K)):
        label = 1.0 if place == 0 else 0.0
        chance = sigmoid(np.dot(outsideVectors[word], centerWordVec))
        loss -= np.log(chance if label else 1 - chance)
        np.multiply(centerWordVec, chance - label, out=row)
        grad_outside[word] += row
        grad_center += (chance - label) * outsideVectors[word]
    return loss, grad_center, grad_outside
