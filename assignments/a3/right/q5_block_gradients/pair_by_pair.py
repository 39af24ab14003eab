"""Pair by pair, with dictionaries of rows."""


def block_gradients(block, W_in, W_out, window_size, negatives, sample_size=5):
    n, scale = len(block), sample_size / len(negatives)
    loss, inner, outer = 0.0, {}, {}
    for i in range(n):
        for j in range(n):
            if i == j or abs(i - j) > window_size:
                continue
            c, o = int(block[i]), int(block[j])
            questions = [(o, 1, 1.0)] + [(int(k), 0, scale) for k in negatives if k != o]
            for word, t, weight in questions:
                s = W_in[c] @ W_out[word]
                loss += weight * np.logaddexp(0, s if t == 0 else -s)
                slope = weight * (expit(s) - t)
                inner[c] = inner.get(c, 0) + slope * W_out[word]
                outer[word] = outer.get(word, 0) + slope * W_in[c]
    return loss, (list(inner), np.array(list(inner.values()))), (list(outer), np.array(list(outer.values())))
