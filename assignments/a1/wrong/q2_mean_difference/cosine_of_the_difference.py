# fails: q2_mean_difference__values
"""One cosine is taken, between the difference of the two mean vectors and the direction. The formula takes the mean
of the cosines of each set, and then the difference.
"""


def mean_difference(first, second, direction):
    step = first.mean(axis=0) - second.mean(axis=0)
    return step @ direction / (np.linalg.norm(step) * np.linalg.norm(direction))
