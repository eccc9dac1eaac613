"""Every kind of file that can come in: what is said of it, and that it is taken whole or not at all."""
import copy
import json
import os
import unittest

from program import DEFINITION, StoreTest, roster, sealed, without_rights


class Merge(StoreTest):
    def setUp(self):
        super().setUp()
        self.open_round()

    def verdict(self, name, *more, code=0, **options):
        done = self.run_assess("submit", name, *more, **options)
        self.assertEqual(done.returncode, code, (done.stdout, done.stderr))
        self.assertEqual(done.stderr, b"")
        out = done.stdout.decode()
        self.assertTrue(out.startswith(f"{name}: "), out)
        return out[len(name) + 2:]

    def refusal(self, name, *more, **options):
        said = self.verdict(name, *more, code=2, **options)
        self.assertTrue(said.startswith("refused: "), said)
        self.assertEqual(self.exported(), self.before, "a refused file changed the store")
        return said

    def with_some_answers(self):
        self.answer_file("first.json", "first", "engineer", {"docker": "daily"})
        self.ok("submit", "first.json")
        self.before = self.exported()

    def test_the_same_person_twice(self):
        self.answer_file("a.json", "wren", "engineer", {"docker": "daily"})
        self.answer_file("b.json", "wren", "hybrid", {"git": "daily"})
        said = self.ok("submit", "a.json", "b.json", "b.json", "a.json")
        self.assertEqual(said, "a.json: stored\n"
                               "b.json: replaces an earlier one\n"
                               "b.json: the same again, nothing to do\n"
                               "a.json: an older one again; the newer one counts, nothing to do\n"
                               "4 files: 4 taken, 0 refused\n")
        self.assertEqual(self.exported()["wren"]["role"], "hybrid")

    def test_the_same_answers_written_differently_are_the_same(self):
        value = self.answers("wren", "engineer", {"docker": "daily"})
        self.write("a.json", sealed(value))
        self.write("b.json", json.dumps(json.loads(sealed(value)), indent=4))
        self.assertEqual(self.verdict("a.json"), "stored\n")
        self.assertEqual(self.verdict("b.json"), "the same again, nothing to do\n")

    def test_good_ones_are_stored_among_bad_ones(self):
        self.answer_file("a.json", "wren", "engineer", {"docker": "daily"})
        self.answer_file("c.json", "tern", "engineer", {"docker": "daily"})
        done = self.run_assess("submit", "a.json", "missing.json", "c.json")
        self.assertEqual(done.returncode, 2)
        lines = done.stdout.decode().splitlines()
        self.assertEqual(lines[0], "a.json: stored")
        self.assertEqual(lines[1], "missing.json: refused: there is no such file")
        self.assertEqual(lines[3], "c.json: stored")
        self.assertEqual(lines[4], "3 files: 2 taken, 1 refused")
        self.assertEqual(set(self.exported()), {"wren", "tern"})

    def test_a_roster_is_taken_whole_or_not_at_all(self):
        self.with_some_answers()
        self.write("bad.csv", roster([("a", "engineer", "", "Docker"), ("b", "gardener", "", "")]))
        self.assertIn("the role 'gardener' is not known", self.refusal("bad.csv"))
        self.write("long.csv", roster([("a", "engineer", "", "Docker"),
                                       ("b" * 65, "engineer", "", "Docker")]))
        self.assertIn("64", self.refusal("long.csv"))

    def test_a_roster_says_how_many_of_each(self):
        self.write("a.csv", roster([("a", "engineer", "", "Docker"), ("b", "engineer", "", "Git")]))
        self.write("b.csv", roster([("a", "engineer", "", "Docker"), ("b", "engineer", "", "AWS"),
                                    ("c", "engineer", "", "Git")]))
        self.assertEqual(self.verdict("a.csv"), "2 people: 2 stored\n")
        self.assertEqual(self.verdict("b.csv"), "3 people: 1 stored; 1 replaces an earlier one; "
                                                "1 the same again, nothing to do\n")

    def test_a_json_roster(self):
        people = [{"respondent": "a", "role": "engineer", "tools": ["Docker"]}]
        self.write("a.json", json.dumps({"format": "assess/roster/1", "respondents": people}))
        self.assertEqual(self.verdict("a.json"), "1 person: 1 stored\n")

    def test_a_roster_without_ids(self):
        self.with_some_answers()
        self.write("a.csv", "role,tools\nengineer,Git\n")
        self.assertIn("the people in it have no ids", self.refusal("a.csv"))

    def test_an_edited_or_damaged_file(self):
        self.with_some_answers()
        whole = sealed(self.answers("wren", "engineer", {"docker": "daily"}))
        self.write("edited.json", whole.replace(b"daily", b"weekly"))
        self.assertIn("edited, or damaged", self.refusal("edited.json"))
        self.write("cut.json", whole[:-20])
        self.refusal("cut.json")
        unsealed = json.loads(whole)
        del unsealed["checksum"]
        self.write("unsealed.json", json.dumps(unsealed))
        self.assertIn("edited, or damaged", self.refusal("unsealed.json"))
        for at in range(0, len(whole), 7):  # whatever byte is wrong
            broken = bytearray(whole)
            broken[at] ^= 1
            self.write("broken.json", bytes(broken))
            self.refusal("broken.json")

    def test_an_older_version_of_the_questionnaire(self):
        newer = copy.deepcopy(DEFINITION)
        newer["version"] = 2
        newer["sections"][0]["questions"][3] = {"id": "years", "kind": "number", "text": "Years?",
                                                "least": 0, "most": 60}
        self.write("mini.json", json.dumps(newer))
        self.ok("round", "close", "autumn")
        old = dict(self.digests)
        self.open_round("winter")
        self.digests["Questionnaire"] = old["Questionnaire"]
        self.answer_file("a.json", "wren", "engineer", {"docker": "daily"}, remark="gone by now")
        said = self.verdict("a.json")
        self.assertTrue(said.startswith("stored\n    "), said)
        self.assertIn("version", said)
        self.assertIn("remark", said)
        answers = self.exported("winter")["wren"]
        self.assertEqual(answers["role"], "engineer")
        self.assertEqual(answers["years"], {"missing": "skipped"})
        self.assertNotIn("remark", answers)

    def test_an_older_version_that_lacks_a_required_answer(self):
        newer = copy.deepcopy(DEFINITION)
        newer["version"] = 2
        newer["sections"][0]["questions"].append({"id": "years", "kind": "number", "least": 0,
                                                  "most": 60, "text": "Years?", "required": True})
        self.write("mini.json", json.dumps(newer))
        self.ok("round", "close", "autumn")
        old = dict(self.digests)
        self.open_round("winter")
        self.digests["Questionnaire"] = old["Questionnaire"]
        self.answer_file("a.json", "wren", "engineer", {"docker": "daily"})
        said = self.verdict("a.json", code=2)
        self.assertIn("years", said)
        self.assertEqual(self.exported("winter"), {})

    def test_another_landscape_and_unknown_tools(self):
        self.answer_file("a.json", "wren", "engineer", {"docker": "daily", "zq-new": "daily"},
                         landscape={"edition": "2031", "digest": "fnv1a64:" + "0" * 16})
        said = self.verdict("a.json")
        self.assertIn("another landscape, '2031'; the round's is 'current'", said)
        self.assertIn("Not in the landscape, kept without a place: 'zq-new'.", said)
        self.assertEqual(self.exported()["wren"]["tools"],
                         [{"tool": "docker", "depth": "daily"}, {"name": "zq-new",
                                                                 "depth": "daily"}])
        self.write("b.csv", roster([("tern", "engineer", "", "Our own tool=daily")]))
        self.assertIn("Our own tool", self.verdict("b.csv"))

    def test_answers_that_do_not_fit_the_questionnaire(self):
        self.with_some_answers()
        self.answer_file("a.json", "wren", "gardener", {"docker": "daily"})
        self.assertIn("role", self.refusal("a.json"))
        value = self.answers("wren", "engineer", {"docker": "daily"})
        del value["answers"]["role"]
        self.write("b.json", sealed(value))
        self.assertIn("role", self.refusal("b.json"))
        value = self.answers("wren", "engineer", {"docker": "daily"})
        value["answers"]["extra"] = 3
        self.write("c.json", sealed(value))
        self.assertIn("extra", self.refusal("c.json"))

    def test_a_role_that_is_not_given_comes_from_the_list_of_who_is_asked(self):
        optional = copy.deepcopy(DEFINITION)
        del optional["sections"][0]["questions"][0]["required"]
        self.write("mini.json", json.dumps(optional))
        self.write("asked.csv", "respondent,role\nwren,engineer\n")
        self.ok("round", "close", "autumn")
        self.open_round("winter", "--lead-entered", "--asked", "asked.csv")
        for who in ("wren", "tern"):
            value = self.answers(who, "engineer", {"docker": "daily"})
            value["answers"]["role"] = {"missing": "skipped"}
            self.write(f"{who}.json", sealed(value))
        self.assertIn("engineer comes from the list", self.verdict("wren.json"))
        self.assertIn("it says no role", self.verdict("tern.json", code=2))
        self.assertEqual(self.exported("winter")["wren"]["role"], "engineer")

    def test_another_questionnaire(self):
        self.with_some_answers()
        value = self.answers("wren", "engineer", {})
        value["questionnaire"]["id"] = "quick"
        self.write("a.json", sealed(value))
        self.assertIn("it answers the questionnaire 'quick', and the round 'autumn' asks 'mini'",
                      self.refusal("a.json"))

    def test_a_closed_round(self):
        self.with_some_answers()
        self.ok("round", "close", "autumn")
        self.answer_file("a.json", "wren", "engineer", {"docker": "daily"})
        self.assertIn("the round 'autumn' was closed at 2026-",
                      self.refusal("a.json", "--round", "autumn"))
        self.assertIn("no round is open", self.refused("submit", "a.json"))

    def test_what_are_no_answers(self):
        self.with_some_answers()
        (self.folder / "folder").mkdir()
        for name, content, words in (
                ("empty.json", b"", "the file is empty"),
                ("blank.csv", b" \n \n", ""),
                ("binary", bytes(range(256)) * 20, ""),
                ("program", b"\x7fELF" + b"\0" * 200, ""),
                ("sheet.xlsx", b"PK\x03\x04" + b"x" * 100, "spreadsheet"),
                ("page.html", b"<!doctype html>", "no file of answers"),
                ("latin1.csv", "respondent,role,tools\nzoë,engineer,Git\n".encode("latin-1"), ""),
                ("list.json", b"[1, 2]", "does not say that it holds answers"),
                ("deep.json", b"[" * 100_000, ""),
                ("other.json", b'{"format": "assess/landscape/1"}', "'assess/landscape/1'"),
                ("draft.json", b'{"format": "assess/draft/1"}', "this is a draft"),
                ("huge.json", b'{"format": "assess/answers/1", "x": "' + b"x" * 5_000_000 + b'"}',
                 "5000"),
                ("wide.csv", b"respondent,role,tools\na,engineer," + b"x" * 17_000_000, ""),
                ("folder", None, "this is a folder")):
            if content is not None:
                self.write(name, content)
            said = self.refusal(name)
            self.assertIn(words, said)
            self.assertGreaterEqual(said.count("\n"), 2, f"{name}: no hint: {said}")
        self.write("secret.json", b"{}")
        os.chmod(self.folder / "secret.json", 0)
        self.assertIn("Permission denied", self.refusal("secret.json", prefix=without_rights()))

    def test_names_are_made_harmless(self):
        self.with_some_answers()
        name = "bad\x1b[31m\nname.json"
        self.write(name, b"x")
        out = self.run_assess("submit", name).stdout
        self.assertNotIn(b"\x1b", out)

    def test_standard_input(self):
        value = sealed(self.answers("wren", "engineer", {"docker": "daily"}))
        self.assertEqual(self.ok("submit", "-", input=value), "standard input: stored\n")

    def test_exported_cells_are_no_formulas(self):
        self.write("a.csv", roster([("=1+1", "engineer", "@team", "+plus"),
                                    ("-x", "engineer", '"a,b"', "Git")]))
        self.ok("submit", "a.csv")
        for line in self.ok("export").splitlines()[1:]:
            for cell in line.replace('"', "").split(","):
                self.assertNotRegex(cell, "^[=+@-]", line)


if __name__ == "__main__":
    unittest.main()
