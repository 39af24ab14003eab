"""Right, unusual: plain Python loops over lists without any numpy operation."""


def solve_analogy(X, a, b, c):
    scaled = []
    for row in X:
        length = sum(float(v) ** 2 for v in row) ** 0.5
        scaled.append([float(v) / length for v in row])
    target = [p + (q - r) for p, q, r in zip(scaled[c], scaled[b], scaled[a])]
    answers = {}
    for number, row in enumerate(scaled):
        if number in (a, b, c):
            continue
        answers[number] = sum(p * q for p, q in zip(row, target))
    return max(answers, key=answers.get)
