"""Pure Python: random.choices with weights, one word at a time, until a row has enough different words; own generator, so np.random.seed has no effect."""

import random


class UnigramSampler:
    """Draws negative samples from the unigram distribution of a corpus to some power."""

    def __init__(self, corpus, power, sample_size):
        counts = {}
        for word in corpus:
            counts[int(word)] = counts.get(int(word), 0) + 1
        self.words = sorted(counts)
        if sample_size < 1 or sample_size >= len(self.words):
            raise ValueError("So many different words are not there.")
        self.weights = [counts[word] ** power for word in self.words]
        self.sample_size = sample_size
        self.random = random.Random()

    def get_negative_sample(self, target):
        rows = []
        for word in target:
            row = []
            while len(row) < self.sample_size:
                drawn = self.random.choices(self.words, weights=self.weights)[0]
                if drawn == word or drawn in row:
                    continue
                row.append(drawn)
            rows.append(row)
        return np.array(rows)
