"""What the notebooks import: corpora, vectors, plots, checks of gradients and of answers."""
