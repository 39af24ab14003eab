# fails: q2_sgd__postprocessing
"""The post-processing is probably called before the step and once more after it. It is called once, after the
step."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for iteration in range(1, iterations + 1):
        if postprocessing is not None:
            x = postprocessing(x)
        loss, gradient = f(x)
        x = x - step * gradient
        if postprocessing is not None:
            x = postprocessing(x)
        if iteration % 20000 == 0:
            step = step / 2
    return x
