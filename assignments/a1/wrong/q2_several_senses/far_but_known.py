# fails: q2_several_senses__neighbours
"""The second neighbour has a vector, but it is not among the 20 words nearest to the word. Print `most_similar` with
`topn=20`, and choose from that list.
"""


def word_of_two_senses():
    return "bat", "moths", "football"
