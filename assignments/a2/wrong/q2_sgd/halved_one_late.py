# fails: q2_sgd__halving
"""The step size is probably halved one step too late: step 20,001 has half the size already."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for iteration in range(iterations):
        loss, gradient = f(x)
        x = x - step * gradient
        if postprocessing is not None:
            x = postprocessing(x)
        if iteration > 0 and iteration % 20000 == 0:
            step = step / 2
    return x
