"""Works in the column convention: turns vectors into (d, 1) columns and U into (d, V), and turns the results back at the end (so gradOutsideVecs is a transposed view)."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    v = centerWordVec.reshape(-1, 1)
    U = outsideVectors.T
    y = np.zeros((U.shape[1], 1))
    y[outsideWordIdx, 0] = 1.0
    y_hat = softmax((U.T @ v).ravel()).reshape(-1, 1)
    J = -np.log((y.T @ y_hat).item())
    dv = U @ (y_hat - y)
    dU = v @ (y_hat - y).T
    return J, dv.ravel(), dU.T
