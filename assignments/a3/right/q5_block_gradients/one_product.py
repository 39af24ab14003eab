"""Context words and samples side by side in one product; sums by a one-hot product."""


def block_gradients(block, W_in, W_out, window_size, negatives, sample_size=5):
    n = len(block)
    place = np.arange(n)
    near = (abs(np.subtract.outer(place, place)) <= window_size) & ~np.eye(n, dtype=bool)
    counted = near.astype(float) @ (block.reshape(-1, 1) != negatives.reshape(1, -1))
    weight = np.hstack([near, counted * sample_size / negatives.size])
    t = np.hstack([np.ones((n, n)), np.zeros((n, negatives.size))])
    words = np.hstack([block, negatives])
    score = W_in[block] @ W_out[words].T
    loss = np.sum(weight * (np.logaddexp(0, score) - t * score))
    slope = weight * (expit(score) - t)
    result = []
    for ids, rows in ((block, slope @ W_out[words]), (words, slope.T @ W_in[block])):
        different = np.unique(ids)
        result.append((different, (different[:, None] == ids).astype(float) @ rows))
    return loss, result[0], result[1]
