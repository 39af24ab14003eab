"""The student scales the words to length 1 but forgets to divide by the length of the direction."""


def mean_difference(first, second, direction):
    sum_first = 0
    for a in first:
        sum_first += np.dot(a / np.linalg.norm(a), direction)
    sum_second = 0
    for b in second:
        sum_second += np.dot(b / np.linalg.norm(b), direction)
    return sum_first / len(first) - sum_second / len(second)
