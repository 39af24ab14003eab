"""Returns rows for all V words, most of them zero ("a word whose gradient is zero may be there"), from full one-hot products."""


def block_gradients(block, W_in, W_out, window_size, negatives, sample_size=5):
    V, n = len(W_in), len(block)
    X, Z = np.eye(V)[block], np.eye(V)[negatives]
    M = sum(np.eye(n, k=k) + np.eye(n, k=-k) for k in range(1, window_size + 1))
    A, C, N = X @ W_in, X @ W_out, Z @ W_out
    P, Q = A @ C.T, A @ N.T
    R = M @ (1 - X @ Z.T) * sample_size / len(negatives)
    loss = np.sum(M * np.logaddexp(0, -P)) + np.sum(R * np.logaddexp(0, Q))
    GP, GQ = M * (expit(P) - 1), R * expit(Q)
    every = np.arange(V)
    return loss, (every, X.T @ (GP @ C + GQ @ N)), (every, X.T @ GP.T @ A + Z.T @ GQ.T @ A)
