#!/usr/bin/env python3
"""Makes tool_parts.json: teams, and the interval of each tool's part of their gap.

Reckoned from dense matrices of everybody's shares with NumPy and SciPy's t distribution: a column
a tool, zeros included, a Welch interval of the column's means times the tool's distance from the
middle of both groups, the variance of the tool's place added.
Run, beside the file: python3 tool_parts.py
Made with Python 3.11, NumPy 1.24.2, SciPy 1.10.1 (Debian 12).
"""

import json
from pathlib import Path

import numpy as np
from scipy import stats

HERE = Path(__file__).parent
LEVEL = 0.95
WEIGHTS = {"daily": 1, "weekly": 0.6, "monthly": 0.3, "rarely": 0.1, "uses": 1}


def tools(generator, count):
    return [
        {
            "x": round(float(generator.uniform(-1, 1)), 3),
            "y": round(float(generator.uniform(-1, 1)), 3),
            "tolerance": [0.0, 0.05, 0.05, 0.2][j % 4],
        }
        for j in range(count)
    ]


def person(generator, count, most):
    chosen = generator.choice(count, size=generator.randint(1, most + 1), replace=False)
    depths = list(WEIGHTS)
    return {str(int(j)): depths[generator.randint(0, len(depths))] for j in sorted(chosen)}


def teams(generator):
    for name, count, most, sizes in [
        ("two-and-two", 4, 3, (2, 2)),
        ("three-and-nine", 8, 4, (3, 9)),
        ("five-and-six", 12, 5, (5, 6)),
        ("twenty", 19, 6, (9, 11)),
        ("sixty", 19, 6, (40, 20)),
    ]:
        yield name, tools(generator, count), [
            [person(generator, count, most) for _ in range(n)] for n in sizes
        ]
    places = tools(generator, 4)
    # One group of one mind, the other not; a tool that everybody gives the same share.
    yield "one-of-one-mind", places, [
        [{"0": "uses", "1": "uses"}] * 3,
        [{"0": "uses", "2": "uses"}, {"0": "uses", "3": "uses"}, {"0": "uses", "2": "uses"}],
    ]


def shares(people, count):
    matrix = np.zeros((len(people), count))
    for row, uses in zip(matrix, people):
        for tool, depth in uses.items():
            row[int(tool)] = WEIGHTS[depth]
    return matrix / matrix.sum(axis=1, keepdims=True)


def half_width(columns, known):
    parts = [np.var(column, ddof=1) / len(column) for column in columns]
    sampling = sum(parts)
    if sampling < 1e-24:
        return None
    spread = sum(part**2 / (len(c) - 1) for part, c in zip(parts, columns))
    reach = []
    for added in (0.0, known):
        degrees = (sampling + added) ** 2 / spread
        reach.append(stats.t.ppf((1 + LEVEL) / 2, degrees) * np.sqrt(sampling + added))
    return float(max(reach))


def expected(places, groups):
    count = len(places)
    first, second = (shares(people, count) for people in groups)
    at = np.array([[tool["x"], tool["y"]] for tool in places])
    middle = np.concatenate([first @ at, second @ at]).mean(axis=0)
    parts = {}
    for j, tool in enumerate(places):
        if first[:, j].sum() + second[:, j].sum() == 0:
            continue
        lead = first[:, j].mean() - second[:, j].mean()
        known = lead**2 * tool["tolerance"] ** 2 / 2
        off = at[j] - middle
        for diagonal, distance in (
            ("orchestration", (off[0] + off[1]) / 2),
            ("building", (off[0] - off[1]) / 2),
        ):
            half = half_width([first[:, j] * distance, second[:, j] * distance], known)
            part = float(lead * distance)
            parts.setdefault(str(j), {})[diagonal] = {
                "part": part,
                "interval": None if half is None else [part - half, part + half],
            }
    return parts


def main():
    generator = np.random.RandomState(20210501)
    cases = [
        {"name": name, "tools": places, "groups": groups, "expected": expected(places, groups)}
        for name, places, groups in teams(generator)
    ]
    text = json.dumps({"level": LEVEL, "cases": cases}, indent=1)
    (HERE / "tool_parts.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
