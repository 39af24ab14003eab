"""Keeps a copy of the start and calls f with it by mistake."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    start = np.array(x0)
    x = np.array(x0)
    for i in range(iterations):
        cost, g = f(np.array(start))
        x = np.subtract(x, np.multiply(step, g))
        if postprocessing:
            x = postprocessing(x)
        if (i + 1) % 20000 == 0:
            step *= 0.5
    return x
