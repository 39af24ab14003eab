"""Right, unusual: subtracts the mean unit vectors first and takes one inner product with the unit direction (linearity)."""


def mean_difference(first, second, direction):
    hat = lambda Z: Z / np.linalg.norm(Z, axis=-1, keepdims=True)
    return (hat(first).mean(0) - hat(second).mean(0)) @ hat(direction)
