# fails: q2_sgd__steps, q2_sgd__postprocessing
"""The gradient is probably always taken at x0. Each step goes on from the last x."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for iteration in range(1, iterations + 1):
        loss, gradient = f(x0.copy())
        x = x - step * gradient
        if postprocessing is not None:
            x = postprocessing(x)
        if iteration % 20000 == 0:
            step = step / 2
    return x
