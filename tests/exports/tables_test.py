"""Every table of `assess table`, as csv, pandas and R read it, and its numbers computed anew."""
import csv
import io
import json
import math
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile
import unittest

ASSESS = os.environ["ASSESS_PROGRAM"]
SOURCE = pathlib.Path(__file__).resolve().parents[2]
TEAM = SOURCE / "questionnaires/examples/made-up-team.csv"
EDITION = SOURCE / "model/landscape/editions/2021.json"
# The policy's defaults (model/policy).
WEIGHTS = {"daily": 1.0, "weekly": 0.6, "monthly": 0.3, "rarely": 0.1, "uses": 1.0}
ROLES = {"ML engineer": "hybrid"}

try:
    import pandas
except ImportError:
    pandas = None


def written(which, *options):
    done = subprocess.run(
        [ASSESS, "table", str(TEAM), "--which", which, "--landscape", "2021", "--unknown", "keep",
         *options], capture_output=True, text=True, check=True, encoding="utf-8")
    return done.stdout


def table_names():
    """From the command's own help, so that a new table is tested too."""
    text = subprocess.run([ASSESS, "help", "table"], capture_output=True, text=True,
                          check=True).stdout
    # "...; else groups. One of: groups, positions, ..." in whatever words: the known ones.
    names = [name for name in ("groups", "positions", "tools", "comparisons", "tests", "effects",
                               "contributions", "findings") if re.search(rf"\b{name}\b", text)]
    assert len(names) == 8, text
    return names


def records(which, *options):
    return list(csv.DictReader(io.StringIO(written(which, *options)), strict=True))


def number(cell):
    return float(cell) if cell else None


class Team:
    """The roster and the landscape, read here from their files."""

    def __init__(self):
        landscape = json.loads(EDITION.read_text(encoding="utf-8"))
        self.place = {}
        for tool in landscape["tools"]:
            at = tool["position"]["x"], tool["position"]["y"]
            for name in [tool["name"], tool["id"], *tool.get("aliases", [])]:
                self.place[self.key(name)] = at
        self.people = {}
        with TEAM.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                uses = {}
                for use in row["tools"].split(";"):
                    name, _, depth = use.partition("=")
                    uses[name] = WEIGHTS.get(depth or "uses", 0)
                role = ROLES.get(row["role"], row["role"])
                self.people[row["respondent"]] = role, row["team"], uses

    @staticmethod
    def key(name):
        return re.sub(r"[^a-z0-9]", "", name.lower())

    def position(self, who):
        """The weighted mean of the tools that have a place; None without any."""
        placed = [(self.place[self.key(tool)], weight) for tool, weight in self.people[who][2].items()
                  if self.key(tool) in self.place and weight > 0]
        total = sum(weight for _, weight in placed)
        return tuple(sum(at[i] * weight for at, weight in placed) / total
                     for i in (0, 1)) if total else None

    def positions_of(self, role):
        found = [self.position(who) for who, person in self.people.items() if person[0] == role]
        return [at for at in found if at]


class TablesTest(unittest.TestCase):
    def setUp(self):
        self.team = Team()

    def test_positions_are_those_computed_here(self):
        rows = {row["respondent"]: row for row in records("positions")}
        self.assertEqual(set(rows), set(self.team.people))
        for who, (role, team, uses) in self.team.people.items():
            row = rows[who]
            self.assertEqual((row["role"], row["team"]), (role, team))
            self.assertEqual(int(row["tools"]), sum(weight > 0 for weight in uses.values()))
            x, y = self.team.position(who)
            self.assertAlmostEqual(number(row["x"]), x, 12)
            self.assertAlmostEqual(number(row["y"]), y, 12)
            self.assertAlmostEqual(number(row["orchestration"]), (x + y) / 2, 12)
            self.assertAlmostEqual(number(row["building"]), (x - y) / 2, 12)

    def test_groups_are_those_computed_here(self):
        rows = {row["group"]: row for row in records("groups")}
        self.assertEqual(set(rows), {"researcher", "engineer", "hybrid"})
        for role, row in rows.items():
            xs, ys = zip(*self.team.positions_of(role))
            self.assertEqual(int(row["placed"]), len(xs))
            self.assertAlmostEqual(number(row["centroid_x"]), statistics.fmean(xs), 12)
            self.assertAlmostEqual(number(row["centroid_y"]), statistics.fmean(ys), 12)
            self.assertAlmostEqual(number(row["covariance_xx"]), statistics.variance(xs), 12)
            self.assertAlmostEqual(number(row["standard_distance"]),
                                   math.sqrt(statistics.variance(xs) + statistics.variance(ys)), 12)
            shares = [number(cell) for name, cell in row.items()
                      if name.startswith("share_") and name != "share_reason"]
            self.assertAlmostEqual(sum(shares), 1, 12)

    def test_tools_are_counted(self):
        rows = {(row["group"], row["tool"]): row for row in records("tools")}
        for group in ("researcher", "engineer", "hybrid"):
            uses = [uses for role, _, uses in self.team.people.values() if role == group]
            docker = rows[group, "docker"]
            self.assertEqual(int(docker["asked"]), len(uses))
            self.assertEqual(int(docker["users"]), sum(one.get("Docker", 0) > 0 for one in uses))
            self.assertAlmostEqual(number(docker["weight"]),
                                   sum(one.get("Docker", 0) for one in uses), 12)

    def test_the_gap_is_the_difference_of_the_centroids_and_the_sum_of_its_parts(self):
        gaps = {row["coordinate"]: number(row["gap"]) for row in records("comparisons")}
        parts = records("contributions")
        mean = {role: [statistics.fmean(axis) for axis in zip(*self.team.positions_of(role))]
                for role in ("researcher", "engineer")}
        for i, axis in enumerate("xy"):
            self.assertAlmostEqual(gaps[axis], mean["researcher"][i] - mean["engineer"][i], 12)
        for coordinate, gap in gaps.items():
            self.assertAlmostEqual(sum(number(part[coordinate]) for part in parts), gap, 12)

    def test_findings_are_those_of_the_report(self):
        done = subprocess.run([ASSESS, "report", str(TEAM), "--landscape", "2021", "--unknown",
                               "keep", "--format", "json"], capture_output=True, check=True)
        report = json.loads(done.stdout)
        rows = records("findings")
        self.assertEqual([(row["rule"], row["subject"], row["state"], row["severity"])
                          for row in rows],
                         [(one["id"], one["subject"], one["state"], one["severity"])
                          for one in report["findings"]])

    def test_a_number_is_missing_where_a_reason_says_why(self):
        pairs = {"positions": [("x", "position_reason")], "groups": [("centroid_x", "centroid_reason")],
                 "comparisons": [("gap", "gap_reason"), ("lower", "interval_reason"),
                                 ("p", "p_reason")],
                 "findings": [("value", "value_reason")]}
        for which, columns in pairs.items():
            for row in records(which):
                for value, reason in columns:
                    self.assertNotEqual(row[value] == "", row[reason] == "", (which, row))

    @unittest.skipIf(pandas is None, "pandas is not installed")
    def test_pandas_reads_every_table_with_its_kinds(self):
        for which in table_names():
            text = written(which)
            frame = pandas.read_csv(io.StringIO(text), keep_default_na=False, na_values=[""],
                                    float_precision="round_trip")
            rows = list(csv.DictReader(io.StringIO(text)))
            self.assertEqual(len(frame), len(rows), which)
            for name in frame.columns:
                for i, row in enumerate(rows):
                    value = frame[name].iloc[i]
                    if row[name] == "":
                        self.assertTrue(pandas.isna(value), (which, name))
                    elif isinstance(value, str):
                        self.assertEqual(value, row[name])
                    elif row[name] in ("true", "false"):
                        self.assertEqual(bool(value), row[name] == "true")
                    else:
                        self.assertEqual(float(value), float(row[name]), (which, name))

    @unittest.skipIf(shutil.which("Rscript") is None, "R is not installed")
    def test_r_reads_every_table_with_its_kinds(self):
        with tempfile.TemporaryDirectory() as folder:
            for which in table_names():
                text = written(which)
                (pathlib.Path(folder) / f"{which}.csv").write_text(text, encoding="utf-8")
            code = """
                for (which in commandArgs(TRUE)) {
                  table <- read.csv(paste0(which, ".csv"), na.strings = "", fileEncoding = "UTF-8")
                  cat(which, nrow(table), ncol(table), sum(sapply(table, is.numeric)), "\\n")
                }
                groups <- read.csv("groups.csv", na.strings = "", fileEncoding = "UTF-8")
                cat(sprintf("%.17g", groups$centroid_x), "\\n")
            """
            done = subprocess.run(["Rscript", "--vanilla", "-e", code, *table_names()], cwd=folder,
                                  capture_output=True, text=True, check=True)
        lines = done.stdout.splitlines()
        for which, line in zip(table_names(), lines):
            rows = records(which)
            numeric = sum(1 for name in rows[0]
                          if any(row[name] for row in rows) and
                          all(re.fullmatch(r"-?[0-9.]+(e[+-]?[0-9]+)?", row[name] or "0") for row in rows))
            self.assertEqual(line.split()[:3], [which, str(len(rows)), str(len(rows[0]))])
            self.assertEqual(int(line.split()[3]), numeric, which)
        for given, read in zip((row["centroid_x"] for row in records("groups")), lines[8].split()):
            self.assertAlmostEqual(float(given), float(read), 15)


if __name__ == "__main__":
    unittest.main()
