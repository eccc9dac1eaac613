"""The permutation test of Wd* in NumPy, with the sum trick that the program uses: only sums over
the smaller group are needed of a split. Prints the seconds that it took, imports left out.

Usage: centroid_permutations.py N1 N2 SPLITS
"""

import sys
import time

import numpy as np


def wd(sums, total, n1, n2):
    """Rows of sums over the first group: x, y, x^2 + y^2."""
    rest = total - sums
    gap = ((sums[:, :2] / n1 - rest[:, :2] / n2) ** 2).sum(axis=1)
    within1 = sums[:, 2] - (sums[:, :2] ** 2).sum(axis=1) / n1
    within2 = rest[:, 2] - (rest[:, :2] ** 2).sum(axis=1) / n2
    return gap / (within1 / (n1 * (n1 - 1)) + within2 / (n2 * (n2 - 1)))


def main():
    n1, n2, splits = (int(word) for word in sys.argv[1:4])
    generator = np.random.default_rng(1)
    points = generator.uniform(-1, 1, (n1 + n2, 2))
    start = time.perf_counter()
    rows = np.column_stack([points, (points**2).sum(axis=1)])
    total = rows.sum(axis=0)
    observed = wd(rows[:n1].sum(axis=0)[None], total, n1, n2)[0]
    sums = np.empty((splits, 3))
    for i in range(splits):
        sums[i] = rows[generator.permutation(n1 + n2)[:n1]].sum(axis=0)
    extreme = int((wd(sums, total, n1, n2) >= observed * (1 - 1e-9)).sum())
    p = (extreme + 1) / (splits + 1)
    print(time.perf_counter() - start, p)


if __name__ == "__main__":
    main()
