# fails: q2_sigmoid_with_loss__loss, q2_sigmoid_with_loss__slope
"""The sigmoid is applied twice, once in forward and once more in the loss."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.score, self.t = expit(score), t
        return np.mean(np.logaddexp(0, self.score) - t * self.score)

    def backward(self, dout=1):
        return (expit(self.score) - self.t) * dout / len(self.t)
