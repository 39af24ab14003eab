# fails: q2_sigmoid_with_loss__loss, q2_sigmoid_with_loss__slope
"""The term for t = 1 is missing: answers that should be yes cost nothing."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.y, self.t = expit(score), t
        y = self.y
        return -np.mean((1 - t) * np.log(1 - y))

    def backward(self, dout=1):
        y, t = self.y, self.t
        return (1 - t) * y * dout / len(t)
