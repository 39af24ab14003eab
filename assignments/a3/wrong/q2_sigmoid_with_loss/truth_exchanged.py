# fails: q2_sigmoid_with_loss__loss, q2_sigmoid_with_loss__slope
"""t = 1 and t = 0 are exchanged: 1 means that the word belongs here."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.score, self.t = score, 1 - t
        return np.mean(np.logaddexp(0, score) - self.t * score)

    def backward(self, dout=1):
        return (expit(self.score) - self.t) * dout / len(self.t)
