# fails: q2_sgd__steps
"""The function probably stops when the loss rises. The loss of a random batch goes up and down; that is no reason to
stop."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x, best = x0, np.inf
    for iteration in range(1, iterations + 1):
        loss, gradient = f(x)
        if loss > best:
            break
        best = loss
        x = x - step * gradient
        if postprocessing is not None:
            x = postprocessing(x)
        if iteration % 20000 == 0:
            step = step / 2
    return x
