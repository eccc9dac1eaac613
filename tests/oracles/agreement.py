#!/usr/bin/env python3
"""Van der Eijk's agreement A by exact fractions, from the paper's definition.

Writes tests/oracles/agreement.csv: histograms on 3 to 7 steps and their A. Counts every triple of
steps by itself, and builds the layers answer by answer. Run from the top level:
    python3 tests/oracles/agreement.py
"""
import random
from fractions import Fraction
from itertools import combinations


def layer_agreement(pattern):
    steps, used = len(pattern), sum(pattern)
    triples = [tuple(pattern[i] for i in t) for t in combinations(range(steps), 3)]
    tu = sum(t in ((1, 1, 0), (0, 1, 1)) for t in triples)
    tdu = triples.count((1, 0, 1))
    unimodality = Fraction(1)
    if tu + tdu:
        unimodality = Fraction((steps - 2) * tu - (steps - 1) * tdu, (steps - 2) * (tu + tdu))
    return unimodality * (1 - Fraction(used - 1, steps - 1))


def agreement(counts):
    left, total = list(counts), Fraction(0)
    while any(left):
        pattern = [int(c > 0) for c in left]
        total += sum(pattern) * layer_agreement(pattern)
        left = [c - p for c, p in zip(left, pattern)]
    return total / sum(counts)


assert abs(agreement([30, 40, 210, 130, 530, 50, 10]) - Fraction(611333, 1000000)) < Fraction(1, 10**6)
random.seed(20011)
cases = [[30, 40, 210, 130, 530, 50, 10], [7] * 5, [5, 0, 0, 0, 5], [0, 0, 9, 0, 0], [1, 0, 0],
         [1, 0, 1, 0, 1], [0, 1, 0, 1, 0], [2, 2, 0, 0, 1]]
while len(cases) < 600:
    steps, most = random.randint(3, 7), random.choice([1, 2, 5, 12, 60])
    counts = [random.randint(0, most) for _ in range(steps)]
    if any(counts):
        cases.append(counts)
with open("tests/oracles/agreement.csv", "w", encoding="ascii") as file:
    for counts in cases:
        a = agreement(counts)
        file.write(" ".join(map(str, counts)) + f",{a.numerator},{a.denominator}\n")
