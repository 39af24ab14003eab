# fails: q2_sigmoid_with_loss__loss
"""The minus sign belongs to both terms, and stands before the first one only: mind the bracket."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.y, self.t = expit(score), t
        y = self.y
        return np.mean(-t * np.log(y) + (1 - t) * np.log(1 - y))

    def backward(self, dout=1):
        y, t = self.y, self.t
        return (y - t) * dout / len(t)
