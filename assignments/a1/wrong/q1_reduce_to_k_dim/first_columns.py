# fails: q1_reduce_to_k_dim__values
"""The first k columns of M are returned. They say how often two particular words are neighbours; the SVD finds the
directions that say most about all words.
"""


def reduce_to_k_dim(M, k=2):
    return np.asarray(M, dtype=float)[:, :k]
