# fails: q2_sgd__steps, q2_sgd__postprocessing, q2_sgd__halving
"""Each step is probably taken from x0, so that only the last one counts. Each step goes on from the last x."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for iteration in range(1, iterations + 1):
        loss, gradient = f(x)
        x = x0 - step * gradient
        if postprocessing is not None:
            x = postprocessing(x)
        if iteration % 20000 == 0:
            step = step / 2
    return x
