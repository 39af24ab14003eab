"""How often each word was drawn, then einsum over the whole vocabulary."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    counts = np.bincount(getNegativeSamples(outsideWordIdx, dataset, K), minlength=len(outsideVectors))
    scores = np.einsum("wi,i->w", outsideVectors, centerWordVec)
    loss = np.logaddexp(0, -scores[outsideWordIdx]) + np.einsum("w,w->", counts, np.logaddexp(0, scores))
    errors = counts * sigmoid(scores)
    errors[outsideWordIdx] = sigmoid(scores[outsideWordIdx]) - 1
    return loss, np.einsum("w,wi->i", errors, outsideVectors), np.einsum("w,i->wi", errors, centerWordVec)
