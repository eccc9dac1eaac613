#!/usr/bin/env python3
"""Compares two files of figures that ./dev bench kept: compare.py BEFORE AFTER

A row a figure that both hold, with the ratio AFTER / BEFORE; then what only one of them holds.
"""
import pathlib
import sys


def figures(path):
    rows = {}
    for line in pathlib.Path(path).read_text("utf-8").splitlines():
        name, value, unit = line.split("\t")
        rows[name, unit] = float(value)
    return rows


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    before, after = figures(sys.argv[1]), figures(sys.argv[2])
    print(f"{'':<62} {'before':>10} {'after':>10} {'ratio':>6}")
    for name, unit in before:
        if (name, unit) in after:
            old, new = before[name, unit], after[name, unit]
            ratio = f"{new / old:6.2f}" if old else "     -"
            print(f"{name + ', ' + unit:<62} {old:>10.4g} {new:>10.4g} {ratio}")
    for name, unit in before.keys() ^ after.keys():
        print(f"Only {'before' if (name, unit) in before else 'after'}: {name}, {unit}")


if __name__ == "__main__":
    main()
