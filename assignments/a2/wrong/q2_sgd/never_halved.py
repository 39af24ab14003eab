# fails: q2_sgd__halving
"""The step size is probably the same in all these steps: it is not halved, or only where the loss is printed. It is
halved after every 20,000 steps."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for iteration in range(1, iterations + 1):
        loss, gradient = f(x)
        x = x - step * gradient
        if postprocessing is not None:
            x = postprocessing(x)
    return x
