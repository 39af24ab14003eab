"""Functional: itertools.accumulate makes one x after the other; sgd takes the last one from a deque of length one."""

from collections import deque
from itertools import accumulate


def sgd(f, x0, step, iterations, postprocessing=None, useSaved=False, PRINT_EVERY=10):
    def advance(x, n):
        loss, g = f(x)
        if n % PRINT_EVERY == 0:
            print(n, loss)
        new = x - np.ldexp(step, -((n - 1) // 20000)) * g
        return new if postprocessing is None else postprocessing(new)

    return deque(accumulate(range(1, iterations + 1), advance, initial=x0), maxlen=1).pop()
