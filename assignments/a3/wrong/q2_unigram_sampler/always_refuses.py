# fails: q2_unigram_sampler__rows, q2_unigram_sampler__frequencies, q2_unigram_sampler__sizes
"""Every sample_size is refused. A ValueError belongs only where no row exists, above V - 1."""


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        raise ValueError("no")

    def get_negative_sample(self, target):
        return None
