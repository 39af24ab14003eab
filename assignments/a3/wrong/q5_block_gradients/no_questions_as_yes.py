# fails: q5_block_gradients__slope_in, q5_block_gradients__slope_out, q5_block_gradients__samples
"""The no-questions have the slope of yes-questions, σ - 1. For t = 0 the slope is σ(Q) itself."""


def block_gradients(block, W_in, W_out, window_size, negatives, sample_size=5):
    A, C, N = W_in[block], W_out[block], W_out[negatives]
    place = np.arange(len(block))
    distance = np.abs(place[:, np.newaxis] - place)
    M = ((distance >= 1) & (distance <= window_size)).astype(A.dtype)
    R = M @ (block[:, np.newaxis] != negatives).astype(A.dtype)
    R *= sample_size / len(negatives)
    P, Q = A @ C.T, A @ N.T
    loss = np.sum(np.logaddexp(0, -P[M > 0])) + np.sum(R * np.logaddexp(0, Q))
    G_P, G_Q = M * (expit(P) - 1), R * (expit(Q) - 1)

    def summed(ids, rows):
        words = np.unique(ids)
        return words, (words[:, np.newaxis] == ids).astype(rows.dtype) @ rows

    inner = summed(block, G_P @ C + G_Q @ N)
    outer = summed(np.concatenate([block, negatives]), np.concatenate([G_P.T @ A, G_Q.T @ A]))
    return loss, inner, outer
