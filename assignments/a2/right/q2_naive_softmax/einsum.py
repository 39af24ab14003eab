"""Both gradients with einsum, the truth as a one-hot row of the identity."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y_hat = softmax(np.einsum("wi,i->w", outsideVectors, centerWordVec))
    y = np.eye(len(outsideVectors))[outsideWordIdx]
    grad_center = np.einsum("w,wi->i", y_hat - y, outsideVectors)
    grad_outside = np.einsum("w,i->wi", y_hat - y, centerWordVec)
    return -np.einsum("w,w->", y, np.log(y_hat)), grad_center, grad_outside
