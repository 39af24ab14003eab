"""A loop over all pairs and samples with dictionaries of gradients, exactly as the loss is written; words come in the order of appearance, as lists' arrays."""


def block_gradients(block, W_in, W_out, window_size, negatives, sample_size=5):
    K, S = sample_size, len(negatives)
    loss = 0.0
    d_in = {int(i): np.zeros(W_in.shape[1]) for i in block}
    d_out = {int(i): np.zeros(W_in.shape[1]) for i in [*block, *negatives]}
    for i, centre in enumerate(block):
        v = W_in[centre]
        for j in range(i - window_size, i + window_size + 1):
            if j == i or j < 0 or j >= len(block):
                continue
            context = block[j]
            y = expit(v @ W_out[context])
            loss += -np.log(y)
            d_in[int(centre)] += (y - 1) * W_out[context]
            d_out[int(context)] += (y - 1) * v
            for nu in negatives:
                if nu == context:
                    continue
                y = expit(v @ W_out[nu])
                loss += -K / S * np.log(1 - y)
                d_in[int(centre)] += K / S * y * W_out[nu]
                d_out[int(nu)] += K / S * y * v
    return (
        loss,
        (np.array(list(d_in)), np.array(list(d_in.values()))),
        (np.array(list(d_out)), np.array(list(d_out.values()))),
    )
