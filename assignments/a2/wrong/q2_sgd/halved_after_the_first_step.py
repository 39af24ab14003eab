# fails: q2_sgd__steps, q2_sgd__postprocessing, q2_sgd__halving
"""The step size is probably halved after the first step: a count that begins at 0 is a multiple of 20,000 there
already."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for iteration in range(iterations):
        loss, gradient = f(x)
        x = x - step * gradient
        if postprocessing is not None:
            x = postprocessing(x)
        if iteration % 20000 == 0:
            step = step / 2
    return x
