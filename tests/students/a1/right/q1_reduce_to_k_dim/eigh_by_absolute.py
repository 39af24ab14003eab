"""Right, unusual: eigh of the symmetric M, columns ordered by the absolute eigenvalue; negative eigenvalues only flip a sign."""


def reduce_to_k_dim(M, k=2):
    lam, Q = np.linalg.eigh(M)
    top = sorted(range(len(lam)), key=lambda i: -abs(lam[i]))[:k]
    return Q[:, top] * lam[top]
