"""The book's style: the cross entropy of two classes, t picks a column of the probabilities."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []
        self.y, self.t = None, None

    def forward(self, score, t):
        self.t = t
        self.y = 1 / (1 + np.exp(-score))
        both = np.c_[1 - self.y, self.y]
        return -np.sum(np.log(both[np.arange(len(t)), t] + 1e-7)) / len(t)

    def backward(self, dout=1):
        return (self.y - self.t) * dout / self.t.shape[0]
