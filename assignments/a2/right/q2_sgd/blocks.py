"""Blocks of 20,000 steps."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    left = iterations
    while left > 0:
        for _ in range(min(left, 20000)):
            loss, grad = f(x)
            np.subtract(x, np.multiply(step, grad), out=x)
            if postprocessing is not None:
                x = postprocessing(x)
        left -= 20000
        step /= 2.0
    return x
