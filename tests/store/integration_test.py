"""Ten people by three routes give one report, with the numbers of the same answers typed as a roster."""
import json
import unittest

from program import StoreTest, compact, fnv1a64, roster, sealed

PEOPLE = [  # pseudonym, role, team, tools
    ("wren", "engineer", "Search", ["docker", "git", "kubernetes"]),
    ("tern", "engineer", "Search", ["docker", "git"]),
    ("kite", "engineer", "Ads", ["docker", "aws", "git"]),
    ("rook", "engineer", "Ads", ["aws", "github"]),
    ("dove", "researcher", "Search", ["optuna", "weights-and-biases"]),
    ("lark", "researcher", "Search", ["weights-and-biases", "mlflow", "git"]),
    ("crow", "researcher", "Ads", ["optuna", "comet"]),
    ("swan", "researcher", "Ads", ["weights-and-biases", "deepnote"]),
    ("ibis", "hybrid", "Ads", ["mlflow", "docker", "git"]),
    ("gull", "hybrid", "", []),
]


class Integration(StoreTest):
    def by_terminal(self, who, role, team, tools):
        """As the terminal writes it: by the program itself, answers from a pipe."""
        name = f"{who}.json"
        lines = "\n".join([role, team, "; ".join(tools) or "none"]) + "\n"
        self.ok("ask", "quick", "--as", who, "--out", name, "--language", "en",
                input=lines.encode())
        return name

    def by_browser(self, who, role, team, tools):
        """As the form writes it: JSON.stringify, keys in the order in which they were set."""
        answers = {"role": role, "team": team or {"missing": "skipped"},
                   "tools": [{"tool": tool, "depth": "uses"} for tool in sorted(tools)]}
        value = {"format": "assess/answers/1",
                 "questionnaire": {"id": "quick", "version": self.version,
                                   "digest": self.digests["Questionnaire"]},
                 "landscape": {"edition": "current", "digest": self.digests["Landscape"]},
                 "respondent": who, "language": "de", "answers": answers}
        checksum = fnv1a64(compact(value))
        text = json.dumps({**value, "checksum": checksum}, ensure_ascii=False, indent=1)
        return self.answer(f"{who}.json", text)

    def answer(self, name, text):
        self.write(name, text)
        return name

    def rows(self, people):
        return roster((who, role, team, "; ".join(tools) or "none")
                      for who, role, team, tools in people)

    def numbers(self, *words):
        report = json.loads(self.ok("report", *words, "--format", "json"))
        return {key: report[key] for key in ("groups", "comparisons", "findings", "landscape",
                                             "policy")}

    def setUp(self):
        super().setUp()
        self.ok("init")
        self.ok("round", "open", "autumn", "--lead-entered", "--questionnaire", "quick")
        self.digests = self.read_digests("autumn")
        shown = self.ok("round", "show")
        self.version = int(shown.split("quick, version ")[1].split()[0])
        files = [self.by_terminal(*one) for one in PEOPLE[:4]]
        files += [self.by_browser(*one) for one in PEOPLE[4:7]]
        files.append(self.answer("rest.csv", self.rows(PEOPLE[7:])))
        said = self.ok("submit", *files)
        self.assertEqual(said.count(": stored\n"), 7, said)
        self.assertIn("rest.csv: 3 people: 3 stored", said)
        self.write("all.csv", self.rows(PEOPLE))

    def test_the_report_is_that_of_the_same_answers_in_a_roster(self):
        for more in ((), ("--by", "team"), ("--between", "hybrid,engineer"), ("--seed", "7")):
            self.assertEqual(self.numbers("assess.db", *more), self.numbers("all.csv", *more), more)

    def test_the_exported_roster_gives_the_same_report(self):
        self.write("out.csv", self.ok("export"))
        self.assertEqual(self.numbers("out.csv"), self.numbers("all.csv"))

    def test_exported_answers_can_be_submitted_again(self):
        export = json.loads(self.ok("export", "--format", "json"))
        names = []
        for one in export["submissions"]:
            self.assertEqual(one["route"], "roster" if one["respondent"] in
                             [who for who, *_ in PEOPLE[7:]] else "answer-file")
            if one["route"] == "answer-file":
                unsealed = {k: v for k, v in one["answers"].items() if k != "checksum"}
                self.assertEqual(json.loads(sealed(unsealed)), one["answers"])
                names.append(one["respondent"] + "-again.json")
                self.write(names[-1], json.dumps(one["answers"]))
        self.assertEqual(self.ok("submit", *names).count("the same again, nothing to do"), 7)
        self.ok("submit", "rest.csv")
        self.assertEqual(self.ok("submit", "rest.csv"),
                         "rest.csv: 3 people: 3 the same again, nothing to do\n")

    def test_a_confidential_round_of_the_same_people_shows_only_what_it_may(self):
        self.ok("round", "open", "secret", "--confidential", "--questionnaire", "quick")
        self.ok("submit", "all.csv", "--round", "secret")
        said = self.refused("report", "assess.db", "--round", "secret")
        self.assertIn("Groups of at least 5 people are shown", said)


if __name__ == "__main__":
    unittest.main()
