# fails: q1_c_grad_u_other__derivative
# term: the factor in front
"""The gradient is probably taken as zero, as if only the target mattered. The word stands in the sum of the
denominator."""


def grad_u_other_naive(U, v_c, o, w):
    return np.zeros(len(v_c))
