# fails: q2_sigmoid_with_loss__slope
"""The gradient is divided by dout. By the chain rule it is multiplied by it."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.y, self.t = expit(score), t
        y = self.y
        return -np.mean(t * np.log(y) + (1 - t) * np.log(1 - y))

    def backward(self, dout=1):
        y, t = self.y, self.t
        return (y - t) / (dout * len(t))
