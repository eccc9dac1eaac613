#!/usr/bin/env python3
"""How well the rubric reproduces the article's positions, computed by SciPy.

The numbers that tests/unit/model/landscape/rubric_test.cpp expects. Run from the top level:
    python3 tests/oracles/rubric.py
"""
import json

import numpy as np
from scipy import stats

SCALE = ["computing", "application", "data", "data-pipeline", "ml-infrastructure",
         "ml-workflow", "model-input", "experiment", "model"]

with open("model/landscape/editions/2021.json", encoding="utf-8") as file:
    tools = json.load(file)["tools"]
level = np.array([SCALE.index(t["rubric"]["artifact"]) for t in tools], float)
breadth = np.log([max(1, len(set(t["rubric"]["covers"]))) / 3.5 for t in tools])
x = np.array([t["position"]["x"] for t in tools])
y = np.array([t["position"]["y"] for t in tools])


def least_squares(keep):
    """Intercept and slope of x on level; slope of y on breadth through the origin."""
    slope, intercept = np.polyfit(level[keep], x[keep], 1)
    return intercept, slope, np.linalg.lstsq(breadth[keep, None], y[keep], rcond=None)[0][0]


def matched(px, py):
    return int((((px >= 0) == (x >= 0)) & ((py >= 0) == (y >= 0))).sum())


def rmse(a, b):
    return np.sqrt(np.mean((a - b) ** 2))


rated_x = np.round(-0.81 + 0.19 * level, 3)
rated_y = np.round(0.73 * breadth, 3)
print("least squares", *(f"{v:.12f}" for v in least_squares(np.full(len(tools), True))))
for name, a, b in (("x", rated_x, x), ("y", rated_y, y)):
    print(f"{name}: pearson {stats.pearsonr(a, b)[0]:.12f} "
          f"spearman {stats.spearmanr(a, b)[0]:.12f} rmse {rmse(a, b):.12f}")
print("matched", matched(rated_x, rated_y), "of", len(tools), [
    t["id"] for t, a, b in zip(tools, rated_x, rated_y)
    if (a >= 0) != (t["position"]["x"] >= 0) or (b >= 0) != (t["position"]["y"] >= 0)])

left_x, left_y = np.empty_like(x), np.empty_like(y)
for i in range(len(tools)):
    intercept, slope, scale = least_squares(np.arange(len(tools)) != i)
    left_x[i], left_y[i] = intercept + slope * level[i], scale * breadth[i]
print(f"left out: rmse x {rmse(left_x, x):.12f} y {rmse(left_y, y):.12f} "
      f"matched {matched(left_x, left_y)}")
