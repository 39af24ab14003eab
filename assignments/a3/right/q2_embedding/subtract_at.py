"""np.subtract.at of the negative rows, columns one by one."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        self.idx = np.asarray(idx)
        return self.params[0][self.idx]

    def backward(self, dout):
        dW = self.grads[0]
        dW[:] = 0
        for column in range(dW.shape[1]):
            np.subtract.at(dW[:, column], self.idx, -dout[..., column])
        return None
