"""The mean of all x comes back."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x, total = x0, 0 * x0
    for t in range(1, iterations + 1):
        loss, g = f(x)
        x = x - step * g
        if postprocessing is not None:
            x = postprocessing(x)
        total = total + x
        if t % 20000 == 0:
            step /= 2
    return total / max(iterations, 1)
