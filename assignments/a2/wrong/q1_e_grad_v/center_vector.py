# fails: q1_e_grad_v__derivative
# term: the vectors
"""The terms of the samples probably point along v_c. The score of a sample is u_k · v_c, and its derivative with
respect to v_c is u_k."""


def grad_v_neg(U, v_c, o, samples):
    return (expit(U[o] @ v_c) - 1) * U[o] + np.sum(expit(U[samples] @ v_c)) * v_c
