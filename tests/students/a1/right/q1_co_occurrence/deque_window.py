"""Right, unusual: keeps the last m tokens in a deque with maxlen and counts backwards into both M[a, b] and M[b, a]."""

from collections import deque


def compute_co_occurrence_matrix(corpus, window_size=4):
    word2ind = {w: i for i, w in enumerate(distinct_words(corpus)[0])}
    M = np.zeros([len(word2ind)] * 2, int)
    for doc in corpus:
        last = deque(maxlen=window_size)
        for token in doc:
            r = word2ind[token]
            for s in last:
                M[r, s] += 1
                M[s, r] += 1
            last.append(r)
    return M, word2ind
