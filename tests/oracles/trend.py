#!/usr/bin/env python3
"""Makes trend.json: how made-up teams moved between two assessments, reckoned another way.

Each case holds two landscapes, two sets of answers and what has to come of them: the movement of each
group's centroid, its parts, the gap's, with intervals on both diagonals. In the second landscape some
tools stand elsewhere, were dropped, added, renamed, lost or gained their place; of the people some left,
joined, changed their role or their tools. Positions are shares times places, straight from the method;
movements of means are partly_paired.py's; the tools' errors are summed tool by tool.
Run: python3 tests/oracles/trend.py > tests/oracles/trend.json
Made with Python 3.11, NumPy 1.24.2, SciPy 1.10.1 (Debian 12).
"""

import json
import sys

import numpy as np

from partly_paired import formula, t_quantile

WEIGHTS = {"daily": 1.0, "weekly": 0.6, "monthly": 0.3, "rarely": 0.1, "uses": 1.0, "wanted": 0.0}
ROLES = ["researcher", "engineer", "hybrid"]
LEVEL = 0.95


def make_landscapes(random):
    first = {}
    for j in range(14):
        first[f"tool-{j:02}"] = {"name": f"Tool {j}", "aliases": [], "tolerance": 0.05,
                                 "at": [round(v, 2) for v in random.uniform(-0.9, 0.9, 2)]}
    second = json.loads(json.dumps(first))
    del second["tool-00"], second["tool-01"]
    for j in (2, 3):
        second[f"tool-{j:02}"]["at"] = [round(v, 2) for v in random.uniform(-0.9, 0.9, 2)]
        second[f"tool-{j:02}"]["tolerance"] = 0.15
    second["tool-04"]["at"] = None
    first["tool-05"]["at"] = None
    second["tool-06-renamed"] = dict(second.pop("tool-06"), name="Renamed", aliases=["Tool 6"])
    second["tool-90"] = {"name": "Tool 90", "aliases": [], "tolerance": 0.1, "at": [0.3, -0.7]}
    return first, second


def make_uses(random, tools):
    chosen = random.choice(len(tools), size=random.integers(1, 5), replace=False)
    return {tools[j]: str(random.choice(list(WEIGHTS))) for j in sorted(chosen)}


def make_people(random, tools, sizes, prefix):
    people = {}
    for role, n in zip(ROLES, sizes):
        for i in range(n):
            people[f"{prefix}-{role}-{i}"] = {"role": role, "uses": make_uses(random, tools)}
    return people


def make_case(seed, sizes, leave, join, linked=True, same_landscape=False):
    random = np.random.default_rng(seed)
    first, second = make_landscapes(random)
    if same_landscape:
        second = json.loads(json.dumps(first))
    before = make_people(random, sorted(first), sizes, "p")
    after = {}
    names = {k: k for k in first}
    names["tool-06"] = "tool-06" if same_landscape else "tool-06-renamed"
    for i, (person, said) in enumerate(before.items()):
        number = int(person.rsplit("-", 1)[1])
        if number < leave[ROLES.index(said["role"])]:
            continue
        uses = {names[t]: d for t, d in said["uses"].items() if names[t] in second}
        if i % 3 != 0:
            uses = make_uses(random, sorted(second))
        role = said["role"] if i % 7 != 6 else ROLES[(ROLES.index(said["role"]) + 1) % 3]
        after[person] = {"role": role, "uses": uses}
    after.update(make_people(random, sorted(second), join, "new"))
    return {"first": {"tools": first, "people": before}, "second": {"tools": second, "people": after},
            "linked": linked, "same_landscape": same_landscape}


def same_tool(tool, second):
    if tool in second:
        return tool
    return "tool-06-renamed" if tool == "tool-06" and "tool-06-renamed" in second else None


def shares(uses, tools):
    """A person's share of each placed tool; None without any."""
    weights = {t: WEIGHTS[d] for t, d in uses.items() if t in tools and tools[t]["at"] and WEIGHTS[d] > 0}
    total = sum(weights.values())
    return {t: w / total for t, w in weights.items()} if total else None


class Cloud:
    """People of one group on one landscape: id -> shares."""

    def __init__(self, people, tools, which):
        self.people = {k: v for k, v in people.items() if v is not None}
        self.tools, self.which = tools, which

    def only(self, ids):
        return Cloud({k: self.people[k] for k in self.people if k in ids}, self.tools, self.which)

    def position(self, person):
        return sum(np.array(self.tools[t]["at"]) * s for t, s in self.people[person].items())

    def centroid(self):
        return np.mean([self.position(p) for p in self.people], axis=0)

    def weights(self):
        """(landscape, tool) -> weight of its place in the centroid."""
        result = {}
        for row in self.people.values():
            for tool, share in row.items():
                key = (self.which, tool)
                result[key] = result.get(key, 0) + share / len(self.people)
        return result


def minus(a, b):
    return {k: a.get(k, 0) - b.get(k, 0) for k in set(a) | set(b)}


def landscape_variance(weights, first, second):
    """On a diagonal coordinate; one error where a tool stands still, two where it was placed anew."""
    variance, done = 0, set()
    for tool, entry in first.items():
        if not entry["at"]:
            continue
        other = same_tool(tool, second)
        if other and second[other]["at"] == entry["at"]:
            tolerance = max(entry["tolerance"], second[other]["tolerance"])
            variance += ((weights.get((1, tool), 0) + weights.get((2, other), 0)) * tolerance) ** 2
            done.add(other)
        else:
            variance += (weights.get((1, tool), 0) * entry["tolerance"]) ** 2
    for tool, entry in second.items():
        if entry["at"] and tool not in done:
            variance += (weights.get((2, tool), 0) * entry["tolerance"]) ** 2
    return variance / 2


def along(point):
    return [(point[0] + point[1]) / 2, (point[0] - point[1]) / 2]


def spread(before, after, ids, scale=1.0):
    """(variance, df) of the difference of means on each diagonal; None where a side has one person."""
    if len(before.people) < 2 or len(after.people) < 2:
        return None
    first, second = list(before.people), list(after.people)
    pairs = [(first.index(p), second.index(p)) for p in first if p in second and p in ids]
    result = []
    for d in (0, 1):
        a = [along(before.position(p))[d] for p in first]
        b = [along(after.position(p))[d] for p in second]
        if len(pairs) == len(a) == len(b):
            moves = [b[k] - a[i] for i, k in pairs]
            v, df = float(np.var(moves, ddof=1) / len(moves)), len(moves) - 1.0
            v, df = (0.0, 0.0) if v < 1e-25 else (v, df)
        else:
            v, df = formula([repr(x) for x in a], [repr(x) for x in b], pairs)
        result.append((v * scale**2, df))
    return result


class Shift:
    def __init__(self, value, spreads, weights, nothing=False):
        self.value, self.spreads, self.weights, self.nothing = value, spreads, weights, nothing

    def less(self, other):
        a = [(0.0, 0.0)] * 2 if self.nothing else self.spreads
        b = [(0.0, 0.0)] * 2 if other.nothing else other.spreads
        spreads = None
        if a and b:
            spreads = []
            for (va, fa), (vb, fb) in zip(a, b):
                inverse = (va**2 / fa if va else 0) + (vb**2 / fb if vb else 0)
                spreads.append((va + vb, (va + vb) ** 2 / inverse if inverse else 0.0))
        return Shift(self.value - other.value, spreads, minus(self.weights, other.weights),
                     self.nothing and other.nothing)

    def told(self, first, second):
        result = {"x": self.value[0], "y": self.value[1], "diagonals": []}
        known = landscape_variance(self.weights, first, second)
        for d in (0, 1):
            value = along(self.value)[d]
            entry = {"value": value, "lower": None, "upper": None, "sampling_lower": None,
                     "sampling_upper": None}
            if self.spreads and not self.nothing and self.spreads[d][0] > 0:
                v, df = self.spreads[d]
                half = t_quantile((1 + LEVEL) / 2, df) * np.sqrt(v)
                total_df = min(df * ((v + known) / v) ** 2, 1e15)
                total = max(half, t_quantile((1 + LEVEL) / 2, total_df) * np.sqrt(v + known))
                entry.update(lower=value - total, upper=value + total, sampling_lower=value - half,
                             sampling_upper=value + half)
            result["diagonals"].append(entry)
        return result


def between_clouds(before, after, ids):
    return Shift(after.centroid() - before.centroid(), spread(before, after, ids),
                 minus(after.weights(), before.weights()))


def nothing():
    return Shift(np.zeros(2), None, {}, nothing=True)


def group_shifts(case, role, apart):
    first, second = case["first"], case["second"]
    ids = set(first["people"]) & set(second["people"]) if case["linked"] else set()
    before, carried = {}, {}
    for person, said in first["people"].items():
        if said["role"] == role:
            uses = {same_tool(t, second["tools"]): d for t, d in said["uses"].items()}
            before[person] = shares(said["uses"], first["tools"])
            carried[person] = shares(uses, second["tools"])
    after = {p: shares(s["uses"], second["tools"]) for p, s in second["people"].items() if s["role"] == role}
    c1, c12 = Cloud(before, first["tools"], 1), Cloud(carried, second["tools"], 2)
    c2 = Cloud(after, second["tools"], 2)
    shifts = {"counts": [len(c1.people), len(c12.people), len(c2.people)]}
    if not c1.people or not c2.people:
        return None
    shifts["total"] = between_clouds(c1, c2, ids)
    if not c12.people:
        return shifts
    everybody = set(first["people"])
    shifts["landscape"] = nothing() if case["same_landscape"] else between_clouds(c1, c12, everybody)
    stayed = set(c12.people) & set(c2.people) & ids
    shifts["stayed"] = len(stayed)
    if not stayed or not apart:
        shifts["people"] = between_clouds(c12, c2, stayed)
        return shifts
    s1, s2 = c12.only(stayed), c2.only(stayed)
    leavers, joiners = c12.only(set(c12.people) - stayed), c2.only(set(c2.people) - stayed)
    shifts["left"], shifts["joined"] = nothing(), nothing()
    if leavers.people:
        shifts["left"] = between_clouds(c12, s1, ids)
        shifts["left"].spreads = spread(leavers, s1, set(), len(leavers.people) / len(c12.people))
    shifts["tools"] = between_clouds(s1, s2, stayed)
    if joiners.people:
        shifts["joined"] = between_clouds(s2, c2, ids)
        shifts["joined"].spreads = spread(s2, joiners, set(), len(joiners.people) / len(c2.people))
    return shifts


PARTS = ["landscape", "left", "tools", "joined", "people"]


def expected(case):
    tools = case["first"]["tools"], case["second"]["tools"]
    result = {"groups": {}}
    shifts = {}
    for role in ROLES:
        shifts[role] = group_shifts(case, role, case["linked"])
        if shifts[role] is None:
            result["groups"][role] = None
            continue
        one = shifts[role]
        assert np.allclose(sum(one[p].value for p in PARTS if p in one), one["total"].value, atol=1e-14)
        result["groups"][role] = {"counts": one["counts"], "stayed": one.get("stayed", 0),
                                  "total": one["total"].told(*tools),
                                  "parts": {p: one[p].told(*tools) for p in PARTS if p in one}}
    a, b = shifts["researcher"], shifts["engineer"]
    if a and b:
        if set(a) != set(b):
            a, b = (group_shifts(case, r, False) for r in ("researcher", "engineer"))
        result["gap"] = {"change": a["total"].less(b["total"]).told(*tools),
                         "parts": {p: a[p].less(b[p]).told(*tools) for p in PARTS if p in a}}
    return result


def main():
    cases = [make_case(1, (8, 9, 5), (2, 1, 0), (3, 2, 1)), make_case(2, (5, 4, 6), (0, 0, 2), (2, 3, 0)),
             make_case(3, (3, 3, 3), (1, 1, 1), (1, 1, 1)), make_case(4, (12, 7, 0), (5, 2, 0), (4, 6, 3)),
             make_case(5, (4, 6, 2), (4, 0, 0), (5, 0, 0)), make_case(6, (6, 6, 6), (2, 2, 2), (1, 3, 2), linked=False),
             make_case(7, (9, 8, 3), (2, 3, 0), (2, 2, 2), same_landscape=True),
             make_case(8, (7, 10, 1), (0, 0, 0), (0, 0, 0), same_landscape=True),
             make_case(9, (2, 2, 2), (0, 1, 0), (1, 0, 0))]
    for case in cases:
        case["expected"] = expected(case)
    json.dump({"cases": cases}, sys.stdout)
    print()


if __name__ == "__main__":
    main()
