# fails: q2_sigmoid_with_loss__slope
"""backward returns the slope with respect to the probability y. The sigmoid lies between: multiply by its slope, y
(1 - y), and simplify."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.y, self.t = expit(score), t
        y = self.y
        return -np.mean(t * np.log(y) + (1 - t) * np.log(1 - y))

    def backward(self, dout=1):
        y, t = self.y, self.t
        return (-t / y + (1 - t) / (1 - y)) * dout / len(t)
