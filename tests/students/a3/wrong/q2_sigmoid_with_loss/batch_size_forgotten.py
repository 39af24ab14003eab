"""The student forgets to divide by the batch size in backward, although the loss is a mean."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []
        self.score = None
        self.t = None

    def forward(self, score, t):
        self.score = score
        self.t = t
        y = expit(score)
        return -np.mean(t * np.log(y) + (1 - t) * np.log(1 - y))

    def backward(self, dout=1):
        y = expit(self.score)
        return (y - self.t) * dout
