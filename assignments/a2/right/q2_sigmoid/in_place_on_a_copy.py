"""In place, on a copy."""


def sigmoid(x):
    result = np.array(x, dtype=float)
    np.negative(result, out=result)
    np.exp(result, out=result)
    result += 1
    np.reciprocal(result, out=result)
    return result
