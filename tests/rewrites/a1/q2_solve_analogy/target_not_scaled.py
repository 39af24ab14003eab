"""With einsum and a masked array."""


def solve_analogy(X, a, b, c):
    target = X[c] + X[b] - X[a]
    norms = np.sqrt(np.einsum("ij,ij->i", X, X))
    cos = np.einsum("ij,j->i", X, target) / norms
    blocked = np.isin(np.arange(len(X)), [a, b, c])
    return int(np.ma.masked_array(cos, mask=blocked).argmax())
