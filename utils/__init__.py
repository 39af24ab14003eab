"""What the notebooks import: corpora, vectors, plots, checks of gradients and of answers."""

from utils.corpora import load_corpus

__all__ = ["load_corpus", "load_vectors"]


def __getattr__(name: str):
    """`load_vectors` on demand: its module imports gensim, which takes a second that most notebooks need not spend."""
    if name == "load_vectors":
        from utils.vectors import load_vectors

        return load_vectors
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
