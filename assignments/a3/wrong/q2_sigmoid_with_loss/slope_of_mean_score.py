# fails: q2_sigmoid_with_loss__slope
"""backward uses the mean of the probabilities and of the truth. Each score has a slope of its own, made of its own
y and t."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.y, self.t = expit(score), t
        y = self.y
        return -np.mean(t * np.log(y) + (1 - t) * np.log(1 - y))

    def backward(self, dout=1):
        y, t = self.y, self.t
        return np.full(len(t), np.mean(y - t)) * dout / len(t)
