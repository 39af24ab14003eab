# fails: q2_sgd__steps, q2_sgd__postprocessing, q2_sgd__halving
"""The step size is probably halved before the first step: `iteration % 20000 == 0` holds for iteration 0 too."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for iteration in range(iterations):
        if iteration % 20000 == 0:
            step = step / 2
        loss, gradient = f(x)
        x = x - step * gradient
        if postprocessing is not None:
            x = postprocessing(x)
    return x
