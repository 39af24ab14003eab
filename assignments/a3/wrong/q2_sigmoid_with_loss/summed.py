# fails: q2_sigmoid_with_loss__loss, q2_sigmoid_with_loss__slope
"""The loss is the sum over the batch, and so is its slope; the mean is wanted, else the size of a step depends on the
batch."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.score, self.t = score, t
        return np.sum(np.logaddexp(0, score) - t * score)

    def backward(self, dout=1):
        return (expit(self.score) - self.t) * dout
