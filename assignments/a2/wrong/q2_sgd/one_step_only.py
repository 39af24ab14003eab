# fails: q2_sgd__steps, q2_sgd__postprocessing, q2_sgd__halving
"""Only the first step is taken: `return` probably stands inside the loop. It belongs after the loop."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for iteration in range(1, iterations + 1):
        loss, gradient = f(x)
        x = x - step * gradient
        if postprocessing is not None:
            x = postprocessing(x)
        if iteration % 20000 == 0:
            step = step / 2
        return x
    return x
