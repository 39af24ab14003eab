"""Computes the step size from the number of the iteration."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    if postprocessing is None:
        postprocessing = lambda x: x
    x = x0
    for t in range(iterations):
        loss, grad = f(x)
        eta = step * 0.5 ** (t // 20000 + 1)
        x = postprocessing(x - eta * grad)
    return x
