# fails: q2_sgd__halving
"""The step size is probably divided by the number of the halving, so that it becomes a third where a quarter is
meant. It is halved each time."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x, first = x0, step
    for iteration in range(1, iterations + 1):
        loss, gradient = f(x)
        x = x - step * gradient
        if postprocessing is not None:
            x = postprocessing(x)
        step = first / (1 + iteration // 20000)
    return x
