"""Draws the whole batch with searchsorted and replaces drawn targets only."""


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        words, counts = np.unique(corpus, return_counts=True)
        if sample_size < 1 or sample_size >= len(words):
            raise ValueError(f"a row can't hold {sample_size} of {len(words) - 1} words")
        weights = np.power(counts, float(power))
        self.steps = np.cumsum(weights)
        self.K = sample_size

    def get_negative_sample(self, target):
        out = self.pick((len(target), self.K))
        bad = out == np.asarray(target)[:, None]
        while bad.any():
            out[bad] = self.pick(int(bad.sum()))
            bad = out == np.asarray(target)[:, None]
        return out

    def pick(self, size):
        return np.searchsorted(self.steps, np.random.random(size) * self.steps[-1], side="right")
