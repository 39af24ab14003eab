"""The identity where there is no post-processing."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    if not postprocessing:
        postprocessing = lambda x: x
    x = x0
    for iteration in range(iterations):
        if iteration > 0 and iteration % 20000 == 0:
            step *= 0.5
        cost, grad = f(x)
        x = postprocessing(x - step * grad)
    return x
