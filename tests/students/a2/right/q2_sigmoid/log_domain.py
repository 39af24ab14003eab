"""Computes log sigma(x) = -log(e^0 + e^-x) with logaddexp first and takes the exponential of it."""

sigmoid = lambda x: np.exp(-np.logaddexp(0.0, np.negative(x)))
