"""With SciPy's expit and a one-hot vector from np.eye."""


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    y = np.eye(outsideVectors.shape[0])[outsideWordIdx]
    y_hat = expit(np.array([u @ centerWordVec for u in outsideVectors]))
    loss = -float(y @ np.log(y_hat))
    return loss, (y_hat - y) @ outsideVectors, np.outer(y_hat - y, centerWordVec)
