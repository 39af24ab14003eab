# fails: q2_sgd__steps, q2_sgd__postprocessing, q2_sgd__halving
"""There is probably one step too many: range(n + 1) has n + 1 numbers."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for iteration in range(1, iterations + 2):
        loss, gradient = f(x)
        x = x - step * gradient
        if postprocessing is not None:
            x = postprocessing(x)
        if iteration % 20000 == 0:
            step = step / 2
    return x
