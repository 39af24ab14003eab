"""All rows at once, np.add.at for repeats, samples drawn with sampleTokenIdx."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = []
    while len(samples) < K:
        k = dataset.sampleTokenIdx()
        if k == outsideWordIdx:
            continue
        samples.append(k)
    target, negatives = outsideVectors[outsideWordIdx], outsideVectors[samples]
    target_error = sigmoid(target @ centerWordVec) - 1
    sample_errors = sigmoid(negatives @ centerWordVec)
    loss = -np.log(sigmoid(target @ centerWordVec)) - np.log(sigmoid(-negatives @ centerWordVec)).sum()
    grad_outside = np.zeros_like(outsideVectors)
    grad_outside[outsideWordIdx] = target_error * centerWordVec
    np.add.at(grad_outside, samples, sample_errors[:, None] * centerWordVec[None, :])
    return loss, target_error * target + sample_errors @ negatives, grad_outside
