"""Keeps a history of losses and returns early."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    history = []
    x = x0
    for t in range(iterations):
        loss, gradient = f(x)
        history.append(loss)
        if t > 0 and history[t] > history[t - 1]:
            print("converged after", t, "steps")
            return x
        x = x - step / 2 ** (t // 20000) * gradient
        if postprocessing is not None:
            x = postprocessing(x)
    return x
