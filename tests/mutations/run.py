#!/usr/bin/env python3
"""Breaks the statistics code in one place at a time and names the test that notices.

Usage: tests/mutations/run.py BUILD [NAME...]

BUILD is a built folder of the preset dev (its unit_statistics must be up to date). Every mutant is
one changed source file, compiled apart and linked before the library; nothing in the checkout or
the build is touched. Prints a Markdown table; ends with 1 where a mutant lives.
"""

import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
S = "model/statistics/"

# What is broken, where, the text as it is, and the text as it should not be.
MUTANTS = [
    ("variance with n", S + "moments.cpp",
     "sum / static_cast<double>(values.size() - 1)", "sum / static_cast<double>(values.size())"),
    ("Satterthwaite with n", S + "welch.cpp",
     "static_cast<double>(first.n - 1) +", "static_cast<double>(first.n) +"),
    ("known variance left out of the interval", S + "welch.cpp",
     "error_of(second) + known;", "error_of(second) + 0 * known;"),
    ("ties are not extreme", S + "centroid_tests.cpp",
     "(1 - tie_tolerance)", "(1 + tie_tolerance)"),
    ("p without the observed split", S + "centroid_tests.cpp",
     "(extreme + 1) / (splits + 1)", "extreme / (splits + 1)"),
    ("distances not adjusted for n", S + "spread_test.cpp", "n / (n - 1)", "n / n"),
    ("squared standard error with n n", S + "centroid_tests.cpp",
     "m_inverse_size / static_cast<double>(size - 1)", "m_inverse_size / static_cast<double>(size)"),
    ("residuals not centred", S + "spread_test.cpp",
     "distance - sample.mean", "distance - 0 * sample.mean"),
    ("a sign in the energy", S + "energy_test.cpp",
     "(2 * mean_between - mean_within", "(2 * mean_between + mean_within"),
    ("Mahalanobis' bias", S + "effect_sizes.cpp",
     "(people - 5) / (people - 2)", "(people - 4) / (people - 2)"),
    ("Bhattacharyya's eighth", S + "effect_sizes.cpp", "middle) / 8", "middle) / 4"),
    ("degrees of freedom of Krishnamoorthy-Yu", S + "krishnamoorthy_yu.cpp",
     "(p + p * p)", "(p + p)"),
    ("Holm counts the tests left", S + "holm.cpp",
     "order.size() - rank)", "order.size() - rank + 1)"),
    ("Holm keeps the order", S + "holm.cpp", "std::max(running, std::min(", "std::max(0.0, std::min("),
    ("Benjamini-Hochberg's rank", S + "benjamini_hochberg.cpp",
     "tests / static_cast<double>(rank)", "tests / static_cast<double>(rank + 1)"),
    ("people paired with themselves in the overlap", S + "overlap.cpp",
     "(sum_squared - own_squares)", "(sum_squared - 0 * own_squares)"),
    ("leave one out, divided as if nobody were", S + "overlap.cpp",
     "(n * cross - with_other) / (n - 1)", "(n * cross - with_other) / n"),
    ("the smallest p of equal groups", S + "permutation_plan.cpp",
     "(2 * size == people ? 2.0 : 1.0)", "(2 * size == people ? 1.0 : 1.0)"),
    ("people in both count as independent", S + "partly_paired.cpp",
     "movement.sampling_variance = welch->sampling_variance -",
     "movement.sampling_variance = welch->sampling_variance - 0 *"),
    ("Welch's degrees of freedom whoever is in both", S + "partly_paired.cpp",
     "both.empty()", "!both.empty() || both.empty()"),
    ("a known part narrows the interval of a movement", S + "partly_paired.cpp",
     "half_width(0, movement.degrees_of_freedom)", "0.0"),
]


def compile_command(build, source):
    for entry in json.loads((build / "compile_commands.json").read_text()):
        if entry["file"] == str(TOP / source):
            return entry
    sys.exit(f"{source} is not in {build}/compile_commands.json")


def run(mutant, build, folder):
    name, source, old, new = mutant
    text = (TOP / source).read_text()
    if text.count(old) < 1:
        sys.exit(f"{source} no longer holds: {old}")
    changed = folder / "mutant.cpp"
    changed.write_text(text.replace(old, new, 1))
    entry = compile_command(build, source)
    words = [w for w in shlex.split(entry["command"]) if w != "ccache"]
    words[words.index("-c") + 1] = str(changed)
    words[words.index("-o") + 1] = str(folder / "mutant.o")
    subprocess.run(words, cwd=entry["directory"], check=True, stderr=subprocess.DEVNULL)
    objects = sorted(str(path) for path in build.glob(
        "tests/unit/model/statistics/CMakeFiles/unit_statistics.dir/*.o"))
    program = folder / "mutant"
    subprocess.run(["c++", *objects, str(folder / "mutant.o"),
                    str(build / "model/libassess_model.a"), "-lgmock", "-lgtest", "-lgtest_main",
                    "-lfmt", "-lpthread", "-o", str(program)], check=True)
    result = subprocess.run([str(program), "--gtest_brief=1"], cwd=TOP, capture_output=True,
                            text=True, timeout=600)
    failed = re.findall(r"\[  FAILED  \] (\S+) \(", result.stdout)
    if failed or result.returncode != 0:
        return failed or ["(the program stops)"]
    return []


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    wanted = sys.argv[2:]
    alive = 0
    print("| broken | file | noticed by |\n| --- | --- | --- |")
    for mutant in MUTANTS:
        if wanted and mutant[0] not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            failed = run(mutant, build, pathlib.Path(folder))
        alive += not failed
        first = failed[0] if failed else "**nothing**"
        more = f" and {len(failed) - 1} more" if len(failed) > 1 else ""
        print(f"| {mutant[0]} | {pathlib.Path(mutant[1]).name} | {first}{more} |", flush=True)
    sys.exit(1 if alive else 0)


if __name__ == "__main__":
    main()
