# fails: q1_reduce_to_k_dim__values
"""`PCA` takes the mean of each column off before it decomposes. The truncated SVD does not: `TruncatedSVD` is its
name in scikit-learn.
"""

from sklearn.decomposition import PCA


def reduce_to_k_dim(M, k=2):
    return PCA(n_components=k).fit_transform(M)
