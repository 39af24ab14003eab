# fails: q2_sigmoid_with_loss__slope
"""backward does not use dout. What comes after this layer, for example a factor, then has no effect on the
gradient."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.score, self.t = score, t
        return np.mean(np.logaddexp(0, score) - t * score)

    def backward(self, dout=1):
        return (expit(self.score) - self.t) / len(self.t)
