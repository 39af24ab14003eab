# fails: q2_sigmoid_with_loss__slope
"""The slope has the wrong sign: each step of the optimiser would raise the loss."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.score, self.t = score, t
        return np.mean(np.logaddexp(0, score) - t * score)

    def backward(self, dout=1):
        return (self.t - expit(self.score)) * dout / len(self.t)
