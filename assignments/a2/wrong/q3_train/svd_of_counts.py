# fails: q3_train__error, q3_train__contrast
"""The vectors probably come from counting which words stand together, and not from steps of negative sampling: they are
there without any step."""


def train_pairs(centers, outsides, negatives, number_of_words, d, step, epochs, seed):
    counts = np.zeros((number_of_words, number_of_words))
    np.add.at(counts, (centers, outsides), 1)
    U, S, W = np.linalg.svd(np.log1p(counts), full_matrices=False)
    return U[:, :d] * S[:d], W[:d].T.copy()
