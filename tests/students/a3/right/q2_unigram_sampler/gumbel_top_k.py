"""Draws a whole batch without replacement by adding Gumbel noise to the logarithms and taking the K largest (the target has minus infinity)."""


class UnigramSampler:
    def __init__(self, corpus, power, sample_size):
        self._log_w = power * np.log(np.bincount(corpus))
        self._k = sample_size

    def get_negative_sample(self, target):
        V = self._log_w.size
        if not 1 <= self._k <= V - 1:
            raise ValueError(f"A row of {self._k} different words beside the target is not possible with {V} words.")
        target = np.asarray(target)
        keys = self._log_w + np.random.gumbel(size=(target.size, V))
        keys[np.arange(target.size), target] = -np.inf
        return np.argsort(-keys, axis=1)[:, : self._k]
