"""With signed offsets and a check at the right end only."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocab, size = distinct_words(corpus)
    index_of = {}
    for number in range(size):
        index_of[vocab[number]] = number
    table = np.zeros([size, size])
    offsets = [o for o in range(-window_size, window_size + 1) if o != 0]
    for text in corpus:
        for pos in range(len(text)):
            for o in offsets:
                if pos + o >= len(text):
                    break
                table[index_of[text[pos]]][index_of[text[pos + o]]] += 1
    return table, index_of
