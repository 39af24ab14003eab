# fails: q1_reduce_to_k_dim__values
"""The rows are scaled to length 1. That is useful later, for a plot, and happens there; here the vectors are asked
for as they are.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    X = U[:, :k] * S[:k]
    return X / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), 1e-12)
