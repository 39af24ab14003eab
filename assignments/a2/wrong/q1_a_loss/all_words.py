# fails: q1_a_loss__derivative
# term: the one-hot vector, which keeps the target's term only
"""All words' logarithms are probably added up. The one-hot vector y removes every term but the target's."""


def loss_naive(U, v_c, o):
    return -np.sum(np.log(softmax(U @ v_c)))
