"""A while loop with a counter of steps that is raised first, in place."""


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    x = np.array(x0, dtype=float)
    done = 0
    rate = step
    while done < iterations:
        done += 1
        if done % 20000 == 0:
            rate *= 0.5
        cost, direction = f(x)
        if done % PRINT_EVERY == 0:
            print("iter %d: %f" % (done, cost))
        x -= rate * direction
        x = postprocessing(x) if postprocessing else x
    return x
