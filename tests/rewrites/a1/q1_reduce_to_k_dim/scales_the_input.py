"""Scales row by row in place and works with numpy's svd."""


def reduce_to_k_dim(M, k=2):
    largest = max(M.max(), -M.min())
    if np.issubdtype(M.dtype, np.floating):
        for row in M:  # large counts made my svd slow
            row /= largest
        factor = largest
    else:
        factor = 1.0
    U, S, _ = np.linalg.svd(M.astype(float))
    return factor * U[:, :k] * S[:k]
