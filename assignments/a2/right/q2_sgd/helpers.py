"""The step size as a helper function."""


def step_size(first, iteration):
    """The size of step 1, 2, 3, …"""
    return first / 2 ** ((iteration - 1) // 20000)


def one_step(f, x, size, postprocessing):
    result = x - size * np.asarray(f(x)[1])
    return result if postprocessing is None else postprocessing(result)


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for iteration in range(1, iterations + 1):
        x = one_step(f, x, step_size(step, iteration), postprocessing)
    return x
