# fails: q2_sigmoid_with_loss__loss, q2_sigmoid_with_loss__slope
"""The term for t = 0 is missing: answers that should be no cost nothing."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.score, self.t = score, t
        return -np.mean(t * np.log(expit(score)))

    def backward(self, dout=1):
        return self.t * (expit(self.score) - 1) * dout / len(self.t)
