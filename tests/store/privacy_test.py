"""Attacks on a confidential round, by everything that the commands print.

Whoever attacks has every output there ever was. What holds is checked on the outputs' bytes, and on
the store's record of what was shown, with cells counted here and not by the program.
"""
import json
import random
import sqlite3
import unittest

from program import ROLES, SANITIZED, StoreTest, sealed

LEAST = 5


def smallest_cell(sets):
    """People in the smallest part into which all sets together cut everybody who was ever shown."""
    cells = {}
    for person in set().union(*sets) if sets else ():
        key = tuple(person in one for one in sets)
        cells[key] = cells.get(key, 0) + 1
    return min(cells.values(), default=0)


def without_warnings(value):
    if isinstance(value, list):
        return [without_warnings(one) for one in value]
    if isinstance(value, dict):
        return {key: without_warnings(one) for key, one in value.items() if key != "warnings"}
    return value


class Attack(StoreTest):
    def setUp(self):
        super().setUp()
        self.open_round("secret", "--confidential")
        self.formats = self.ok("help", "report").split("How the report is written.")[1]
        self.formats = self.formats.split("One of:")[1].split(".")[0].replace("\n", " ").split(",")
        self.formats = [name.strip() for name in self.formats]
        self.assertIn("json", self.formats)

    def send(self, who, role, tools, team=None, remark=None):
        self.answer_file("in.json", who, role, tools, team, remark)
        self.ok("submit", "in.json")

    def send_named(self, who, role, name, team=None):
        """Answers with a tool that only this person names."""
        answers = self.answers(who, role, {"git": "daily"}, team)
        answers["answers"]["tools"].append({"name": name, "depth": "daily"})
        self.write("in.json", sealed(answers))
        self.ok("submit", "in.json")

    def team_of(self, number, role, tools, team=None, start=0):
        for i in range(start, start + number):
            self.send(f"{role}-{i}-pseudonym", role, tools, team)

    def everything_shown(self):
        """All bytes that any command prints of the round, refusals included."""
        shown = b""
        for by in ("role", "team"):
            for name in self.formats:
                done = self.run_assess("report", "assess.db", "--by", by, "--format", name)
                shown += done.stdout + done.stderr
        for words in (("round", "list"), ("round", "show"), ("export",),
                      ("export", "--format", "json"), ("figure", "assess.db"),
                      ("trend", "assess.db"), ("compare", "assess.db", "assess.db"),
                      ("recommend", "assess.db"), ("recommend", "assess.db", "--format", "json"),
                      ("what-if", "assess.db", "--adopt", "Dagster=researcher"),
                      ("radar", "assess.db", "--all"), ("table", "assess.db", "--which", "tools"),
                      ("table", "assess.db", "--which", "positions")):
            done = self.run_assess(*words)
            shown += done.stdout + done.stderr
        return shown

    def report(self, by="role"):
        """The report as a value, without what it says beside the numbers; None where refused."""
        done = self.run_assess("report", "assess.db", "--by", by, "--format", "json")
        if done.returncode == 2:
            self.assertEqual(done.stdout, b"")
            return None
        self.assertEqual(done.returncode, 0, done.stderr)
        return without_warnings(json.loads(done.stdout))

    def shown_sets(self):
        connection = sqlite3.connect(self.store)
        rows = connection.execute("SELECT submissions FROM shown_sets ORDER BY id").fetchall()
        connection.close()
        return [frozenset(map(int, row[0].split())) for row in rows]

    def check_record(self):
        sets = self.shown_sets()
        if sets:
            self.assertGreaterEqual(smallest_cell(sets), LEAST)

    def sizes(self, report):
        return {group.get("role") or group.get("team") or group.get("id"): group["n"]
                for group in report["groups"]}

    def test_a_small_group_and_its_complement(self):
        self.team_of(6, "engineer", {"docker": "daily"})
        self.team_of(6, "researcher", {"optuna": "daily"})
        for i in range(2):
            self.send_named(f"hybrid-{i}-pseudonym", "hybrid", f"Zqhybridtool{i}")
        shown = self.everything_shown()
        self.assertNotIn(b"Zqhybridtool", shown)
        self.assertNotIn(b"pseudonym", shown)
        self.assertNotIn(b"14 people", shown)
        report = self.report()
        self.assertEqual({k: n for k, n in self.sizes(report).items() if n},
                         {"engineer": 6, "researcher": 6})
        self.assertEqual(set().union(*self.shown_sets()), set(range(1, 13)))
        text = self.ok("report", "assess.db")
        self.assertIn("Hybrids are not shown", " ".join(text.split()))
        self.check_record()

    def test_one_more_person_joins(self):
        self.team_of(6, "engineer", {"docker": "daily"})
        self.team_of(6, "researcher", {"optuna": "daily"})
        before = self.report()
        self.send_named("late-pseudonym", "engineer", "Zqlatecomer")
        self.assertEqual(self.report(), before)
        self.assertNotIn(b"Zqlatecomer", self.everything_shown())
        # Enough newcomers are shown together.
        self.team_of(5, "engineer", {"kubernetes": "daily"}, start=20)
        self.assertEqual(self.sizes(self.report())["engineer"], 12)
        self.check_record()

    def test_one_person_changes_their_answers(self):
        self.team_of(6, "engineer", {"docker": "daily"})
        self.team_of(6, "researcher", {"optuna": "daily"})
        before = self.report()
        self.send_named("engineer-0-pseudonym", "engineer", "Zqchanged")
        self.assertEqual(self.report(), before)
        self.assertNotIn(b"Zqchanged", self.everything_shown())
        self.check_record()

    def test_one_person_changes_their_role(self):
        self.team_of(6, "engineer", {"docker": "daily"})
        self.team_of(6, "researcher", {"optuna": "daily"})
        before = self.report()
        self.send_named("engineer-0-pseudonym", "researcher", "Zqmoved")
        self.assertEqual(self.report(), before)
        self.assertNotIn(b"Zqmoved", self.everything_shown())
        self.check_record()

    def test_one_person_is_forgotten(self):
        self.team_of(9, "engineer", {"docker": "daily"})
        self.team_of(11, "researcher", {"optuna": "daily"})
        self.report()
        first = self.shown_sets()
        self.ok("forget", "engineer-3-pseudonym")
        after = self.report()
        self.check_record()
        gone = frozenset().union(*first) - frozenset(range(1, 4)) - frozenset(range(5, 21))
        self.assertEqual(gone, {4})
        if after is not None:
            population = set().union(*self.shown_sets()[len(first):]) or set(range(1, 21))
            self.assertNotIn(4, population, "the forgotten person is still shown")
            left_out = set(range(1, 21)) - population
            self.assertGreaterEqual(len(left_out), LEAST, "the report says who left")

    def test_roles_against_teams(self):
        """Two in Search are engineers, five are researchers: no order of reports tells which."""
        for order in (("role", "team"), ("team", "role")):
            with self.subTest(order=order):
                self.store.unlink()
                self.open_round("secret", "--confidential")
                self.team_of(2, "engineer", {"aws": "daily"}, "Search")
                self.team_of(6, "engineer", {"docker": "daily"}, "Ads", start=2)
                self.team_of(5, "researcher", {"optuna": "daily"}, "Search")
                self.team_of(5, "researcher", {"weights-and-biases": "daily"}, "Ads", start=5)
                for by in order:
                    self.report(by)
                    self.check_record()

    def test_teams_written_differently_are_one(self):
        for i, team in enumerate(["Search", "search", "SEARCH", "Search", "Search", "sea-rch"]):
            self.send(f"e{i}", "engineer", {"docker": "daily"}, team)
        for i in range(6):
            self.send(f"r{i}", "researcher", {"optuna": "daily"}, "Ads")
        report = self.report("team")
        self.assertEqual(sorted(self.sizes(report).values()), [6, 6])
        self.check_record()

    def test_a_small_team_is_not_even_named(self):
        self.team_of(8, "engineer", {"docker": "daily"}, "Ads")
        self.team_of(8, "researcher", {"optuna": "daily"}, "Search")
        self.team_of(2, "engineer", {"aws": "daily"}, "Zqsmallteam", start=30)
        for by in ("role", "team"):
            for name in self.formats:
                done = self.run_assess("report", "assess.db", "--by", by, "--format", name)
                if by == "role":
                    self.assertNotIn(b"Zqsmallteam", done.stdout + done.stderr)
        report = self.report("team")
        self.assertNotIn("Zqsmallteam", self.sizes(report))
        self.check_record()

    def test_comments_wait_for_ten(self):
        for i in range(6):
            self.send(f"e{i}", "engineer", {"docker": "daily"}, None, f"Zqcomment {i}")
        self.assertNotIn(b"Zqcomment", self.everything_shown())

    def test_counts_of_answers(self):
        self.write("asked.csv", "respondent,role\n" + "".join(
            f"{role}-{i}-pseudonym,{role}\n" for role in ROLES for i in range(7)))
        self.ok("round", "open", "counted", "--confidential", "--questionnaire", "mini.json",
                "--asked", "asked.csv")
        for role, count in (("engineer", 6), ("researcher", 5), ("hybrid", 3)):
            for i in range(count):
                self.answer_file("in.json", f"{role}-{i}-pseudonym", role, {"git": "daily"})
                self.ok("submit", "in.json", "--round", "counted")
        for words in (("round", "list"), ("round", "show", "counted"),
                      ("report", "assess.db", "--round", "counted")):
            said = " ".join(self.ok(*words).split())
            for given_away in ("14 people", "3 of 7", "0 of 7", "at least 11"):
                self.assertNotIn(given_away, said, words)
        said = self.ok("round", "show", "counted")
        self.assertIn("6 of 7 engineers", said)
        self.assertIn("5 of 7 researchers", said)
        self.assertIn("fewer than 5 of 7 hybrids", said)
        self.assertIn("fewer than 5 of 7 others", said)
        self.assertIn("at least 10 people", said)

    def test_no_answers_are_exported(self):
        self.team_of(6, "engineer", {"docker": "daily"})
        for format_name in ("csv", "json"):
            done = self.run_assess("export", "--format", format_name, "--out", "leak")
            self.assertEqual(done.returncode, 2)
            self.assertEqual(done.stdout, b"")
            self.assertIn(b"confidential", done.stderr)
            self.assertFalse((self.folder / "leak").exists())

    def test_no_single_answer_is_searched_for_what_flips_a_finding(self):
        self.team_of(6, "engineer", {"docker": "daily"})
        self.team_of(6, "researcher", {"optuna": "daily"})
        self.write("gap.json", self.ok("report", "assess.db", "--format", "json"))
        saved = json.loads((self.folder / "gap.json").read_text())
        self.assertEqual(saved["privacy"],
                         {"promise": "confidential", "least_people": 5, "least_texts": 10})
        explained = self.ok("explain", "gap.json", "opposite-ends building")
        self.assertIn("given in confidence", " ".join(explained.split()))

    def test_the_file_holds_no_pseudonym(self):
        self.write("asked.csv", "respondent,role\nasked-pseudonym,engineer\n")
        self.ok("round", "open", "two", "--confidential", "--questionnaire", "mini.json",
                "--asked", "asked.csv")
        self.answer_file("in.json", "sent-pseudonym", "engineer", {"git": "daily"})
        self.ok("submit", "in.json", "--round", "two")
        self.write("team.csv", "respondent,role,tools\nrow-pseudonym,engineer,Git\n")
        self.ok("submit", "team.csv", "--round", "two")
        for file in self.folder.glob("assess.db*"):
            self.assertNotIn(b"pseudonym", file.read_bytes())

    def test_the_promise_cannot_be_changed(self):
        connection = sqlite3.connect(self.store)
        with self.assertRaises(sqlite3.DatabaseError):
            connection.execute("UPDATE rounds SET promise = 'lead-entered'")
        connection.execute("DROP TRIGGER promise_is_kept")
        connection.execute("UPDATE rounds SET promise = 'lead-entered'")
        connection.commit()
        connection.close()
        self.assertIn("damaged", self.refused("export", code=3))

    def test_any_order_of_events(self):
        """Joining, changing, forgetting and reporting at random: the rule holds after each."""
        seed = 20261123
        print(f"seed {seed}")
        chance = random.Random(seed)
        tools = ["docker", "git", "aws", "optuna", "weights-and-biases", "mlflow", "kubernetes"]
        people = {}
        shown_once = 0
        for _ in range(3 if SANITIZED else 12):
            for _ in range(chance.randint(1, 7)):
                if people and chance.random() < 0.2:
                    who = chance.choice(sorted(people))
                    if chance.random() < 0.5:
                        self.ok("forget", who)
                        del people[who]
                        continue
                else:
                    who = f"p{len(people)}-{chance.randrange(10**6)}"
                role = people.setdefault(who, chance.choice(ROLES[:3]))
                self.send(who, role, {tool: "daily" for tool in chance.sample(tools, 2)},
                          chance.choice(["Ads", "Search", None]))
            for by in chance.sample(["role", "team"], 2):
                report = self.report(by)
                self.check_record()
                if report is None:
                    continue
                shown_once += 1
                sizes = {len(one) for one in self.shown_sets()}
                for name, n in self.sizes(report).items():
                    self.assertTrue(n == 0 or n in sizes, f"{name} of {n} was not recorded")
                    self.assertTrue(n == 0 or n >= LEAST, f"{name} is shown with {n} people")
        self.assertGreater(shown_once, 2, "the attack saw nothing")

    def test_a_landscape_of_ones_own_takes_nothing_apart(self):
        """With one tool moved, the difference of two reports would be that tool's mean share."""
        self.team_of(6, "researcher", {"optuna": "daily"})
        self.team_of(6, "engineer", {"git": "daily"})
        self.write("moved.json", json.dumps({
            "format": "assess/landscape/1", "edition": "moved", "tools": [
                {"id": "git", "position": {"x": 0.9, "y": 0.9, "tolerance": 0.05, "source": "mine",
                                           "rationale": "To see what moves."}}]}))
        before = self.shown_sets()
        for words in (("--overlay", "moved.json"), ("--landscape", "2021")):
            for command in ("report", "recommend", "radar", "trend"):
                said = self.refused(command, "assess.db", *words)
                if command != "trend":  # which wants a second round first
                    self.assertIn("with its own landscape only", said)
        self.assertEqual(self.shown_sets(), before, "a refused report was recorded")

    def test_a_policy_of_ones_own_counts_nobody(self):
        """Weights and numbers of people stay as they are; thresholds of gaps are the lead's own."""
        self.team_of(6, "researcher", {"optuna": "daily"})
        self.team_of(2, "engineer", {"git": "rarely", "docker": "daily"})
        self.team_of(6, "engineer", {"docker": "daily"}, start=2)
        self.write("own.json", json.dumps({
            "format": "assess/policy/1",
            "depth_weights": {"rarely": 1, "daily": 0.01}, "broken_ladder": {"people": 3},
            "opposite_ends": {"notable": 0.2}}))
        plain = self.report()
        done = json.loads(self.ok("report", "assess.db", "--policy", "own.json", "--format",
                                  "json"))
        self.assertIn("cannot be changed", " ".join(done["warnings"]))
        self.assertEqual(done["policy"]["depth_weights"], plain["policy"]["depth_weights"])
        self.assertEqual(done["policy"]["broken_ladder"], plain["policy"]["broken_ladder"])
        self.assertEqual(done["policy"]["opposite_ends"]["notable"], 0.2)
        self.assertEqual(done["groups"], plain["groups"])
        self.assertEqual(done["comparisons"], plain["comparisons"])


if __name__ == "__main__":
    unittest.main()
