"""With map, np.unique and one concatenated list."""


def distinct_words(corpus):
    def unique_of(text):
        return [str(w) for w in np.unique(np.array(text, dtype=str))]

    all_words = sum(map(unique_of, corpus), [])
    return all_words, len(all_words)
