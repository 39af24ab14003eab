# fails: q1_a_loss__derivative
# term: the logarithm: this is the probability itself
"""What comes back is probably the probability of the target, which grows as the model gets better. The loss is minus its
logarithm."""


def loss_naive(U, v_c, o):
    return softmax(U @ v_c)[o]
