"""The fast way: draws the whole batch with searchsorted and draws wrong entries again, where a repeat counts as wrong at its later place."""


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        counts = np.bincount(corpus)
        if sample_size < 1 or sample_size > len(counts) - 1:
            raise ValueError("sample_size must be at least 1 and at most V - 1")
        self.sample_size = sample_size
        self.cumulative = np.cumsum(counts.astype(float) ** power)

    def draw(self, size):
        return np.searchsorted(self.cumulative, np.random.random(size) * self.cumulative[-1], side="right")

    def get_negative_sample(self, target):
        columns = [np.asarray(target)]
        for _ in range(self.sample_size):
            column = self.draw(len(target))
            while True:
                wrong = np.any([column == earlier for earlier in columns], axis=0)
                if not wrong.any():
                    break
                column[wrong] = self.draw(wrong.sum())
            columns.append(column)
        return np.stack(columns[1:], axis=1)
