# fails: q2_sgd__steps, q2_sgd__postprocessing, q2_sgd__halving
"""The gradients of all steps so far are probably added up, and each step uses the sum. A step uses the gradient of
its own batch."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x, gradient = x0, 0.0
    for iteration in range(1, iterations + 1):
        loss, new = f(x)
        gradient = gradient + new
        x = x - step * gradient
        if postprocessing is not None:
            x = postprocessing(x)
        if iteration % 20000 == 0:
            step = step / 2
    return x
