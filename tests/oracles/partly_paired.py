#!/usr/bin/env python3
"""Makes partly_paired.json: reference values for model/statistics/partly_paired, reckoned another way.

Nobody in both: SciPy's Welch test. Everybody in both: SciPy's paired test. In between: the formula of
Derrick, Russ, Toher and White (2017), T_new2, on exact fractions, with square roots to 50 digits.
Quantiles of t are SciPy's, inverted to the last digit.
Run: python3 tests/oracles/partly_paired.py > tests/oracles/partly_paired.json
With "level": prints how often 95% intervals miss, for normal people who stay alike (correlation) and
spread more or less later (ratio of standard deviations); 20,000 draws a number, about twenty seconds.
Made with Python 3.11, NumPy 1.24.2, SciPy 1.10.1 (Debian 12).
"""

import json
import sys
from decimal import Decimal, getcontext
from fractions import Fraction

import numpy as np
import scipy
from scipy import optimize, stats

getcontext().prec = 50


def t_quantile(probability, df):
    near = stats.t.ppf(probability, df)
    tail = 1 - probability
    return float(optimize.brentq(lambda t: stats.t.sf(t, df) / tail - 1, near * 0.99, near * 1.01,
                                 xtol=1e-15, rtol=1e-15))


def mean(values):
    return sum(values) / len(values)


def covariance(first, second):
    a, b = mean(first), mean(second)
    return sum((x - a) * (y - b) for x, y in zip(first, second)) / (len(first) - 1)


def root(fraction):
    return (Decimal(fraction.numerator) / Decimal(fraction.denominator)).sqrt()


def number(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def formula(before, after, pairs):
    """Variance and degrees of freedom of T_new2, where some are in one sample only."""
    before = [Fraction(str(v)) for v in before]
    after = [Fraction(str(v)) for v in after]
    n1, n2, nc = len(before), len(after), len(pairs)
    v1, v2 = covariance(before, before), covariance(after, after)
    x, y = [before[i] for i, _ in pairs], [after[k] for _, k in pairs]
    shared = Decimal(0)
    if nc >= 2 and covariance(x, x) > 0 and covariance(y, y) > 0:
        r = number(covariance(x, y)) / root(covariance(x, x) * covariance(y, y))
        shared = 2 * r * root(v1 * v2) * nc / (n1 * n2)
    e1, e2 = v1 / n1, v2 / n2
    gamma = (e1 + e2) ** 2 / (e1**2 / (n1 - 1) + e2**2 / (n2 - 1))
    na, nb = n1 - nc, n2 - nc
    df = (nc - 1) + (gamma - nc + 1) / (na + nb + 2 * nc) * (na + nb)
    return float(number(e1 + e2) - shared), float(df)


def case(name, before, after, pairs, known=0.001, level=0.95):
    difference = float(mean([Fraction(str(v)) for v in after]) - mean([Fraction(str(v)) for v in before]))
    if not pairs:
        test = stats.ttest_ind(after, before, equal_var=False)
        e1, e2 = np.var(before, ddof=1) / len(before), np.var(after, ddof=1) / len(after)
        variance = e1 + e2
        df = variance**2 / (e1**2 / (len(before) - 1) + e2**2 / (len(after) - 1))
        assert np.isclose(test.pvalue, 2 * stats.t.sf(abs(difference) / np.sqrt(variance), df), rtol=1e-9)
    elif len(pairs) == len(before) == len(after):
        first, second = [before[i] for i, _ in pairs], [after[k] for _, k in pairs]
        test = stats.ttest_rel(second, first)
        variance, df = (difference / test.statistic) ** 2, float(test.df)
    else:
        variance, df = formula(before, after, pairs)
    half = t_quantile((1 + level) / 2, df) * np.sqrt(variance)
    total_df = df * ((variance + known) / variance) ** 2
    total = max(half, t_quantile((1 + level) / 2, total_df) * np.sqrt(variance + known))
    return {"name": name, "before": before, "after": after, "both": [list(p) for p in pairs],
            "level": level, "known_variance": known, "difference": difference,
            "sampling_variance": float(variance), "df": float(df),
            "lower": difference - half, "upper": difference + half,
            "total_lower": difference - total, "total_upper": difference + total}


def cases():
    random = np.random.default_rng(20171)
    result = []
    for name, na, nb, nc in [("nobody in both", 5, 7, 0), ("nobody in both, two and two", 2, 2, 0),
                             ("everybody in both", 0, 0, 8), ("two, both in both", 0, 0, 2),
                             ("one in both", 3, 2, 1), ("one in both, two and two", 1, 1, 1),
                             ("two in both", 2, 3, 2), ("only some left", 4, 0, 6),
                             ("only some joined", 0, 1, 11), ("some of each", 3, 5, 9),
                             ("thirty", 6, 4, 26)]:
        before = [round(v, 3) for v in random.normal(0, 0.3, na + nc)]
        after = [round(0.1 + 0.6 * v + 0.2 * random.normal(), 3) for v in before[:nc]]
        after += [round(v, 3) for v in random.normal(0.2, 0.4, nb)]
        order = random.permutation(len(after))
        places = {int(k): int(i) for i, k in enumerate(order)}
        after = [after[k] for k in order]
        result.append(case(name, before, after, [(i, places[i]) for i in range(nc)]))
    result.append(case("those in both stand alike after", [0.1, 0.4, -0.2, 0.3], [0.2, 0.2, 0.5],
                       [(0, 0), (1, 1)]))
    result.append(case("before does not vary", [0.1, 0.1, 0.1], [0.2, 0.3, 0.5, 0.1],
                       [(0, 0), (1, 1)]))
    return {"made_with": {"numpy": np.__version__, "scipy": scipy.__version__}, "cases": result}


def misses(na, nb, nc, correlation, ratio, draws=20000):
    """Share of 95% intervals without the true movement, 0."""
    random = np.random.default_rng([na, nb, nc, int(correlation * 10) + 10, ratio])
    n1, n2 = na + nc, nb + nc
    before, after = random.standard_normal((draws, n1)), random.standard_normal((draws, n2))
    after[:, :nc] = correlation * before[:, :nc] + np.sqrt(1 - correlation**2) * after[:, :nc]
    after *= ratio
    v1, v2 = before.var(1, ddof=1), after.var(1, ddof=1)
    r = np.zeros(draws)
    if nc >= 2:
        x = before[:, :nc] - before[:, :nc].mean(1, keepdims=True)
        y = after[:, :nc] - after[:, :nc].mean(1, keepdims=True)
        r = (x * y).sum(1) / np.sqrt((x**2).sum(1) * (y**2).sum(1))
    e1, e2 = v1 / n1, v2 / n2
    variance = e1 + e2 - 2 * r * np.sqrt(v1 * v2) * nc / (n1 * n2)
    gamma = (e1 + e2) ** 2 / (e1**2 / (n1 - 1) + e2**2 / (n2 - 1))
    df = (nc - 1) + (gamma - nc + 1) / (na + nb + 2 * nc) * (na + nb)
    t = np.abs(after.mean(1) - before.mean(1)) / np.sqrt(variance)
    return float(np.mean(t > stats.t.ppf(0.975, df)))


def level_table():
    worlds = [(c, s) for c in (-0.5, 0, 0.5, 0.9) for s in (1, 2)]
    print("left joined stayed " + " ".join(f"r={c} sd x{s}" for c, s in worlds))
    for na, nb, nc in [(1, 1, 1), (2, 2, 1), (4, 4, 1), (1, 0, 2), (1, 1, 2), (3, 3, 2), (8, 8, 2),
                       (0, 1, 3), (2, 2, 3), (1, 0, 5), (3, 5, 5), (1, 1, 9), (2, 4, 10), (0, 8, 12),
                       (10, 10, 10), (15, 15, 15), (0, 3, 27), (3, 3, 27)]:
        print(f"{na:4} {nb:6} {nc:6} " + " ".join(f"{misses(na, nb, nc, c, s):.3f}" for c, s in worlds))


if __name__ == "__main__":
    if sys.argv[1:] == ["level"]:
        level_table()
    else:
        json.dump(cases(), sys.stdout, indent=1)
        print()
