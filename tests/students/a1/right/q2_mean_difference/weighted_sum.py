"""Right, unusual: stacks both sets and takes one weighted sum with weights 1/|A| and -1/|B|."""


def mean_difference(first, second, direction):
    both = np.vstack([first, second])
    weights = np.r_[np.full(len(first), 1 / len(first)), np.full(len(second), -1 / len(second))]
    cosines = both @ direction / np.linalg.norm(both, axis=1) / np.linalg.norm(direction)
    return float(weights @ cosines)
