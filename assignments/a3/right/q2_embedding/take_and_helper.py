"""np.take, and a helper that counts with a small one-hot matrix over the words that occur."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        (W,) = self.params
        self.idx = idx
        return np.take(W, idx, axis=0)

    def backward(self, dout):
        self._fill(self.grads[0], np.ravel(self.idx), dout.reshape(-1, dout.shape[-1]))

    def _fill(self, dW, words, rows):
        dW[...] = 0
        distinct, place = np.unique(words, return_inverse=True)
        which = np.zeros((len(distinct), len(words)))
        which[place.ravel(), np.arange(len(words))] = 1
        dW[distinct] = which @ rows
