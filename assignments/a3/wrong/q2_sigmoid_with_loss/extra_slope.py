# fails: q2_sigmoid_with_loss__slope
"""The factor y (1 - y) of the sigmoid is there a second time. It has already cancelled in y - t."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.score, self.t = score, t
        return np.mean(np.logaddexp(0, score) - t * score)

    def backward(self, dout=1):
        y = expit(self.score)
        return (y - self.t) * y * (1 - y) * dout / len(self.t)
