# fails: q1_distinct_words__any_corpus
"""An empty document, or an empty corpus, stops the function. A loop over the tokens of a document needs no first
token: look for `[0]` and for functions that refuse an empty list.
"""


def distinct_words(corpus):
    words = {corpus[0][0]}
    for document in corpus:
        words.update(document)
    words = sorted(words)
    return words, len(words)
