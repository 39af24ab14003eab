"""A helper function for one pair of vectors."""


def pair_terms(center, outside, sign):
    """Loss, gradient with respect to the centre vector and to the outside vector of -log sigmoid(sign * score)."""
    chance = sigmoid(sign * (center @ outside))
    factor = sign * (chance - 1)
    return -np.log(chance), factor * outside, factor * center


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    words = [outsideWordIdx] + getNegativeSamples(outsideWordIdx, dataset, K)
    terms = [pair_terms(centerWordVec, outsideVectors[word], 1 if i == 0 else -1) for i, word in enumerate(words)]
    grad_outside = np.zeros(outsideVectors.shape)
    for word, (_, _, by_outside) in zip(words, terms):
        grad_outside[word] += by_outside
    return sum(term[0] for term in terms), sum(term[1] for term in terms), grad_outside
