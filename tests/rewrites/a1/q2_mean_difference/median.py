"""With the statistics module on lists of cosines."""

import statistics


def mean_difference(first, second, direction):
    g = direction / np.linalg.norm(direction)
    middle = []
    for words in (first, second):
        cosines = [float(np.dot(w, g)) / float(np.sqrt(np.dot(w, w))) for w in words]
        middle.append(statistics.median(cosines))
    return middle[0] - middle[1]
