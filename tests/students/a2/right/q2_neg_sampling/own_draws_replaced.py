"""Draws K words by itself first and then replaces each hit of the target, as often as needed; loops with Counter over distinct words."""

from collections import Counter


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    samples = [dataset.sampleTokenIdx() for _ in range(K)]
    for place in range(K):
        while samples[place] == outsideWordIdx:
            samples[place] = dataset.sampleTokenIdx()

    gradOutsideVecs = np.zeros_like(outsideVectors)
    p = sigmoid(outsideVectors[outsideWordIdx].dot(centerWordVec))
    loss = -np.log(p)
    gradCenterVec = (p - 1) * outsideVectors[outsideWordIdx]
    gradOutsideVecs[outsideWordIdx] = (p - 1) * centerWordVec
    for word, times in Counter(samples).items():
        q = sigmoid(-outsideVectors[word].dot(centerWordVec))
        loss -= times * np.log(q)
        gradCenterVec = gradCenterVec + times * (1 - q) * outsideVectors[word]
        gradOutsideVecs[word] = times * (1 - q) * centerWordVec
    return loss, gradCenterVec, gradOutsideVecs
