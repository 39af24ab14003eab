# fails: q2_sigmoid_with_loss__slope
"""The loss is a mean, but its slope is that of the sum: the division by B is missing in backward."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.score, self.t = score, t
        return np.mean(np.logaddexp(0, score) - t * score)

    def backward(self, dout=1):
        return (expit(self.score) - self.t) * dout
