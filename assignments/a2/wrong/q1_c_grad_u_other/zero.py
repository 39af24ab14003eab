# fails: q1_c_grad_u_other__derivative
# term: all zeros: nothing was written into it
"""The gradient is probably taken as zero, as if only the target mattered. The word stands in the sum of the
denominator."""


def grad_u_other_naive(U, v_c, o, w):
    return np.zeros(len(v_c))
