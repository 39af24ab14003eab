"""In place on arrays of its own."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    delta = outsideVectors.dot(centerWordVec)
    delta -= delta.max()
    np.exp(delta, out=delta)
    delta /= delta.sum()
    loss = -np.log(delta[outsideWordIdx])
    delta[outsideWordIdx] -= 1.0
    grad_outside = np.empty_like(outsideVectors)
    np.multiply(delta[:, None], centerWordVec, out=grad_outside)
    return loss, delta.dot(outsideVectors), grad_outside
