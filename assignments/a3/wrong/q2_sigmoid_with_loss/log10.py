# fails: q2_sigmoid_with_loss__loss
"""The logarithm to base 10 stands where the natural one is meant; the loss and its slope do not belong together."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.score, self.t = score, t
        return np.mean(np.logaddexp(0, score) - t * score) / np.log(10)

    def backward(self, dout=1):
        return (expit(self.score) - self.t) * dout / len(self.t)
