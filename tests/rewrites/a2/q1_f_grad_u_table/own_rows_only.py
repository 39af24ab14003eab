"""Writes into one table of zeros, row by row."""


def grad_U_skipgram(dF_dU, outside, v_c):
    total = np.zeros_like(dF_dU(outside[0], v_c))
    for word in outside:
        total[word, :] += dF_dU(word, v_c)[word, :]
    return total
