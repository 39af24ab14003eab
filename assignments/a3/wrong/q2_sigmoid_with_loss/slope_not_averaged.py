# fails: q2_sigmoid_with_loss__slope
"""The mean over the batch is missing, in the loss or in its slope: a sum stands there. The loss is divided by B, and
so is the gradient with respect to each score."""


class SigmoidWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, score, t):
        self.score, self.t = score, t
        return np.mean(np.logaddexp(0, score) - t * score)

    def backward(self, dout=1):
        return (expit(self.score) - self.t) * dout
