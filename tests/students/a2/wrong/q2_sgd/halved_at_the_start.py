"""The student counts the steps from 0 and halves whenever it % 20000 == 0, so the step is halved already before the first one."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    ANNEAL_EVERY = 20000
    x = x0
    for it in range(iterations):
        if it % ANNEAL_EVERY == 0:
            step *= 0.5
        loss, grad = f(x)
        x = x - step * grad
        if postprocessing is not None:
            x = postprocessing(x)
        if it % PRINT_EVERY == 0:
            print("iter %d: %f" % (it, loss))
    return x
