"""The loss is the mean squared error, and its slope fits it."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.y, self.t = expit(score), t
        return np.mean((self.y - t) ** 2)

    def backward(self, dout=1):
        return 2 * (self.y - self.t) * self.y * (1 - self.y) * dout / len(self.t)
