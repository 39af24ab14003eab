"""With an accumulator."""


def grad_U_skipgram(dF_dU, outside, v_c):
    total = np.zeros_like(dF_dU(outside[0], v_c))
    for o in outside:
        total += dF_dU(o, v_c)
    return total
