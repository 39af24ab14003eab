# fails: q2_bias_example__words, q2_bias_example__difference
"""The sets use the kinds of work that were planted. That difference is known; find another."""


def bias_example():
    return (
        ["engineer", "plumber", "mechanic", "carpenter"],
        ["nurse", "librarian", "dancer", "secretary"],
        ("she", "he"),
    )
