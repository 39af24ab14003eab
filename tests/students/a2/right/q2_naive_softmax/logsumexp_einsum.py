"""Loss by logsumexp, the probabilities as exp(scores - logsumexp) instead of the given softmax, gradients by einsum."""

from scipy.special import logsumexp


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    z = np.einsum("wi,i->w", outsideVectors, centerWordVec)
    log_Z = logsumexp(z)
    delta = np.exp(z - log_Z)
    delta[outsideWordIdx] -= 1
    return (
        log_Z - z[outsideWordIdx],
        np.einsum("w,wi->i", delta, outsideVectors),
        np.einsum("w,i->wi", delta, centerWordVec),
    )
