"""A while loop with a smoothed loss and progress."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    ANNEAL_EVERY = 20000
    x, done, smooth = np.array(x0, dtype=float), 0, None
    while done < iterations:
        loss, gradient = f(x)
        x -= step * gradient
        x = postprocessing(x) if postprocessing is not None else x
        done += 1
        smooth = loss if smooth is None else 0.95 * smooth + 0.05 * loss
        if done % PRINT_EVERY == 0:
            print("iter %d: %f" % (done, smooth))
        if done % ANNEAL_EVERY == 0:
            step *= 0.5
    return x
