"""Python's random module and a list comprehension."""

import random


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    V = len(outsideVectors)
    drawn = [random.randrange(V) for _ in range(K)]
    words = [outsideWordIdx] + drawn
    truth = np.array([1] + [0] * K)
    guess = sigmoid(np.array([outsideVectors[w] @ centerWordVec for w in words]))
    loss = -np.sum(truth * np.log(guess) + (1 - truth) * np.log(1 - guess))
    gradCenterVec = np.zeros(len(centerWordVec))
    gradOutsideVecs = np.zeros(outsideVectors.shape)
    for w, difference in zip(words, guess - truth):
        gradCenterVec += difference * outsideVectors[w]
        gradOutsideVecs[w] += difference * centerWordVec
    return loss, gradCenterVec, gradOutsideVecs
