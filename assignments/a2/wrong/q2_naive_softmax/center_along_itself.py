# fails: q2_naive_softmax__grad_center
"""The gradient with respect to the centre vector probably points along v_c itself. The derivative of a score u_w ·
v_c with respect to v_c is the other vector, u_w."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(outsideVectors @ centerWordVec)
    delta = y_hat.copy()
    delta[outsideWordIdx] -= 1
    return -np.log(y_hat[outsideWordIdx]), delta[outsideWordIdx] * centerWordVec, np.outer(delta, centerWordVec)
