#!/usr/bin/env python3
"""Compiles every source alone, and runs clang-tidy over all: run.py BUILD [COMMIT]

With COMMIT only the sources that changed since, or that include a header which did; all of them
where this clone does not know the commit. BUILD holds the
compile commands of the preset `lint`, which compiles each source alone and without precompiled
headers: so a file that lacks an include of its own is seen here. clang-tidy reads several sources
as one, since it spends its time on the headers that they share. Exit code 1 where anything is found.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
OURS = ("model/", "questionnaires/", "reports/", "assess/", "tests/")
TOGETHER = 8
INCLUDE = re.compile(r'^#include "([^"]+)"', re.MULTILINE)
DIAGNOSTIC = re.compile(r"^(/\S+?):(\d+):\d+: (?:warning|error|fatal error): ")


class Source:
    """A source with the arguments that it is compiled with, without its own name."""

    def __init__(self, entry):
        self.file = os.path.normpath(os.path.join(entry["directory"], entry["file"]))
        self.name = os.path.relpath(self.file, TOP)
        words = shlex.split(entry["command"])
        while words[0] == "env" or "=" in words[0] or words[0].endswith("ccache"):
            words.pop(0)
        end = words.index("-o")
        self.target = words[end + 1].partition(".dir/")[0]
        self.compiler = words[0]
        self.flags = tuple(words[1:end])


def sources(build):
    entries = json.loads((build / "compile_commands.json").read_text("utf-8"))
    found = {source.name: source for source in map(Source, entries)
             if source.name.startswith(OURS)}  # once, though two programs may hold it
    return [found[name] for name in sorted(found)]


def known(commit):
    """Whether this clone has the commit; else everything counts as changed since."""
    return subprocess.run(["git", "-C", TOP, "cat-file", "-e", f"{commit}^{{commit}}"],
                          stderr=subprocess.DEVNULL).returncode == 0


def changed_since(commit):
    def git(*words):
        return subprocess.run(["git", "-C", TOP, *words], check=True, capture_output=True,
                              text=True).stdout.splitlines()
    return set(git("diff", "--name-only", commit)) | set(
        git("ls-files", "--others", "--exclude-standard"))


class Includes:
    """Which of our files a file includes, directly and by others."""

    def __init__(self):
        self.known = {}

    def direct(self, name):
        if name not in self.known:
            file = TOP / name
            self.known[name] = (set(INCLUDE.findall(file.read_text("utf-8")))
                                if file.is_file() else set())
        return self.known[name]

    def all(self, name):
        seen, waiting = set(), [name]
        while waiting:
            for each in self.direct(waiting.pop()) - seen:
                seen.add(each)
                waiting.append(each)
        return seen


def affected(found, commit):
    changed = changed_since(commit)
    includes = Includes()
    return [source for source in found
            if source.name in changed or changed & includes.all(source.name)]


def compiled_alone(source):
    flags = [flag for flag in source.flags if flag not in ("-MD",)]
    done = subprocess.run([source.compiler, *flags, "-Werror", "-fsyntax-only", source.file],
                          capture_output=True, text=True)
    return done.stderr if done.returncode != 0 else ""


def batches(found):
    """Sources of one target that are compiled alike, a few together: what is linked together may
    also be read together."""
    groups = {}
    for source in found:
        groups.setdefault((source.target, source.flags), []).append(source)
    return [group[i:i + TOGETHER] for group in groups.values()
            for i in range(0, len(group), TOGETHER)]


def tidied(batch, file):
    file.write_text("".join(f'#include "{source.file}"\n' for source in batch), "utf-8")
    flags = [flag for flag in batch[0].flags
             if not flag.startswith(("-Werror", "-W")) and flag != "-MD"]
    done = subprocess.run(
        ["clang-tidy", "--quiet", f"--config-file={TOP / config_of(batch[0].name)}",
         f"--header-filter={TOP}/", str(file), "--", *flags], capture_output=True, text=True)
    return done.stdout


def config_of(name):
    return "tests/.clang-tidy" if name.startswith("tests/") else ".clang-tidy"


def told(outputs):
    """Each diagnostic with its lines once, however many sources led to it."""
    seen = {}
    for output in outputs:
        here = None
        for line in output.splitlines():
            if DIAGNOSTIC.match(line):
                here = seen.setdefault(line, []) if line not in seen else None
            elif here is not None:
                here.append(line)
        if output and here is None and not any(map(DIAGNOSTIC.match, output.splitlines())):
            seen.setdefault(output, [])  # not of a kind that is known here: never lost
    for line in sorted(seen):
        print(line, *seen[line], sep="\n")
    return len(seen)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    build = pathlib.Path(sys.argv[1]).resolve()
    found = sources(build)
    if not found:
        sys.exit(f"{build} has no compile commands of ours.")
    if len(sys.argv) == 3 and known(sys.argv[2]):
        found = affected(found, sys.argv[2])
    folder = build / "together"
    folder.mkdir(exist_ok=True)
    groups = batches(found)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        alone = list(pool.map(compiled_alone, found))
        tidy = list(pool.map(lambda pair: tidied(pair[1], folder / f"{pair[0]}.cpp"),
                             enumerate(groups)))
    problems = told([*alone, *tidy])
    print(f"{len(found)} sources compiled alone and read by clang-tidy: {problems} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
