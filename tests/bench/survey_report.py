#!/usr/bin/env python3
"""The main work of `assess report SURVEY --map kaggle-2021`, written with pandas and NumPy as a
data scientist would: read the tool columns, map options to tools, place people, compare the two
groups, 9,999 random permutations of Wd* and of both diagonals over the same splits. It prints a
few numbers that can be set against the program's. The benchmark measures the program against it.

    survey_report.py SURVEY.csv MAPPING.json LANDSCAPE.json
"""
import fnmatch
import json
import sys

import numpy as np
import pandas as pd


def main():
    survey, mapping_file, landscape_file = sys.argv[1:4]
    with open(mapping_file, encoding="utf-8") as stream:
        mapping = json.load(stream)
    with open(landscape_file, encoding="utf-8") as stream:
        tools = json.load(stream)["tools"]
    index = {tool["id"]: i for i, tool in enumerate(tools)}
    place = np.array([[tool["position"]["x"], tool["position"]["y"]] if "position" in tool
                      else [np.nan, np.nan] for tool in tools])
    tolerance = np.array([tool.get("position", {}).get("tolerance", 0.0) for tool in tools])

    header = pd.read_csv(survey, nrows=0).columns
    block_columns = [[name for name in header
                      if any(fnmatch.fnmatchcase(name, glob) for glob in block["columns"])]
                     for block in mapping["blocks"]]
    role_column = mapping["role"]["column"]
    wanted = [role_column] + [name for names in block_columns for name in names]
    rows = pd.read_csv(survey, usecols=wanted, dtype=str, skiprows=[1], keep_default_na=False)

    role = rows[role_column].map(mapping["role"]["values"])
    rows, role = rows[role.notna()], role[role.notna()]
    uses = np.zeros((len(rows), len(tools)))
    answered = np.zeros(len(rows), dtype=bool)
    for block, names in zip(mapping["blocks"], block_columns):
        options = {text.strip(): tool for text, tool in block["options"].items()}
        for name in names:
            cells = rows[name].str.strip()
            answered |= (cells != "").to_numpy()
            ids = cells.map(options)
            ticked = ids.notna().to_numpy()
            columns = ids[ticked].map(index).to_numpy(dtype=int)
            uses[np.flatnonzero(ticked), columns] = 1.0

    placed_tools = ~np.isnan(place[:, 0])
    weights = uses[:, placed_tools]
    total = weights.sum(axis=1)
    placed = total > 0
    shares = weights[placed] / total[placed, None]
    positions = shares @ place[placed_tools]
    role = role.to_numpy()[placed]

    first, second = positions[role == "researcher"], positions[role == "engineer"]
    share_1 = shares[role == "researcher"].mean(axis=0)
    share_2 = shares[role == "engineer"].mean(axis=0)
    gap = first.mean(axis=0) - second.mean(axis=0)
    pooled = np.vstack([first, second]).mean(axis=0)
    by_tool = (share_1 - share_2)[:, None] * (place[placed_tools] - pooled)
    landscape_variance = (((share_1 - share_2) * tolerance[placed_tools]) ** 2).sum() / 2
    morisita_horn = 2 * (share_1 @ share_2) / (share_1 @ share_1 + share_2 @ share_2)

    statistic, p = permutations(first, second)
    print(json.dumps({
        "answered": int(answered.sum()), "placed": [len(first), len(second)],
        "gap": gap.tolist(), "landscape_variance": landscape_variance,
        "largest_contribution": float(np.abs(by_tool).max()), "morisita_horn": morisita_horn,
        "wd_star": statistic[0], "p": p.tolist()}))


def permutations(first, second, count=9999, seed=1):
    """Wd* and both squared Welch t over the same random splits, from sums."""
    both = np.vstack([first, second]) - np.vstack([first, second]).mean(axis=0)
    u, v = (both[:, 0] + both[:, 1]) / 2, (both[:, 0] - both[:, 1]) / 2
    data = np.column_stack([u, v, u * u, v * v])
    whole, n1, n = data.sum(axis=0), len(first), len(data)
    n2 = n - n1

    def statistics(sums):
        rest = whole - sums
        difference = sums[:2] / n1 - rest[:2] / n2
        variance = ((sums[2:] - sums[:2] ** 2 / n1) / (n1 - 1) / n1
                    + (rest[2:] - rest[:2] ** 2 / n2) / (n2 - 1) / n2)
        # |c1 - c2|^2 and the traces are twice the sums over the two half-length diagonals.
        return np.array([(difference ** 2).sum() / variance.sum(), *(difference ** 2 / variance)])

    observed = statistics(data[:n1].sum(axis=0))
    random = np.random.default_rng(seed)
    extreme = np.zeros(3)
    for _ in range(count):
        extreme += statistics(data[random.permutation(n)[:n1]].sum(axis=0)) >= observed * (1 - 1e-9)
    return observed, (extreme + 1) / (count + 1)


if __name__ == "__main__":
    main()
