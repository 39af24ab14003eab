"""Two nested loops: an outer one over stretches of 20,000 steps with their own step size, an inner one over the steps; no printing."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x, size = x0, step
    for begin in range(0, iterations, 20_000):
        for _ in range(begin, min(begin + 20_000, iterations)):
            _, slope = f(x)
            x = x - size * slope
            if postprocessing is not None:
                x = postprocessing(x)
        size /= 2
    return x
