# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""`//` probably stands where `/` is meant: it rounds down to a whole number, and every value between 0 and 1 becomes
0."""


def sigmoid(x):
    return 1 // (1 + np.exp(-x))
