"""Loops over words and dimensions."""

import math


def naiveSoftmaxLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset):
    words, width = outsideVectors.shape
    scores = [sum(outsideVectors[w][i] * centerWordVec[i] for i in range(width)) for w in range(words)]
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    grad_center = np.zeros(width)
    grad_outside = np.zeros((words, width))
    for w in range(words):
        error = powers[w] / total - (1 if w == outsideWordIdx else 0)
        for i in range(width):
            grad_center[i] += error * outsideVectors[w][i]
            grad_outside[w][i] = error * centerWordVec[i]
    return -math.log(powers[outsideWordIdx] / total), grad_center, grad_outside
