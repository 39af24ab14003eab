"""The step size is halved after every 10,000 steps."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for t in range(1, iterations + 1):
        loss, g = f(x)
        x = x - step * g
        if postprocessing is not None:
            x = postprocessing(x)
        if t % 10000 == 0:
            step /= 2
    return x
