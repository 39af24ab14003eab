# fails: q5_block_gradients__loss, q5_block_gradients__samples
"""The no-questions cost -log σ(Q) here. Their answer is no: they cost -log σ(-Q)."""


def block_gradients(block, W_in, W_out, window_size, negatives, sample_size=5):
    A, C, N = W_in[block], W_out[block], W_out[negatives]
    place = np.arange(len(block))
    distance = np.abs(place[:, np.newaxis] - place)
    M = ((distance >= 1) & (distance <= window_size)).astype(A.dtype)
    R = M @ (block[:, np.newaxis] != negatives).astype(A.dtype)
    R *= sample_size / len(negatives)
    P, Q = A @ C.T, A @ N.T
    loss = np.sum(np.logaddexp(0, -P[M > 0])) + np.sum(R * np.logaddexp(0, -Q))
    G_P, G_Q = M * (expit(P) - 1), R * expit(Q)

    def summed(ids, rows):
        words = np.unique(ids)
        return words, (words[:, np.newaxis] == ids).astype(rows.dtype) @ rows

    inner = summed(block, G_P @ C + G_Q @ N)
    outer = summed(np.concatenate([block, negatives]), np.concatenate([G_P.T @ A, G_Q.T @ A]))
    return loss, inner, outer
