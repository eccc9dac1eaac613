#!/usr/bin/env python3
"""Makes statistics.json: reference values for model/statistics, reckoned another way.

Exact permutation counts come from rational arithmetic (fractions.Fraction) over every split, so
that ties are ties; the jackknife leaves every row out and starts again; distributions are
SciPy's.
Run: python3 tests/oracles/statistics.py > tests/oracles/statistics.json
Made with Python 3.11, NumPy 1.24.2, SciPy 1.10.1 (Debian 12).
"""

import itertools
import json
from fractions import Fraction

import numpy as np
import scipy
from scipy import optimize, stats


def t_quantile(probability, df):
    """SciPy's stats.t.ppf is right to ten digits only; this inverts its tail to the last one."""
    near = stats.t.ppf(probability, df)
    tail = 1 - probability
    return float(optimize.brentq(lambda t: stats.t.sf(t, df) / tail - 1, near * 0.99, near * 1.01,
                                 xtol=1e-15, rtol=1e-15))


def welch(first, second, level, known):
    n1, n2 = len(first), len(second)
    v1, v2 = np.var(first, ddof=1) / n1, np.var(second, ddof=1) / n2
    gap = np.mean(first) - np.mean(second)
    df = (v1 + v2) ** 2 / (v1**2 / (n1 - 1) + v2**2 / (n2 - 1))
    total_df = (v1 + v2 + known) ** 2 / (v1**2 / (n1 - 1) + v2**2 / (n2 - 1))
    half = t_quantile((1 + level) / 2, df) * np.sqrt(v1 + v2)
    total = t_quantile((1 + level) / 2, total_df) * np.sqrt(v1 + v2 + known)
    test = stats.ttest_ind(first, second, equal_var=False)
    return {
        "first": first, "second": second, "level": level, "known_variance": known,
        "difference": gap, "sampling_variance": v1 + v2, "df": df,
        "t": float(test.statistic), "p": float(test.pvalue),
        "lower": gap - half, "upper": gap + half,
        "total_df": total_df, "total_lower": gap - max(half, total),
        "total_upper": gap + max(half, total),
    }


def fraction(first, second):
    """(squared difference of means, squared standard error) summed over the coordinates."""
    above, below = Fraction(0), Fraction(0)
    for axis in range(len(first[0])):
        means = []
        for group in (first, second):
            n = len(group)
            mean = sum(row[axis] for row in group) / n
            means.append(mean)
            below += sum((row[axis] - mean) ** 2 for row in group) / (n * (n - 1))
        above += (means[0] - means[1]) ** 2
    return above, below


def at_least(one, other):
    """one >= other, for fractions whose lower side may be 0; 0/0 counts as 0."""
    if one[1] == 0 and one[0] > 0:
        return True
    if other[1] == 0 and other[0] > 0:
        return False
    one = one[0] / one[1] if one[1] else Fraction(0)
    other = other[0] / other[1] if other[1] else Fraction(0)
    return one >= other


def permutation(first, second):
    """first, second: rows of whole numbers, in hundredths of the plane."""
    rows = [[Fraction(v, 100) for v in row] for row in first + second]
    views = {
        "plane": rows,
        "orchestration": [[(x + y) / 2] for x, y in rows],
        "building": [[(x - y) / 2] for x, y in rows],
    }
    result = {"first": first, "second": second, "splits": 0}
    for name, view in views.items():
        observed = fraction(view[: len(first)], view[len(first):])
        count = splits = 0
        for chosen in itertools.combinations(range(len(view)), len(first)):
            inside = set(chosen)
            here = [view[i] for i in chosen]
            there = [view[i] for i in range(len(view)) if i not in inside]
            count += at_least(fraction(here, there), observed)
            splits += 1
        unbounded = observed[1] == 0 and observed[0] > 0
        value = 0.0 if observed[0] == 0 else None if unbounded else float(observed[0] / observed[1])
        result[name] = {"statistic": value, "at_least_as_extreme": count, "p": count / splits}
        result["splits"] = splits
    return result


def overlap(p, q):
    return 2 * p @ q / (p @ p + q @ q)


def over_pairs(rows):
    """Mean product of the shares of two different people, pair by pair."""
    products = [rows[i] @ rows[k] for i in range(len(rows)) for k in range(len(rows)) if i != k]
    return sum(products) / len(products)


def unbiased_overlap(a, b):
    return 2 * a.mean(axis=0) @ b.mean(axis=0) / (over_pairs(a) + over_pairs(b))


def jackknife(first, second, level):
    a, b = np.array(first), np.array(second)
    value = overlap(a.mean(axis=0), b.mean(axis=0))
    whole = np.sqrt(unbiased_overlap(a, b))
    parts, means = [], []
    for group, other, swap in ((a, b, False), (b, a, True)):
        n = len(group)
        pseudo = []
        for i in range(n):
            left = np.delete(group, i, axis=0)
            pseudo.append(n * whole - (n - 1) * np.sqrt(unbiased_overlap(left, other)))
        parts.append(np.var(pseudo, ddof=1) / n)
        means.append(np.mean(pseudo))
    variance = sum(parts)
    df = variance**2 / (parts[0] ** 2 / (len(a) - 1) + parts[1] ** 2 / (len(b) - 1))
    corrected = means[0] + means[1] - whole
    half = t_quantile((1 + level) / 2, df) * np.sqrt(variance)
    return {
        "first": first, "second": second, "level": level, "value": value,
        "corrected_root": corrected, "root_variance": variance, "df": df,
        "lower": min(max(corrected - half, 0) ** 2, value),
        "upper": max(min(corrected + half, 1) ** 2, value),
    }


def shares(generator, people, weights):
    rows = generator.multinomial(4, weights, size=people) / 4
    return rows.tolist()


def main():
    generator = np.random.RandomState(20210519)

    def draw(n, sd):
        return np.round(generator.normal(0, sd, n), 6).tolist()

    def grid(n, low, high):
        return generator.randint(low, high, size=(n, 2)).tolist()

    plane = generator.normal(0.2, 0.3, size=(9, 2)).round(6)
    covariance = np.cov(plane.T, ddof=1)
    weights = [0.4, 0.3, 0.2, 0.1, 0.0]
    print(json.dumps({
        "made_with": {"numpy": np.__version__, "scipy": scipy.__version__},
        "moments": {"rows": plane.tolist(), "mean": plane.mean(axis=0).tolist(),
                    "covariance": covariance.tolist()},
        "student_t": [
            {"t": t, "df": df, "p": 2 * float(stats.t.sf(abs(t), df)),
             "quantile_975": t_quantile(0.975, df)}
            for t, df in ((0.0, 1.0), (0.5, 1.0), (-2.2, 2.5), (12.0, 7.25), (1.96, 1e6),
                          (40.0, 30.0), (3.0, 1e12))
        ],
        "welch": [
            welch(draw(5, 0.3), draw(5, 0.3), 0.95, 0.0),
            welch(draw(8, 0.4), draw(3, 0.1), 0.95, 0.0004),
            welch(draw(2, 0.2), draw(2, 0.3), 0.90, 0.0),
            welch([0.25, 0.25, 0.25], draw(6, 0.2), 0.95, 0.0),
            welch(draw(40, 0.3), draw(25, 0.5), 0.99, 0.0025),
            # So few people that Satterthwaite's interval would get narrower by the known part.
            welch([0.1, 0.3], [0.2, 0.2], 0.95, 0.01),
        ],
        "permutation": [
            permutation(grid(4, -80, 81), grid(6, -80, 81)),
            permutation(grid(5, -80, 81), grid(5, -80, 81)),
            permutation(grid(7, -20, 61), grid(4, -60, 21)),
            permutation(grid(2, -80, 81), grid(2, -80, 81)),
            permutation(grid(5, 0, 2), grid(6, 0, 2)),  # many ties
            permutation(grid(6, 0, 2), grid(6, 0, 2)),
            permutation([[10, 20]] * 4, grid(5, -50, 51)),  # no spread in one group
            permutation([[10, 20]] * 3, [[-30, 40]] * 5),  # none in either
            permutation([[10, 20]] * 3, [[-30, -20]] * 3),  # none, and none on one diagonal at all
            permutation([[i, i] for i in (5, 15, 40)], [[i, i] for i in (-7, 10, 22, 31)]),  # a line
            permutation([[10, 0], [-10, 0]], [[30, 0], [-30, 0], [0, 0]]),  # no gap
        ],
        "morisita_horn": [
            jackknife(shares(generator, 6, weights), shares(generator, 9, weights[::-1]), 0.95),
            jackknife(shares(generator, 5, weights), shares(generator, 5, weights), 0.95),
            jackknife(shares(generator, 30, weights), shares(generator, 12, weights), 0.90),
            jackknife(shares(generator, 5, weights), shares(generator, 20, weights[::-1]), 0.95),
        ],
    }))


if __name__ == "__main__":
    main()
