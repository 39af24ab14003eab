# fails: q2_sigmoid_with_loss__slope
"""The score stands where the probability y = σ(score) should."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.score, self.t = score, t
        return np.mean(np.logaddexp(0, score) - t * score)

    def backward(self, dout=1):
        return (self.score - self.t) * dout / len(self.t)
