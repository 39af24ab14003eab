"""Gradients of the whole tables with np.add.at, then the rows of the words."""


def block_gradients(block, W_in, W_out, window_size, negatives, sample_size=5):
    n = len(block)
    M = np.tri(n, k=window_size) - np.tri(n, k=-window_size - 1) - np.eye(n)
    R = sample_size / len(negatives) * (M @ np.not_equal.outer(block, negatives))
    A, C, N = W_in[block], W_out[block], W_out[negatives]
    yes, no = expit(A @ C.T), expit(A @ N.T)
    loss = -np.sum(M * np.log(yes)) - np.sum(R * np.log(1 - no))
    d_in, d_out = np.zeros(W_in.shape), np.zeros(W_out.shape)
    np.add.at(d_in, block, (M * (yes - 1)) @ C + (R * no) @ N)
    np.add.at(d_out, block, (M * (yes - 1)).T @ A)
    np.add.at(d_out, negatives, (R * no).T @ A)
    words_in, words_out = np.unique(block), np.union1d(block, negatives)
    return loss, (words_in, d_in[words_in]), (words_out, d_out[words_out])
