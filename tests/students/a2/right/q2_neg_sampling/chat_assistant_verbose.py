"""Long commented style of a chat assistant: copies of everything, scores of the negated sample matrix, np.subtract.at for the repeats, loss turned into a float."""


def negSamplingLossAndGradient(centerWordVec, outsideWordIdx, outsideVectors, dataset, K=10):
    """
    Negative sampling loss and gradients for one (center, outside) pair.
    """
    # Step 1: draw the K negative samples (never the target)
    negSampleWordIndices = getNegativeSamples(outsideWordIdx, dataset, K)

    # Step 2: gather the vectors we need (fancy indexing makes copies)
    v_c = np.array(centerWordVec, dtype=np.float64, copy=True)
    u_o = np.array(outsideVectors[outsideWordIdx], dtype=np.float64, copy=True)
    U_neg = -outsideVectors[negSampleWordIndices]  # (K, d), negated

    # Step 3: forward pass
    sig_pos = sigmoid(np.dot(u_o, v_c))
    sig_neg = sigmoid(np.dot(U_neg, v_c))
    loss = float(-np.log(sig_pos) - np.sum(np.log(sig_neg)))

    # Step 4: backward pass
    gradCenterVec = (sig_pos - 1.0) * u_o
    gradCenterVec += np.dot(sig_neg - 1.0, U_neg)

    gradOutsideVecs = np.zeros_like(outsideVectors, dtype=np.float64)
    gradOutsideVecs[outsideWordIdx] += (sig_pos - 1.0) * v_c
    np.subtract.at(gradOutsideVecs, negSampleWordIndices, np.outer(sig_neg - 1.0, v_c))

    return loss, gradCenterVec, gradOutsideVecs
