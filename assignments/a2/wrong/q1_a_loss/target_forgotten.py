# fails: q1_a_loss__derivative
# term: the target's own term
"""The target's own score is probably missing: the logarithm of the sum is there, but nothing says which word is the
right one."""


def loss_naive(U, v_c, o):
    return np.log(np.sum(np.exp(U @ v_c)))
