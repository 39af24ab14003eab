"""numpy.unique over all tokens, its array returned as it is"""

import numpy as np


def distinct_words(corpus):
    words = np.unique([token for document in corpus for token in document] or np.array([], dtype=str))
    return words, words.size
