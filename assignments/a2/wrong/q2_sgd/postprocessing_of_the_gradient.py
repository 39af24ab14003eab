# fails: q2_sgd__postprocessing
"""The post-processing is probably applied to the gradient. It gets x after the step."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for iteration in range(1, iterations + 1):
        loss, gradient = f(x)
        if postprocessing is not None:
            gradient = postprocessing(gradient)
        x = x - step * gradient
        if iteration % 20000 == 0:
            step = step / 2
    return x
