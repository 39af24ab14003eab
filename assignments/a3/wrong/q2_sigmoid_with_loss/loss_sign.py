# fails: q2_sigmoid_with_loss__loss
"""The minus sign before the sum is missing; the loss is negative and falls without end."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.score, self.t = score, t
        return np.mean(t * np.log(expit(score)) + (1 - t) * np.log(1 - expit(score)))

    def backward(self, dout=1):
        return (expit(self.score) - self.t) * dout / len(self.t)
