"""Right, unusual: collects rows and columns and lets a scipy coo_matrix add up the duplicates; reverse alphabetical row order."""

from scipy.sparse import coo_matrix


def compute_co_occurrence_matrix(corpus, window_size=4):
    words = sorted({w for doc in corpus for w in doc}, reverse=True)
    word2ind = {w: i for i, w in enumerate(words)}
    rows, cols = [], []
    for doc in corpus:
        ids = [word2ind[w] for w in doc]
        for d in range(1, min(window_size, len(ids)) + 1):
            rows += ids[:-d] + ids[d:]
            cols += ids[d:] + ids[:-d]
    M = coo_matrix((np.ones(len(rows)), (rows, cols)), shape=(len(words), len(words))).toarray()
    return M, word2ind
