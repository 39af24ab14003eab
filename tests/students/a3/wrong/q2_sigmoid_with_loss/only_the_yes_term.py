"""The student takes only the term t log y of the loss and forgets (1 - t) log(1 - y); backward is right."""


class SigmoidWithLoss:
    """The sigmoid of scores, and the mean binary cross entropy with the truth."""

    def __init__(self):
        self.params, self.grads = [], []
        self.score = None
        self.t = None

    def forward(self, score, t):
        self.score, self.t = score, t
        y = 1 / (1 + np.exp(-score))
        loss = -np.sum(t * np.log(y)) / len(t)
        return loss

    def backward(self, dout=1):
        y = 1 / (1 + np.exp(-self.score))
        return dout * (y - self.t) / len(self.t)
