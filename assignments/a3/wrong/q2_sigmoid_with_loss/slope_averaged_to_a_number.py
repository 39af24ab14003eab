# fails: q2_sigmoid_with_loss__slope
"""The slopes are averaged to one number. Each score has a slope of its own; only the division by B comes from the
mean."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.score, self.t = score, t
        return np.mean(np.logaddexp(0, score) - t * score)

    def backward(self, dout=1):
        return np.mean(expit(self.score) - self.t) * dout
