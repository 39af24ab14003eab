# fails: q2_mean_difference__values
"""The columns of the arrays are scaled, not the rows: a word vector is a row, and the sum of squares runs along
`axis=1`.
"""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(direction))

    def scaled(rows):
        lengths = np.linalg.norm(rows, axis=0)
        return rows / np.where(lengths == 0, 1, lengths)

    return cosines(scaled(first)).mean() - cosines(scaled(second)).mean()
