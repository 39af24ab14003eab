# fails: q2_sgd__halving
"""The step size is probably halved after every 10,000 steps. It is halved after every 20,000."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for iteration in range(1, iterations + 1):
        loss, gradient = f(x)
        x = x - step * gradient
        if postprocessing is not None:
            x = postprocessing(x)
        if iteration % 10000 == 0:
            step = step / 2
    return x
