"""a list of numpy's strings and a numpy number"""

import numpy as np


def distinct_words(corpus):
    tokens = np.array([token for document in corpus for token in document], dtype=str)
    words = list(np.unique(tokens))
    return words, np.int64(len(words))
