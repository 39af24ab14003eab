"""The largest of log-probability plus Gumbel noise, for the whole batch at once."""


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        words, counts = np.unique(corpus, return_counts=True)
        if sample_size >= len(words):
            raise ValueError("so many different words beside the target do not exist")
        self.logits = power * np.log(counts)
        self.K = sample_size
        self.random = np.random.default_rng()

    def get_negative_sample(self, target):
        keys = self.logits + self.random.gumbel(size=(len(target), len(self.logits)))
        keys[np.arange(len(target)), target] = -np.inf
        return np.argpartition(-keys, self.K - 1, axis=1)[:, : self.K]
