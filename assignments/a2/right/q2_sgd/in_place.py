"""In place on x0."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    for iteration in range(iterations):
        _, gradient = f(x0)
        x0 -= step * 0.5 ** (iteration // 20000) * gradient
        if postprocessing:
            x0[...] = postprocessing(x0)
    return x0
