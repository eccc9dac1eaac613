#!/usr/bin/env python3
"""Makes groups.csv and groups.json: sets of positions, and what is true of them.

Reckoned another way than by the program: the spatial median with 40 digits, after every place was
put to the vertex test and collinearity was decided in rational numbers; permutation counts over
every split, one by one; effects by general matrix functions. Counts are made at three tie
tolerances, which have to agree, so that none hangs on rounding.
Run, beside the file: python3 groups.py && Rscript groups.R
Made with Python 3.11, NumPy 1.24.2, SciPy 1.10.1, mpmath 1.2.1 (Debian 12).
"""

import csv
import itertools
import json
import math
from fractions import Fraction
from pathlib import Path

import mpmath
import numpy as np
import scipy
from mpmath import mpf
from scipy import optimize, stats
from scipy.spatial.distance import cdist

mpmath.mp.dps = 40
HERE = Path(__file__).parent
MOST_SPLITS = 80_000


def data_sets(generator):
    def normal(n, sd, at=(0.0, 0.0)):
        return np.round(generator.normal(0, sd, (n, 2)) + at, 6).tolist()

    def grid(n, steps):
        return (generator.randint(0, steps, (n, 2)) / 10).tolist()

    def line(values):
        return [[v, round(0.5 * v - 0.125, 6)] for v in values]

    yield "small", normal(4, 0.3), normal(5, 0.3, (0.3, -0.1))
    yield "three-and-three", normal(3, 0.2), normal(3, 0.2, (0.2, 0.0))
    yield "tied", grid(6, 3), grid(7, 3)
    yield "mostly-at-one-place", [[0.1, 0.1]] * 4 + normal(3, 0.3), [[0.1, 0.1]] * 2 + normal(4, 0.3)
    yield "collinear", line([0.1, 0.25, -0.3, 0.7]), line([0.05, 0.2, 0.2, -0.55, 0.9, 0.35])
    yield "one-line-one-cloud", line([0.1, -0.3, 0.7, 0.45, 0.2]), normal(6, 0.3)
    yield "all-at-one-place", [[0.3, -0.2]] * 3, [[0.3, -0.2]] * 4
    yield "two-places", [[0.3, -0.2]] * 4, [[-0.1, 0.4]] * 3
    same = normal(5, 0.3)
    yield "the-same", same, same[::-1]
    yield "unequal-sizes", normal(4, 0.3), normal(12, 0.3, (0.1, 0.1))
    yield "unequal-spreads", normal(8, 0.1), normal(8, 0.4)
    yield "smaller-spreads-more", normal(5, 0.5), normal(11, 0.15, (0.2, 0.0))
    yield "far-from-the-centre", normal(7, 0.001, (0.9, -0.9)), normal(6, 0.002, (0.901, -0.9))
    a, b, c = normal(6, 0.2), normal(7, 0.3, (0.2, 0.2)), normal(8, 0.3, (-0.3, 0.1))
    yield "three-groups-ab", a, b
    yield "three-groups-bc", b, c
    yield "three-groups-ca", c, a
    skewed = np.round(generator.gamma(1.0, 0.2, (9, 2)) - 0.5, 6).tolist()
    yield "skewed", skewed, normal(6, 0.25)
    yield "thousand", normal(400, 0.25, (0.04, 0.0)), normal(600, 0.3)


def exact(rows):
    return [[Fraction(str(v)) for v in row] for row in rows]


def on_line(rows):
    """Whether all rows lie on one line; in rational numbers."""
    rows = exact(rows)
    origin = rows[0]
    other = next((row for row in rows if row != origin), origin)
    ux, uy = other[0] - origin[0], other[1] - origin[1]
    return all(ux * (y - origin[1]) == uy * (x - origin[0]) for x, y in rows)


def unit_sum(at, places):
    total = [mpf(0), mpf(0)]
    for (x, y), people in places:
        if (x, y) != at:
            length = mpmath.hypot(x - at[0], y - at[1])
            total[0] += people * (x - at[0]) / length
            total[1] += people * (y - at[1]) / length
    return total


def spatial_median(rows):
    if on_line(rows):
        ordered = sorted(exact(rows))
        low, high = ordered[(len(rows) - 1) // 2], ordered[len(rows) // 2]
        return [mpf(int((a + b).numerator)) / mpf(int((a + b).denominator)) / 2
                for a, b in zip(low, high)], low == high
    counts = {}
    for row in rows:
        place = tuple(mpf(str(v)) for v in row)
        counts[place] = counts.get(place, 0) + 1
    places = list(counts.items())
    floats = np.array(rows)

    def cost(p):
        return np.hypot(*(floats - p).T).sum()

    start = optimize.minimize(cost, floats.mean(axis=0), method="Nelder-Mead",
                              options={"xatol": 1e-10, "fatol": 1e-15, "maxiter": 10000}).x
    # Every place with few rows; with many, those near the minimum, where alone it can be.
    near = sorted(places, key=lambda p: cost(np.array([float(v) for v in p[0]])))[:30]
    for place, people in near:
        if mpmath.norm(unit_sum(place, places)) <= people:
            return list(place), True
    found = mpmath.findroot(lambda x, y: unit_sum((x, y), places),
                            tuple(mpf(float(v)) for v in start), tol=mpf(10) ** -60)
    return [found[0], found[1]], False


def distances(rows, centre):
    return [mpmath.hypot(mpf(str(x)) - centre[0], mpf(str(y)) - centre[1]) for x, y in rows]


def splits(n, size):
    return itertools.combinations(range(n), size)


def count(values, observed):
    """How many reach the observed value; at three tolerances, which have to agree."""
    values = np.asarray(values)
    counts = {int((values >= observed * (1 - tie)).sum()) for tie in (1e-7, 1e-9, 1e-11)}
    assert len(counts) == 1, (observed, counts)
    return counts.pop()


def f_ratio(first, second):
    n = len(first) + len(second)
    mean = (sum(first) + sum(second)) / n
    between = within = mpf(0)
    for group in (first, second):
        level = sum(group) / len(group)
        between += len(group) * (level - mean) ** 2
        within += sum((z - level) ** 2 for z in group)
    return between, within


def spread(first, second, adjusted):
    groups = []
    for rows in (first, second):
        centre, _ = spatial_median(rows)
        factor = mpmath.sqrt(mpf(len(rows)) / (len(rows) - 1)) if adjusted else 1
        groups.append([factor * z for z in distances(rows, centre)])
    between, within = f_ratio(*groups)
    result = {"mean_first": float(mpmath.fsum(groups[0]) / len(first)),
              "mean_second": float(mpmath.fsum(groups[1]) / len(second))}
    if within < mpf(10) ** -30:
        # No spread of the distances: F is 0 where their levels agree, else it has no value.
        return result | {"f": 0.0 if between < mpf(10) ** -30 else None, "p_f": None, "count": None}
    n = len(first) + len(second)
    f = between / within * (n - 2)
    result |= {"f": float(f), "p_f": float(stats.f.sf(float(f), 1, n - 2)), "count": None}
    if math.comb(n, len(first)) <= MOST_SPLITS:
        residuals = [np.array([float(z - sum(g) / len(g)) for z in g]) for g in groups]
        pooled = np.concatenate(residuals)
        whole = pooled.sum()
        ratios = []
        for chosen in splits(n, len(first)):
            inside = pooled[list(chosen)]
            total = (pooled**2).sum()
            parts = inside.sum() ** 2 / len(first) + (whole - inside.sum()) ** 2 / len(second)
            parts -= whole**2 / n
            left = total - parts
            ratios.append(parts / left * (n - 2) if left > 1e-12 * total else math.inf)
        result["count"] = count(ratios, float(f))
    return result


def energy(first, second):
    pooled = np.array(first + second)
    table = cdist(pooled, pooled)
    n, size = len(pooled), len(first)

    def value(inside):
        chosen = np.zeros(n, bool)
        chosen[list(inside)] = True
        here, there = table[chosen], table[~chosen]
        rest = n - size
        return size * rest / n * (2 * here[:, ~chosen].mean() - here[:, chosen].sum() / size**2
                                  - there[:, ~chosen].sum() / rest**2)

    observed = value(range(size))
    if observed < 1e-12:
        return {"value": 0.0, "count": math.comb(n, size) if n < 40 else None}
    result = {"value": observed, "count": None}
    if math.comb(n, size) <= MOST_SPLITS:
        result["count"] = count([value(s) for s in splits(n, size)], observed)
    return result


def krishnamoorthy_yu(first, second):
    if on_line(first) and on_line(second):
        return None  # along the line it is Welch's test: see "welch"
    a, b = np.cov(np.array(first).T) / len(first), np.cov(np.array(second).T) / len(second)
    gap = np.mean(first, axis=0) - np.mean(second, axis=0)
    inverse = np.linalg.inv(a + b)
    t2 = gap @ inverse @ gap
    below = 0
    for part, n in ((a, len(first)), (b, len(second))):
        share = part @ inverse
        below += (np.trace(share @ share) + np.trace(share) ** 2) / (n - 1)
    df = 6 / below
    f = t2 * (df - 1) / (2 * df)
    return {"t2": t2, "df": df, "f": f, "p": float(stats.f.sf(f, 2, df - 1))}


def welch_on_line(first, second):
    """Along the line, where everybody is on one."""
    if not on_line(first + second) or len({tuple(r) for r in first + second}) == 1:
        return None
    here, there = (np.hypot(*(np.array(rows) - [-0.55, -0.4]).T) for rows in (first, second))
    if np.ptp(here) == 0 and np.ptp(there) == 0:
        return None
    test = stats.ttest_ind(here, there, equal_var=False)
    parts = [np.var(g, ddof=1) / len(g) for g in (here, there)]
    df = sum(parts) ** 2 / sum(p**2 / (len(g) - 1) for p, g in zip(parts, (here, there)))
    return {"t2": float(test.statistic) ** 2, "df": df, "p": float(test.pvalue)}


def moments(rows):
    points = [[mpf(str(v)) for v in row] for row in rows]
    mean = [mpmath.fsum(axis) / len(rows) for axis in zip(*points)]
    off = [[v - m for v, m in zip(row, mean)] for row in points]
    table = mpmath.matrix(2, 2)
    for i, j in itertools.product(range(2), range(2)):
        table[i, j] = mpmath.fsum(row[i] * row[j] for row in off) / (len(rows) - 1)
    return mean, table


def wasserstein_squared(first, second):
    """With 40 digits, since roots of a singular matrix lose half of a double's. The trace of the
    root of A^1/2 B A^1/2 is the sum of the roots of the eigenvalues of A B, which are the same."""
    (mean_a, a), (mean_b, b) = moments(first), moments(second)
    result = sum((x - y) ** 2 for x, y in zip(mean_a, mean_b))
    result += a[0, 0] + a[1, 1] + b[0, 0] + b[1, 1]
    product = a * b
    if mpmath.norm(product) > 0:
        values, _ = mpmath.eig(product)
        result -= 2 * sum(mpmath.sqrt(max(mpmath.re(v), mpf(0))) for v in values)
    return float(result)


def effects(first, second):
    a, b = np.cov(np.array(first).T), np.cov(np.array(second).T)
    gap = np.mean(first, axis=0) - np.mean(second, axis=0)
    n1, n2 = len(first), len(second)
    n = n1 + n2
    result = {"wasserstein_squared": wasserstein_squared(first, second),
              "d": None, "d2_unbiased": None, "bhattacharyya": None}
    if not (on_line(first) and on_line(second)):
        pooled = ((n1 - 1) * a + (n2 - 1) * b) / (n - 2)
        square = gap @ np.linalg.solve(pooled, gap)
        result["d"] = math.sqrt(square)
        result["d2_unbiased"] = (n - 5) / (n - 2) * square - 2 * n / (n1 * n2)
    if not on_line(first) and not on_line(second):
        middle = (a + b) / 2
        distance = gap @ np.linalg.solve(middle, gap) / 8 + math.log(
            np.linalg.det(middle) / math.sqrt(np.linalg.det(a) * np.linalg.det(b))) / 2
        result["bhattacharyya"] = math.exp(-distance)
    return result


def t_quantile(probability, df):
    """With 40 digits: SciPy's own is good to nine."""
    def lacking(t):
        tail = mpmath.betainc(mpf(df) / 2, mpf(1) / 2, 0, df / (df + t * t), regularized=True)
        return 1 - tail / 2 - mpf(probability)

    return float(mpmath.findroot(lacking, stats.t.ppf(float(probability), df)))


def group(rows):
    centre, at_data_point = spatial_median(rows)
    result = {"median": [float(v) for v in centre], "at_data_point": at_data_point,
              "mean_distance": float(mpmath.fsum(distances(rows, centre)) / len(rows))}
    # About the first row, so that people at one place have no spread at all.
    values, vectors = np.linalg.eigh(np.cov((np.array(rows) - rows[0]).T))
    n = len(rows)
    result["ellipse"] = {
        "variances": [max(float(v), 0.0) for v in values[::-1]],
        "direction": vectors[:, 1].tolist(),
        "k_95": t_quantile("0.975", n - 1) / math.sqrt(n),
    }
    return result


def main():
    generator = np.random.RandomState(20210521)
    cases = []
    with open(HERE / "groups.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["case", "group", "x", "y"])
        for name, first, second in data_sets(generator):
            for which, rows in (("first", first), ("second", second)):
                writer.writerows([name, which, *row] for row in rows)
            cases.append({
                "case": name, "splits": math.comb(len(first) + len(second), len(first)),
                "first": group(first), "second": group(second),
                "spread": spread(first, second, True),
                "spread_unadjusted": spread(first, second, False),
                "energy": energy(first, second),
                "krishnamoorthy_yu": krishnamoorthy_yu(first, second),
                "welch_on_line": welch_on_line(first, second),
                "effects": effects(first, second),
            })
    versions = {"numpy": np.__version__, "scipy": scipy.__version__, "mpmath": mpmath.__version__}
    (HERE / "groups.json").write_text(
        json.dumps({"made_with": versions, "cases": cases}, indent=1, default=float) + "\n")


if __name__ == "__main__":
    main()
