"""Killed at any moment while submitting: nothing that was acknowledged is lost, nothing is half there."""
import os
import random
import signal
import time
import unittest

from program import SANITIZED, StoreTest, roster

KILLS = int(os.environ.get("ASSESS_KILLS", "15" if SANITIZED else "200"))
PER_ROSTER = 3


class Crash(StoreTest):
    def make_files(self, count):
        """Answer files of one person each, and rosters of three, in one shuffled order."""
        self.people = {}
        files = []
        for i in range(count):
            name = f"f{i}.json" if i % 2 else f"f{i}.csv"
            if i % 2:
                self.answer_file(name, f"a{i}", "engineer", {"docker": "daily", "git": "weekly"})
                self.people[name] = [f"a{i}"]
            else:
                people = [f"r{i}-{k}" for k in range(PER_ROSTER)]
                self.write(name, roster((who, "researcher", "", "Optuna=daily;Git")
                                        for who in people))
                self.people[name] = people
            files.append(name)
        return files

    def acknowledged(self, process, read_before=b""):
        """The files that whole lines of the output say are stored."""
        out = (read_before + process.stdout.read()).decode()
        return {line.split(":")[0] for line in out.split("\n")[:-1]
                if "stored" in line or "the same again" in line}

    def check(self, known):
        found = self.exported()  # the store opens, and nobody is there twice
        for name in known:
            for who in self.people[name]:
                self.assertIn(who, found, f"{name} was acknowledged and is lost")
        for name, people in self.people.items():
            there = [who in found for who in people]
            self.assertIn(sum(there), (0, len(people)), f"{name} is half there")
        for who, answers in found.items():
            if who.startswith("a"):
                self.assertEqual(answers["role"], "engineer")
                self.assertEqual([t["tool"] for t in answers["tools"]], ["docker", "git"])
        return found

    def test_killed_at_random_moments(self):
        seed = int(os.environ.get("ASSESS_SEED", "20261123"))
        print(f"seed {seed}, {KILLS} kills")
        chance = random.Random(seed)
        self.open_round()
        files = self.make_files(4 * KILLS)
        per_run = 6
        # How long a whole run takes, from which the moments to kill it are drawn.
        start = time.monotonic()
        self.ok("submit", *files[:per_run])
        whole = time.monotonic() - start
        known = set(files[:per_run])
        interrupted = 0
        for kill in range(KILLS):
            at = per_run + kill * 3
            batch = files[at:at + per_run]  # overlaps the next one: some come twice
            process = self.start_assess("submit", *batch)
            # Every other time from the start of the work on: however slow the machine is, kills
            # then fall between and into the commits.
            seen = b""
            for _ in range(chance.randrange(1, per_run) if kill % 2 else 0):
                seen += process.stdout.readline()
            time.sleep(chance.uniform(0, whole / per_run if kill % 2 else 1.1 * whole))
            process.send_signal(signal.SIGKILL)
            known |= self.acknowledged(process, seen)
            process.stderr.close()
            process.stdout.close()
            interrupted += process.wait() == -signal.SIGKILL
            self.check(known)
        self.assertGreater(interrupted, KILLS // 4, "hardly any run was interrupted")
        print(f"{interrupted} runs were interrupted; {len(known)} files acknowledged")
        self.ok("submit", *files)
        found = self.check(files)
        self.assertEqual(len(found), sum(map(len, self.people.values())))

    def test_killed_while_forgetting(self):
        self.open_round()
        chance = random.Random(7)
        for i in range(max(KILLS // 8, 5)):
            secret = f"Zq{i}unheardoftool"
            self.write("x.csv", roster([(f"gone{i}", "engineer", "", secret), ("stays", "engineer",
                                                                              "", "Git")]))
            self.ok("submit", "x.csv")
            process = self.start_assess("forget", f"gone{i}")
            time.sleep(chance.uniform(0, 0.03))
            process.kill()
            process.communicate()
            self.run_assess("forget", f"gone{i}")  # refused where the first one had come so far
            self.ok("submit", "x.csv")             # whoever writes next finishes the work ...
            self.ok("forget", f"gone{i}")
            for file in self.folder.glob("assess.db*"):
                self.assertNotIn(secret.encode(), file.read_bytes(), file.name)
            self.assertIn("stays", self.exported())

    def test_bytes_of_an_interrupted_forget_go_with_the_next_command(self):
        import sqlite3
        self.open_round()
        self.answer_file("x.json", "wren", "engineer", {"docker": "daily"}, remark="Zqunheardof")
        self.answer_file("y.json", "tern", "engineer", {"docker": "daily"})
        self.ok("submit", "x.json")
        # What is left where a process ends right after its first step: deleted, not yet erased.
        connection = sqlite3.connect(self.store)
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("DELETE FROM submissions")
        connection.execute("INSERT INTO store VALUES ('erasing', '1')")
        connection.commit()
        connection.close()
        self.assertIn(b"Zqunheardof", self.store.read_bytes(), "the test shows nothing")
        self.ok("submit", "y.json")
        for file in self.folder.glob("assess.db*"):
            self.assertNotIn(b"Zqunheardof", file.read_bytes(), file.name)


if __name__ == "__main__":
    unittest.main()
