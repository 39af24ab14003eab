# fails: q2_mean_difference__values
"""The arrays that the caller hands over are changed: `first /= …` works on them. Make new arrays."""


def mean_difference(first, second, direction):
    first /= np.linalg.norm(first, axis=1, keepdims=True)
    second /= np.linalg.norm(second, axis=1, keepdims=True)
    unit = direction / np.linalg.norm(direction)
    return (first @ unit).mean() - (second @ unit).mean()
