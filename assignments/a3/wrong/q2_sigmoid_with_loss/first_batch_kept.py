# fails: q2_sigmoid_with_loss__slope
"""The first batch is remembered for ever: backward belongs to the last forward."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []
        self.score = self.t = None

    def forward(self, score, t):
        if self.score is None:
            self.score, self.t = score, t
        return np.mean(np.logaddexp(0, score) - t * score)

    def backward(self, dout=1):
        return (expit(self.score) - self.t) * dout / len(self.t)
