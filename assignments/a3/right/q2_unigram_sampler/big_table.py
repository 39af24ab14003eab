"""A sorted row from a generator of its own; whole rows that break a condition are drawn again."""


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        corpus = np.asarray(corpus)
        self.V = corpus.max() + 1
        if sample_size > self.V - 1:
            raise ValueError("too few words for so many samples")
        P = np.array([np.sum(corpus == word) for word in range(self.V)]) / len(corpus)
        self.p = P**power / np.sum(P**power)
        self.K, self.random = sample_size, np.random.default_rng(np.random.randint(2**31))

    def get_negative_sample(self, target):
        result = np.zeros((len(target), self.K), dtype=int)
        for b, word in enumerate(target):
            row = set()
            while len(row) < self.K:
                row |= set(self.random.choice(self.V, size=1, p=self.p).tolist()) - {int(word)}
            result[b] = sorted(row)
        return result
