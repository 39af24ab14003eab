"""A while loop that computes the step size from the number of finished steps with 0.5 ** (done // 20000), and never changes step."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = np.array(x0, dtype=float)
    done = 0
    while done < iterations:
        gradient = f(x)[1]
        x = x + (-step) * 0.5 ** (done // 20_000) * np.asarray(gradient)
        x = x if postprocessing is None else postprocessing(x)
        done += 1
    return x
