#!/usr/bin/env python3
"""Makes model/calibration.md from what the program calibrate printed.

Usage: tests/calibration/write_page.py TABLES.md [TABLES.md...] > model/calibration.md
"""

import sys

HEAD = """# How often the report is wrong

For a team lead: where there is nothing to find, a rule that rests on an interval says "present" in at most about one of twenty
reports, whatever the size of the team, and mostly in far fewer. A 95% interval holds the truth in about 95 of 100 teams, in 88
to 92 at worst, where a handful of people stand against many and spread more than they do. A gap of 0.6 on a diagonal is found in
nine of ten teams from five people a side on, one of 0.4 in two of three from ten a side on, and one of 0.2 in one of ten even at
thirty a side: it is too near to the threshold of 0.15, and "undetermined" is then the honest answer.

Made by `./dev calibrate RUNS SEED [SURVEY.csv MAPPING]`, which prints what stands below: simulated teams
whose truth is known, judged as the report judges them. Only the number of splits is smaller (999 random ones, or all up to
20,000), which leaves every level as it is. Tool worlds: people pick two to six of the edition 2021's tools by their role's taste; the
report's places of the tools are off by their tolerance where the heading says so. At a threshold, "present" is
the wrong answer in the worst case: beyond it, it would be right. "-": the interval or test hardly ever exists at that size.

How exact the figures are: at 5% a cell of 1,000 teams has a standard error of 0.7, one of 200 of 1.5. Over all worlds no rule
that rests on an interval lies above 4.3%, but for scattered-group: 5.3% (20 + 20, normal) and 5.8% (30 + 30, skewed) in two of
its 39 cells, each within two standard errors of 5%.

What the first runs changed: the interval of the overlap had its upper end too low (present in 7% to 19% of the teams at a
true overlap of 0.3), so it is now made from sums without bias, and from five people in each group on
(`statistics/overlap.hpp`); scattered-group asks for the interval and the permutation test both, and judges from five people on.

What to know besides: the permutation tests keep 5% only nearly. With 3 people of the larger spread against 12 of the smaller,
Wd* rejects a true null in up to 15% and the permutation test along a diagonal (Holm over both) in up to 18% (skewed positions);
the report says so when it holds, and no verdict rests on these p-values. Of two groups that share
nothing the overlap has no interval. The world at the threshold of one-region meets
one of its three conditions at its limit, not all of them, so that its 0 says little.

Not simulated here: frustrated-group (its interval has its own study, in `statistics/step_scores.hpp`), lifecycle-hole, retired-tool, missing-basics
and tools side by side (counts of these people, not estimates for others).
"""


def main():
    print(HEAD.rstrip())
    for name in sys.argv[1:]:
        print()
        print(open(name).read().strip())


if __name__ == "__main__":
    main()
