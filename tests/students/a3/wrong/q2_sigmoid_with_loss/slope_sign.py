"""The student writes t - y instead of y - t in backward, so the gradient has the wrong sign."""


class SigmoidWithLoss:
    """The sigmoid of scores, and the mean binary cross entropy with the truth."""

    def __init__(self):
        self.params, self.grads = [], []
        self.score = None
        self.t = None
        self.y = None

    def forward(self, score, t):
        self.score = score
        self.t = t
        self.y = expit(score)
        batch_size = score.shape[0]
        loss = 0
        for b in range(batch_size):
            if t[b] == 1:
                loss += -np.log(self.y[b])
            else:
                loss += -np.log(1 - self.y[b])
        return loss / batch_size

    def backward(self, dout=1):
        batch_size = self.t.shape[0]
        dx = (self.t - self.y) * dout / batch_size
        return dx
