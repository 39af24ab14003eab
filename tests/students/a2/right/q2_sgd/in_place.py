"""Changes x0 in place with -=, which the text allows, and keeps an exponential mean of the loss for printing."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    ANNEAL_EVERY = 20000
    x = x0
    if not postprocessing:
        postprocessing = lambda x: x
    exploss = None
    for it in range(1, iterations + 1):
        loss, grad = f(x)
        x -= step * grad
        x = postprocessing(x)
        if it % PRINT_EVERY == 0:
            exploss = loss if exploss is None else 0.95 * exploss + 0.05 * loss
            print("iter %d: %f" % (it, exploss))
        if it % ANNEAL_EVERY == 0:
            step *= 0.5
    return x
