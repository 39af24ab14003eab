"""The x with the lowest loss comes back, not the last one."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x, best, best_loss = x0, x0, np.inf
    for t in range(1, iterations + 1):
        loss, g = f(x)
        if loss < best_loss:
            best, best_loss = x, loss
        x = x - step * g
        if postprocessing is not None:
            x = postprocessing(x)
        if t % 20000 == 0:
            step /= 2
    return best
