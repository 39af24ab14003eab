# fails: q2_unigram_sampler__frequencies
"""Where the target is drawn, the next word is taken in its place. The words beside the targets so come too often:
draw again from all the others."""


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        counts = np.bincount(corpus)
        self.V, self.sample_size = len(counts), sample_size
        if sample_size >= self.V:
            raise ValueError(f"sample_size must be at most {self.V - 1}")
        self.p = counts ** float(power)
        self.p /= self.p.sum()

    def get_negative_sample(self, target):
        rows = []
        for word in target:
            row = []
            while len(row) < self.sample_size:
                drawn = int(np.random.choice(self.V, p=self.p))
                if drawn == word:
                    drawn = (drawn + 1) % self.V
                if drawn not in row and drawn != word:
                    row.append(drawn)
            rows.append(row)
        return np.array(rows)
