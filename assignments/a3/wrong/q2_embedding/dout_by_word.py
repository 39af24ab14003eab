# fails: q2_embedding__backward, q2_embedding__again, q2_embedding__table
"""The row of dout is looked up by the word number. Row b of dout belongs to place b of idx, whatever word stands
there: `dout[b]` goes to the row `idx[b]`."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        self.idx = idx
        return self.params[0][idx]

    def backward(self, dout):
        dW = self.grads[0]
        dW[...] = 0
        for word in np.ravel(self.idx):
            dW[word] += dout.reshape(-1, dW.shape[1])[word]
