# fails: q2_sgd__postprocessing
"""What the post-processing returns is probably given back at the end, but the steps go on from x as it was before.
The next step begins with the result of the post-processing."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    result = x0
    for iteration in range(1, iterations + 1):
        loss, gradient = f(x)
        x = x - step * gradient
        result = x
        if postprocessing is not None:
            result = postprocessing(x)
        if iteration % 20000 == 0:
            step = step / 2
    return result
