# fails: q2_embedding__again
"""The gradient itself is right, but it is put into a new array, and the model and the optimiser keep the array of
__init__, which stays zero. Write into the array that is there (rule 2)."""


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        self.idx = np.asarray(idx)
        return self.params[0][self.idx]

    def backward(self, dout):
        dW = np.zeros(self.params[0].shape)
        np.add.at(dW, self.idx, dout)
        self.grads = [dW]
