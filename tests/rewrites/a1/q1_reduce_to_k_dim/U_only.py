"""The directions of TruncatedSVD, turned, are taken for the vectors."""


def reduce_to_k_dim(M, k=2):
    model = TruncatedSVD(n_components=k, random_state=3)
    model.fit(np.array(M) * 1.0)
    return model.components_.T
