"""The truth as a sign, +1 or -1."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.sign = 2 * np.asarray(t) - 1
        self.right = expit(self.sign * score)
        return np.mean(-np.log(self.right))

    def backward(self, dout=1):
        return dout * self.sign * (self.right - 1) / self.sign.size
