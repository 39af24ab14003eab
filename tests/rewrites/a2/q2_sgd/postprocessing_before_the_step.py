"""With an identity in the place of None and another order of lines."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    post = postprocessing or (lambda array: array)
    x, n = x0, 0
    while n != iterations:
        _, gradient = f(x)
        x = post(x) - step * gradient
        n = n + 1
        step = step * 0.5 if n % 20000 == 0 else step
    return x
