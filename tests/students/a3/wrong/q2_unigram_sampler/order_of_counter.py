"""The student takes the counts from list(Counter.values()), which is the order of first appearance and not that of the word numbers."""

from collections import Counter


class UnigramSampler:
    """Draws negative samples from the unigram distribution of a corpus to some power."""

    def __init__(self, corpus, power, sample_size):
        self.sample_size = sample_size
        counts = Counter(corpus)
        self.vocab_size = len(counts)
        p = np.array(list(counts.values())) ** power
        self.p = p / p.sum()

    def get_negative_sample(self, target):
        rows = []
        for t in target:
            p = self.p.copy()
            p[t] = 0
            p = p / p.sum()
            rows.append(np.random.choice(self.vocab_size, size=self.sample_size, replace=False, p=p))
        return np.array(rows)
