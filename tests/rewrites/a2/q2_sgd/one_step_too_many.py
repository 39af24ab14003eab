"""There is one step too many."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for t in range(1, iterations + 2):
        loss, g = f(x)
        x = x - step * g
        if postprocessing is not None:
            x = postprocessing(x)
        if t % 20000 == 0:
            step /= 2
    return x
