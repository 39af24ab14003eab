"""The student calls postprocessing(x) after each step but does not go on with what it returns."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = x0
    for i in range(1, iterations + 1):
        loss, gradient = f(x)
        x = x - step * gradient
        if postprocessing:
            postprocessing(x)
        if i % PRINT_EVERY == 0:
            print(f"step {i}: loss {loss}")
        if i % 20000 == 0:
            step /= 2
    return x
