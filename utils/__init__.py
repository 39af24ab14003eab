"""What the notebooks import: corpora, vectors, plots, checks of gradients and of answers."""

from utils.corpora import load_corpus

__all__ = ["load_corpus"]
