"""Several processes at one store at the same time."""
import unittest

from program import SANITIZED, StoreTest, roster

FILES = 100 if SANITIZED else 1000


class Shared(StoreTest):
    def finish(self, process):
        out, err = process.communicate(timeout=300)
        self.assertEqual(process.returncode, 0, err)
        return out.decode()

    def test_two_processes_submit_a_thousand_files(self):
        self.open_round()
        names = []
        for i in range(FILES):
            names.append(f"{i}.json")
            self.answer_file(names[-1], f"p{i}", "engineer", {"docker": "daily"})
        one = self.start_assess("submit", *names[:FILES // 2])
        other = self.start_assess("submit", *names[FILES // 2:])
        self.assertEqual(self.finish(one).count(": stored\n"), FILES // 2)
        self.assertEqual(self.finish(other).count(": stored\n"), FILES - FILES // 2)
        self.assertEqual(set(self.exported()), {f"p{i}" for i in range(FILES)})

    def test_the_same_files_from_two_processes_are_stored_once(self):
        self.open_round()
        names = []
        for i in range(FILES // 10):
            names.append(f"{i}.json")
            self.answer_file(names[-1], f"p{i}", "engineer", {"docker": "daily"})
        one = self.start_assess("submit", *names)
        other = self.start_assess("submit", *reversed(names))
        said = self.finish(one) + self.finish(other)
        self.assertEqual(said.count(": stored\n"), len(names))
        self.assertEqual(said.count(": the same again"), len(names))

    def test_forget_and_report_while_another_submits(self):
        self.open_round()
        self.write("first.csv", roster(
            [(f"e{i}", "engineer", "", "Docker;Git") for i in range(6)] +
            [(f"r{i}", "researcher", "", "Optuna;Git") for i in range(6)] +
            [("gone", "engineer", "", "Zqunheardof")]))
        self.ok("submit", "first.csv")
        names = []
        for i in range(FILES // 5):
            names.append(f"{i}.json")
            self.answer_file(names[-1], f"p{i}", "hybrid", {"mlflow": "daily"})
        submitting = self.start_assess("submit", *names)
        self.assertIn("Forgotten: 1 submission", self.ok("forget", "gone"))
        for _ in range(3):
            self.assertIn("Findings", self.ok("report", "assess.db"))
        self.finish(submitting)
        found = self.exported()
        self.assertNotIn("gone", found)
        self.assertEqual(len(found), 12 + len(names))
        self.ok("forget", "p0")  # nobody reads now: no byte of anybody forgotten is left
        for file in self.folder.glob("assess.db*"):
            self.assertNotIn(b"Zqunheardof", file.read_bytes())

    def test_rounds_opened_at_once_have_one_winner(self):
        self.ok("init")
        runs = [self.start_assess("round", "open", "same", "--lead-entered", "--questionnaire",
                                  "mini.json") for _ in range(4)]
        codes = []
        for process in runs:
            process.communicate()
            codes.append(process.returncode)
        self.assertEqual(sorted(codes), [0, 2, 2, 2])


if __name__ == "__main__":
    unittest.main()
