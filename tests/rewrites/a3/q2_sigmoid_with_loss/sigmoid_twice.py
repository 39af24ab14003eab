"""With a helper for the probability, used on what forward has already squashed."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def squash(self, x):
        return 1 / (1 + np.exp(-x))

    def forward(self, score, t):
        self.y = self.squash(self.squash(score))
        self.t = t
        self.B = score.size
        return -np.sum(t * np.log(self.y) + (1 - t) * np.log(1 - self.y)) / self.B

    def backward(self, dout=1):
        return dout / self.B * (self.y - self.t)
