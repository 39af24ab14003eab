"""A Counter; words are drawn one by one with random.choices until the row is full."""

import random
from collections import Counter


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        counts = Counter(int(word) for word in corpus)
        self.words = sorted(counts)
        self.weights = [counts[word] ** power for word in self.words]
        self.sample_size = sample_size

    def get_negative_sample(self, target):
        if self.sample_size > len(self.words) - 1:
            raise ValueError(f"{self.sample_size} samples are not possible with {len(self.words)} words")
        return [self.row(int(word)) for word in target]

    def row(self, target):
        drawn = []
        while len(drawn) < self.sample_size:
            (word,) = random.choices(self.words, self.weights)
            if word != target and word not in drawn:
                drawn.append(word)
        return drawn
