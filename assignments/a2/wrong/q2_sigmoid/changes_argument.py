# fails: q2_sigmoid__arrays
"""The function probably works in place: after the call the caller's array holds other numbers. The next line that
uses these scores goes wrong, far from here. Look for `*=`, `out=` and assignments to `x[...]`."""


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    x *= -1
    np.exp(x, out=x)
    return 1 / (1 + x)
