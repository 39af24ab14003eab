"""Divides by the root of the sum of squares, in a helper."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    def unit(g):
        return g / np.sqrt((g * g).sum())

    x = x0
    halvings = 0
    for t in range(iterations):
        halvings = t // 20000
        x = x - (step / 2.0**halvings) * unit(f(x)[1])
        if postprocessing is not None:
            x = postprocessing(x)
    return x
