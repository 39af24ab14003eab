"""Vectorised, with a helper that draws and looks the rows up."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    def negatives():
        picked = np.array(getNegativeSamples(outsideWordIdx, dataset, K))
        return picked, outsideVectors[picked]

    u_o = outsideVectors[outsideWordIdx]
    _, rows = negatives()
    loss = -np.log(sigmoid(u_o @ centerWordVec)) - np.sum(np.log(sigmoid(-rows @ centerWordVec)))

    picked, rows = negatives()
    push = 1 - sigmoid(-rows @ centerWordVec)
    pull = sigmoid(u_o @ centerWordVec) - 1
    grad_outside = np.zeros(outsideVectors.shape)
    np.add.at(grad_outside, picked, push[:, None] * centerWordVec)
    grad_outside[outsideWordIdx] += pull * centerWordVec
    return loss, pull * u_o + push @ rows, grad_outside
