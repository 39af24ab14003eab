"""Measures that anyone can repeat: `python -m benchmarks`. What came out lies beside each, as .json or .txt.

Run singly, since they take long or need a choice: bench_training, offline_vectors, sampler_power, training_check.
"""
