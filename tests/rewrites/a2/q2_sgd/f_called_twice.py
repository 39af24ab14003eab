"""Prints the loss from a call of its own, and changes x0 in place."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for it in range(1, iterations + 1):
        cost, _ = f(x)
        if it % PRINT_EVERY == 0:
            print(f"{it}: {cost}")
        x -= step * f(x)[1]
        if postprocessing is not None:
            x = postprocessing(x)
        if it % 20000 == 0:
            step /= 2
    return x
