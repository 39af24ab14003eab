"""Sums a list of gradients and puts the sum in one row."""


def grad_V_skipgram(dF_dv, outside, c, V):
    pieces = [dF_dv(word, V[word]) for word in outside]
    result = 0.0 * V
    result[c, :] = np.sum(pieces, axis=0)
    return result
