"""The student calls np.linalg.norm without axis=1, so all words of a set are divided by the norm of the whole array."""


def mean_difference(first, second, direction):
    cos_first = first @ direction / (np.linalg.norm(first) * np.linalg.norm(direction))
    cos_second = second @ direction / (np.linalg.norm(second) * np.linalg.norm(direction))
    return np.mean(cos_first) - np.mean(cos_second)
