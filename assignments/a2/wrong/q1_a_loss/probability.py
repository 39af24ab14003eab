# fails: q1_a_loss__derivative
# term: the logarithm
"""This is probably one minus the probability of the target. The cross entropy is minus its logarithm."""


def loss_naive(U, v_c, o):
    return 1 - softmax(U @ v_c)[o]
