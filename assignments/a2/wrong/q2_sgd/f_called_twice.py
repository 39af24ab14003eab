# fails: q2_sgd__steps
"""f is probably called twice a step, once for the loss and once for the gradient. Each call draws another batch."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for iteration in range(1, iterations + 1):
        loss = f(x)[0]
        gradient = f(x)[1]
        x = x - step * gradient
        if postprocessing is not None:
            x = postprocessing(x)
        if iteration % 20000 == 0:
            step = step / 2
    return x
