#!/usr/bin/env python3
"""Makes what_if.json: gaps after stated changes of the made-up team, and how far they moved.

Reckoned with matrices over all people and tools (the program never has any), with SciPy's Welch
test for the people alone, and for the change of the gap with everybody's own movement. People who
get a place only by the change: Derrick, Toher and White's T_new2 (2017) from its formulas.
Run, beside the file: python3 what_if.py
Made with Python 3.11, NumPy 1.24.2, SciPy 1.10.1, mpmath 1.2.1 (Debian 12).
"""

import csv
import json
from pathlib import Path

import mpmath
import numpy as np
from scipy import stats

HERE = Path(__file__).parent
TOP = HERE.parent.parent
WEIGHTS = {"daily": 1.0, "weekly": 0.6, "monthly": 0.3, "rarely": 0.1, "": 1.0}
LEVEL = 0.95


def landscape():
    tools = json.loads((TOP / "model/landscape/editions/current.json").read_text())["tools"]
    spellings = {}
    for tool in tools:
        for name in [tool["id"], tool["name"], *tool.get("aliases", [])]:
            spellings.setdefault(name.lower(), tool["id"])
    places = {t["id"]: t["position"] for t in tools if t.get("position")}
    return spellings, places


def team(spellings):
    people = []
    with open(TOP / "questionnaires/examples/made-up-team.csv", newline="") as file:
        for row in csv.DictReader(file):
            uses = {}
            for use in row["tools"].split(";"):
                if use.strip():
                    name, _, depth = use.strip().partition("=")
                    if depth.strip() in WEIGHTS:
                        uses[spellings[name.strip().lower()]] = WEIGHTS[depth.strip()]
            people.append((row["role"], row["team"], uses))
    return people


def change(people, changes):
    altered = [(role, group, dict(uses)) for role, group, uses in people]
    for adopts, tool, who, depth in changes:
        for role, group, uses in altered:
            if who in ("everybody", role, group):
                if adopts:
                    uses[tool] = max(uses.get(tool, 0), WEIGHTS[depth])
                else:
                    uses.pop(tool, None)
    return altered


class Side:
    """The people of one role as matrices: weights by tool, and their places on the diagonals."""

    def __init__(self, people, role, order, places):
        weights = np.array([[uses.get(tool, 0.0) for tool in order]
                            for r, _, uses in people if r == role])
        self.placed = weights.sum(axis=1) > 0
        shares = weights[self.placed] / weights[self.placed].sum(axis=1, keepdims=True)
        self.share = shares.mean(axis=0)
        xy = shares @ np.array([[places[t]["x"], places[t]["y"]] for t in order])
        self.along = {"orchestration": xy.sum(axis=1) / 2, "building": (xy[:, 0] - xy[:, 1]) / 2}


def t_quantile(degrees):
    """To 15 digits; scipy.stats.t.ppf of this version has 9."""
    def missing(t):
        tail = mpmath.betainc(mpmath.mpf(degrees) / 2, 0.5, 0, degrees / (degrees + t * t),
                              regularized=True)
        return tail - (1 - mpmath.mpf(LEVEL))

    return float(mpmath.findroot(missing, stats.t.ppf((1 + LEVEL) / 2, degrees)))


def interval(value, variance, degrees, known):
    def half(extra, df):
        return t_quantile(df) * np.sqrt(variance + extra)

    widened = half(known, degrees * ((variance + known) / variance) ** 2)
    alone = half(0.0, degrees)
    widened = max(widened, alone)
    return {"value": value, "lower": value - widened, "upper": value + widened,
            "sampling_lower": value - alone, "sampling_upper": value + alone}


def combined(first, second):
    """Satterthwaite's degrees of freedom for the sum of two squared errors."""
    total = first[0] + second[0]
    inverse = sum((v / total) ** 2 / df for v, df in (first, second) if v > 0)
    return total, 1 / inverse


def gap(first, second, diagonal, tolerance):
    a, b = first.along[diagonal], second.along[diagonal]
    variance, degrees = combined((a.var(ddof=1) / len(a), len(a) - 1),
                                 (b.var(ddof=1) / len(b), len(b) - 1))
    welch = stats.ttest_ind(a, b, equal_var=False)
    assert np.isclose((a.mean() - b.mean()) / np.sqrt(variance), welch.statistic, rtol=1e-9)
    known = float((((first.share - second.share) * tolerance) ** 2).sum() / 2)
    return interval(a.mean() - b.mean(), variance, degrees, known)


def movement(before, after, diagonal):
    """Value, squared error and degrees of freedom of one side's movement."""
    a, b = before.along[diagonal], after.along[diagonal]
    if np.array_equal(before.placed, after.placed):
        moved = b - a
        if np.all(moved == 0):
            return 0.0, 0.0, np.inf
        error = stats.sem(moved)
        return moved.mean(), error**2, len(moved) - 1
    both = before.placed & after.placed
    index_a, index_b = both[before.placed], both[after.placed]
    n_a, n_b, n_c = len(a), len(b), int(both.sum())
    r = np.corrcoef(a[index_a], b[index_b])[0, 1]
    variance = (a.var(ddof=1) / n_a + b.var(ddof=1) / n_b
                - 2 * r * a.std(ddof=1) * b.std(ddof=1) * n_c / (n_a * n_b))
    _, gamma = combined((a.var(ddof=1) / n_a, n_a - 1), (b.var(ddof=1) / n_b, n_b - 1))
    single = (n_a - n_c) + (n_b - n_c)
    degrees = (n_c - 1) + (gamma - n_c + 1) / (single + 2 * n_c) * single
    return b.mean() - a.mean(), variance, degrees


def gap_change(before, after, diagonal, tolerance):
    first = movement(before[0], after[0], diagonal)
    second = movement(before[1], after[1], diagonal)
    variance, degrees = combined(first[1:], second[1:])
    moved = (after[0].share - after[1].share) - (before[0].share - before[1].share)
    known = float(((moved * tolerance) ** 2).sum() / 2)
    return interval(first[0] - second[0], variance, degrees, known)


SCENARIOS = {
    "researchers-git-weekly": [(True, "git", "researcher", "weekly")],
    "researchers-aws-and-engineers-airflow": [(True, "aws", "researcher", "weekly"),
                                              (True, "airflow", "engineer", "daily")],
    "two-tools-of-one-group": [(True, "azure", "researcher", "weekly"),
                               (True, "gcp", "researcher", "monthly")],
    "everybody-mlflow": [(True, "mlflow", "everybody", "weekly")],
    "one-team": [(True, "docker", "language", "rarely")],
    "engineers-drop-git": [(False, "git", "engineer", "")],
    "drop-and-adopt": [(False, "deepnote", "researcher", ""),
                       (True, "kubeflow", "everybody", "weekly")],
}


def main():
    spellings, places = landscape()
    people = team(spellings)
    used = {t for _, _, uses in people for t in uses}
    used |= {tool for changes in SCENARIOS.values() for _, tool, _, _ in changes}
    order = sorted(t for t in used if t in places)
    tolerance = np.array([places[t]["tolerance"] for t in order])

    def sides(of):
        return [Side(of, role, order, places) for role in ("researcher", "engineer")]

    before = sides(people)
    result = {"places": {t: [places[t]["x"], places[t]["y"], places[t]["tolerance"]]
                         for t in order}, "scenarios": []}
    for name, changes in SCENARIOS.items():
        after = sides(change(people, changes))
        result["scenarios"].append({
            "name": name,
            "changes": [{"adopts": a, "tool": t, "who": w, "depth": d} for a, t, w, d in changes],
            **{diagonal: {"after": gap(*after, diagonal, tolerance),
                          "change": gap_change(before, after, diagonal, tolerance)}
               for diagonal in ("orchestration", "building")}})
    text = json.dumps(result, indent=1)
    (HERE / "what_if.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
