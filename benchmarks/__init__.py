"""Measures of the workbook that anyone can repeat: `python -m benchmarks` (docs/measures.md says what came out)."""
