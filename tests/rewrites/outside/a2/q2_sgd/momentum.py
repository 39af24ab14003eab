"""A running mean of the gradients is followed."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x, speed = x0, np.zeros(np.shape(x0))
    for t in range(1, iterations + 1):
        loss, g = f(x)
        speed = 0.9 * speed + 0.1 * g
        x = x - step * speed
        if postprocessing is not None:
            x = postprocessing(x)
        if t % 20000 == 0:
            step /= 2
    return x
