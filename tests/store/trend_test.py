"""Trends of a store's rounds: the figures of lead-entered ones, and attacks on confidential ones.

Whoever attacks has every trend and every comparison there ever was, and assumes that the answers
stayed as they were. What was shown is counted here, by who was in which round, and not by the
program.
"""
import itertools
import json
import random
import unittest

from program import ROLES, SANITIZED, StoreTest, roster

LEAST = 5
SPRING = [  # pseudonym, role, team, tools
    ("wren", "engineer", "Search", "docker; git; kubernetes"),
    ("tern", "engineer", "Search", "docker; git"),
    ("kite", "engineer", "Ads", "docker; aws"),
    ("dove", "researcher", "Search", "optuna; weights-and-biases"),
    ("lark", "researcher", "Ads", "weights-and-biases; mlflow; git"),
    ("crow", "researcher", "Ads", "optuna; comet"),
]
AUTUMN = [
    ("wren", "engineer", "Search", "docker; git; kubernetes; mlflow"),
    ("tern", "engineer", "Search", "docker; git"),
    ("rook", "engineer", "Ads", "aws; git"),
    ("dove", "researcher", "Search", "optuna; weights-and-biases; git"),
    ("lark", "researcher", "Ads", "weights-and-biases; mlflow; git; docker"),
    ("kite", "researcher", "Ads", "docker; optuna"),
]


class Rounds(StoreTest):
    def fill(self, name, rows, promise="--confidential"):
        self.open_round(name, promise)
        if rows:
            self.write("in.csv", roster(rows))
            self.ok("submit", "in.csv", "--round", name)

    def trend(self, *words):
        """The trend as a value; None where it is refused, with nothing but a message."""
        done = self.run_assess("trend", "assess.db", "--format", "json", *words)
        if done.returncode == 2:
            self.assertEqual(done.stdout, b"")
            return None
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)


class LeadEntered(Rounds):
    def steps(self, *words):
        """All numbers; messages name the rounds or the files."""
        return json.loads(self.ok(*words, "--format", "json"))["steps"]

    def test_two_rounds_say_what_two_rosters_say(self):
        self.fill("spring", SPRING, "--lead-entered")
        self.fill("autumn", AUTUMN, "--lead-entered")
        self.write("spring", roster(SPRING))
        self.write("autumn", roster(AUTUMN))
        for more in ((), ("--by", "team"), ("--seed", "7")):
            by_round = self.steps("trend", "assess.db", *more)
            self.assertEqual(by_round, self.steps("compare", "spring", "autumn", *more), more)
            self.assertEqual(by_round, self.steps("compare", "assess.db", "assess.db", *more), more)

    def test_a_round_beside_a_file_says_what_two_files_say(self):
        self.fill("spring", SPRING, "--lead-entered")
        self.write("spring", roster(SPRING))
        self.write("autumn", roster(AUTUMN))
        self.assertEqual(self.steps("compare", "assess.db", "autumn"),
                         self.steps("compare", "spring", "autumn"))
        self.assertEqual(self.steps("compare", "autumn", "assess.db"),
                         self.steps("compare", "autumn", "spring"))

    def test_people_are_followed_by_their_pseudonyms(self):
        self.fill("spring", SPRING, "--lead-entered")
        self.fill("autumn", AUTUMN, "--lead-entered")
        step = self.trend()["steps"][0]
        self.assertTrue(step["linked"])
        # kite changed the role: left the engineers and joined the researchers.
        counts = {group["id"]: (group["stayed"], group["left"], group["joined"])
                  for group in step["groups"]}
        self.assertEqual(counts, {"engineer": (2, 1, 1), "researcher": (2, 1, 1)})
        for group in step["groups"]:
            for diagonal in ("orchestration", "building"):
                parts = sum(part[diagonal]["estimate"] for part in group["parts"])
                self.assertAlmostEqual(parts, group["total"][diagonal]["estimate"], delta=1e-12)

    def test_rounds_without_answers_are_left_out(self):
        self.fill("spring", SPRING, "--lead-entered")
        self.fill("summer", [], "--lead-entered")
        said = self.refused("trend", "assess.db")
        self.assertIn("at least two rounds", said)
        self.assertIn("'summer' is left out: it has no answers yet", said)
        self.fill("autumn", AUTUMN, "--lead-entered")
        trend = self.trend()
        self.assertEqual([one["name"] for one in trend["assessments"]], ["spring", "autumn"])
        self.assertTrue(any("summer" in one for one in trend["warnings"]))

    def test_other_questions_are_said(self):
        self.fill("spring", SPRING, "--lead-entered")
        self.ok("round", "open", "autumn", "--lead-entered", "--questionnaire", "quick")
        self.write("in.csv", roster(AUTUMN))
        self.ok("submit", "in.csv", "--round", "autumn")
        self.assertIn("did not ask the same", " ".join(self.trend()["warnings"]))

    def test_five_rounds_are_shown_oldest_first_however_they_are_named(self):
        for number in range(5):
            self.fill(f"r{number}", SPRING if number % 2 else AUTUMN, "--lead-entered")
        trend = self.trend("--rounds", "r4,r0,r2")
        self.assertEqual([one["name"] for one in trend["assessments"]], ["r0", "r2", "r4"])
        self.assertEqual([(one["from"], one["to"]) for one in trend["steps"]], [(0, 1), (1, 2)])
        self.assertEqual((trend["whole"]["from"], trend["whole"]["to"]), (0, 2))


class Confidential(Rounds):
    """In a round each role is shown with all who answered, or not at all."""

    def setUp(self):
        super().setUp()
        self.members = {}  # round -> label -> people

    def people(self, name, counts, changed=(), promise="--confidential"):
        """`counts`: role -> numbers of its people; those in `changed` give another tool."""
        rows = []
        for role, numbers in counts.items():
            for number in numbers:
                tools = "mlflow" if number in changed else "docker; git"
                rows.append((f"{role}-{number}-pseudonym", role, "", tools))
        self.members[name] = {role: frozenset(f"{role}-{number}" for number in numbers)
                              for role, numbers in counts.items()}
        self.fill(name, rows, promise)

    def shown(self, trend):
        """Every set of people whose numbers the trend has: (round, label) -> people."""
        sets = {}
        for one in trend["assessments"] if trend else ():
            for group in one["groups"]:
                if group["placed"] > 0:
                    label = group["role"] or group["name"]
                    everybody = self.members[one["name"]][label]
                    self.assertEqual(group["placed"], len(everybody), "shown in part")
                    sets[one["name"], label] = everybody
        return sets

    def check(self, sets):
        """Everything that subtraction can reach is about nobody or enough people."""
        cells = {}
        for person in set().union(*sets.values()) if sets else ():
            key = tuple(person in one for one in sets.values())
            cells[key] = cells.get(key, 0) + 1
        self.assertGreaterEqual(min(cells.values(), default=LEAST), LEAST, cells)

    def movement(self, trend, role):
        for group in trend["steps"][0]["groups"]:
            if group["role"] == role:
                return group["total"]["building"]
        return None

    def test_the_same_people_with_other_tools_are_shown_and_not_linked(self):
        everybody = {"engineer": range(6), "researcher": range(6)}
        self.people("spring", everybody)
        self.people("autumn", everybody, changed=range(6))
        trend = self.trend()
        self.assertIsNotNone(self.movement(trend, "engineer"))
        step = trend["steps"][0]
        self.assertFalse(step["linked"])
        for group in step["groups"]:
            self.assertEqual([group["stayed"], group["left"], group["joined"]], [None] * 3)
            self.assertNotIn("tools", [part["cause"] for part in group["parts"]])
        self.check(self.shown(trend))

    def test_somebody_leaves(self):
        self.people("spring", {"engineer": range(7), "researcher": range(6)})
        self.people("autumn", {"engineer": range(6), "researcher": range(6)})
        for name in ("spring", "autumn"):  # each alone may be shown
            self.assertIn("ngineers", self.ok("report", "assess.db", "--round", name))
        trend = self.trend()
        self.assertIsNone(self.movement(trend, "engineer"))
        self.assertIsNotNone(self.movement(trend, "researcher"))
        gone = next(one for one in trend["steps"][0]["groups"] if one["role"] == "engineer")
        self.assertIn("'autumn' does not show engineers: beside", gone["parts_reason"])
        self.assertIn("engineers are not shown", trend["steps"][0]["gap_reason"])
        self.assertIn("Only one of the two shows engineers",
                      " ".join(self.ok("trend", "assess.db").split()))
        self.assertIn("Engineers are not shown: beside the other rounds",
                      " ".join(trend["assessments"][1]["warnings"]))
        self.check(self.shown(trend))

    def test_somebody_joins(self):
        self.people("spring", {"engineer": range(6), "researcher": range(6)})
        self.people("autumn", {"engineer": range(7), "researcher": range(6)})
        trend = self.trend()
        self.assertIsNone(self.movement(trend, "engineer"))
        self.check(self.shown(trend))

    def test_somebody_changes_the_role(self):
        self.people("spring", {"engineer": range(6), "researcher": range(6)})
        self.members["autumn"] = {"engineer": frozenset(f"engineer-{i}" for i in range(1, 6)),
                                  "researcher": frozenset([f"researcher-{i}" for i in range(6)] +
                                                          ["engineer-0"])}
        self.fill("autumn", [(f"{who}-pseudonym", role, "", "docker")
                             for role, people in self.members["autumn"].items()
                             for who in sorted(people)])
        self.check(self.shown(self.trend()))

    def test_enough_people_at_once_are_shown(self):
        self.people("spring", {"engineer": range(10), "researcher": range(6)})
        self.people("autumn", {"engineer": range(5, 15), "researcher": range(6)})
        trend = self.trend()
        self.assertIsNotNone(self.movement(trend, "engineer"))
        self.check(self.shown(trend))

    def test_a_lead_entered_round_beside_a_confidential_one(self):
        """The lead knows the answers of the one: whoever is new in the other must not stand out."""
        self.people("spring", {"engineer": range(6), "researcher": range(6)},
                    promise="--lead-entered")
        self.people("autumn", {"engineer": range(7), "researcher": range(6)})
        trend = self.trend()
        self.assertIsNone(self.movement(trend, "engineer"))
        self.assertIsNotNone(self.movement(trend, "researcher"))
        # What the lead typed in is no secret; whoever answered in confidence is not singled out.
        self.check(self.shown(trend))

    def test_by_team(self):
        rows = [(f"p{i}", "engineer", "Search" if i < 8 else "Ads", "docker") for i in range(16)]
        moved = [("p0", "engineer", "Ads", "docker"), *rows[1:]]
        self.fill("spring", rows)
        self.fill("autumn", moved)
        by_team = lambda some: {team: frozenset(who for who, _, one, _ in some if one == team)
                                for team in ("Search", "Ads")}
        self.members = {"spring": by_team(rows), "autumn": by_team(moved)}
        shown = self.shown(self.trend("--by", "team"))
        self.assertIn(("spring", "Search"), shown)
        self.check(shown)

    def test_somebody_is_forgotten(self):
        everybody = {"engineer": range(9), "researcher": range(8)}
        self.people("spring", everybody)
        self.people("autumn", everybody)
        before = self.trend()
        self.check(self.shown(before))
        self.ok("forget", "engineer-3-pseudonym")
        after = self.trend()
        for one in after["assessments"] if after else ():
            for group in one["groups"]:
                # The rest of a cell leaves with the forgotten one, so nobody can be subtracted.
                if group["role"] == "engineer":
                    self.assertIn(group["placed"], [0] + list(range(LEAST, 9 - LEAST + 1)))

    def test_no_comparison_with_what_is_not_in_the_store(self):
        self.people("spring", {"engineer": range(6), "researcher": range(6)})
        self.write("other.csv", roster([("a", "engineer", "", "docker")]))
        for words in (("assess.db", "other.csv"), ("other.csv", "assess.db")):
            done = self.run_assess("compare", *words)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(b"cannot be compared with what is not in its store", done.stderr)
        self.assertEqual(self.run_assess("trend", "assess.db").returncode, 2)

    def test_nothing_that_is_printed_names_anybody(self):
        self.people("spring", {"engineer": range(7), "researcher": range(6), "hybrid": range(2)})
        self.people("autumn", {"engineer": range(6), "researcher": range(6), "hybrid": range(2)})
        for name in ("text", "json", "html"):
            for words in (("trend", "assess.db"), ("compare", "assess.db", "assess.db"),
                          ("trend", "assess.db", "--by", "team")):
                done = self.run_assess(*words, "--format", name)
                self.assertNotIn(b"pseudonym", done.stdout + done.stderr)

    def test_the_same_answers_on_another_landscape(self):
        """What a new edition alone changes would tell how much the tools in it are used."""
        self.people("spring", {"engineer": range(6), "researcher": range(6)})
        self.people("autumn", {"engineer": range(6), "researcher": range(6)})
        for words in (("compare", "assess.db", "assess.db", "--landscape-before", "2021"),
                      ("trend", "assess.db", "--landscape", "2021")):
            done = self.run_assess(*words)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(b"with its own landscape only", done.stderr)

    def test_any_choice_of_rounds_any_people(self):
        """Three or four rounds of random people, every trend of them: the cells hold throughout."""
        seed = 20261123
        print(f"seed {seed}")
        chance = random.Random(seed)
        shown_once = 0
        for _ in range(3 if SANITIZED else 10):
            self.store.unlink(missing_ok=True)
            self.members = {}
            sets = {}
            names = [f"r{i}" for i in range(chance.choice((3, 4)))]
            # A few people who come or go each time, or enough of them.
            for number, name in enumerate(names):
                counts = {}
                for role in ROLES[:2]:
                    start = chance.choice((0, 0, 1, 6))
                    counts[role] = range(start, start + chance.choice((6, 7, 11, 12)))
                self.people(name, counts, promise="--confidential" if chance.random() < 0.8
                            else "--lead-entered")
                if number == 0:
                    continue
                for some in itertools.combinations(names[:number + 1], 2):
                    if chance.random() < 0.5:
                        sets.update(self.shown_in_confidence(self.trend("--rounds", ",".join(some))))
                        self.check(sets)
                sets.update(self.shown_in_confidence(self.trend()))
                self.check(sets)
            shown_once += len(sets)
        self.assertGreater(shown_once, 10, "the attack saw nothing")

    def shown_in_confidence(self, trend):
        kinds = {one["name"]: one["promise"] for one in trend["assessments"]} if trend else {}
        return {key: people for key, people in self.shown(trend).items()
                if kinds[key[0]] == "confidential"}


if __name__ == "__main__":
    unittest.main()
