# fails: q1_g_grad_u_table__derivative
# term: the roles: this is skip-gram
"""This is probably skip-gram: the centre word predicts each outside word."""


def grad_U_cbow(dF_dU, c, context, V):
    return sum(dF_dU(w, V[c]) for w in context)
