"""loops over the rows"""


def mean_difference(first, second, direction):
    def mean(rows):
        total = 0
        for row in rows:
            total += np.dot(row, direction) / np.sqrt(np.dot(row, row) * np.dot(direction, direction))
        return total / len(rows)

    return float(mean(first) - mean(second))
