"""The book's style: a Counter, and np.random.choice for each row with the target's probability set to zero."""

import collections


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        self.sample_size = sample_size
        counts = collections.Counter()
        for word in corpus:
            counts[word] += 1
        self.vocab_size = len(counts)
        self.word_p = np.zeros(self.vocab_size)
        for word in range(self.vocab_size):
            self.word_p[word] = counts[word]
        self.word_p = np.power(self.word_p, power)
        self.word_p /= np.sum(self.word_p)

    def get_negative_sample(self, target):
        batch_size = target.shape[0]
        negative_sample = np.zeros((batch_size, self.sample_size), dtype=np.int32)
        for i in range(batch_size):
            p = self.word_p.copy()
            p[target[i]] = 0
            p /= p.sum()
            negative_sample[i, :] = np.random.choice(self.vocab_size, size=self.sample_size, replace=False, p=p)
        return negative_sample
