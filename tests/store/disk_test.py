"""Full disks, read-only places, and files that are no sound store."""
import json
import os
import random
import sqlite3
import stat
import subprocess
import unittest

from program import SANITIZED, StoreTest, roster, without_rights


class FullDisk(StoreTest):
    def test_a_file_size_limit_stops_the_store_and_loses_nothing(self):
        self.open_round()
        for i in range(40):
            self.answer_file(f"{i}.json", f"p{i}", "engineer", {"docker": "daily"},
                             remark="x" * 250)
        names = [f"{i}.json" for i in range(40)]
        stopped = 0
        known = set()
        for limit in (1, 4096, 20_000, 33_000, 60_000, 100_000, 200_000):
            done = self.run_assess("submit", *names, file_size=limit)
            said = done.stdout.decode().splitlines()
            known |= {line.split(":")[0] for line in said
                      if ": stored" in line or "the same again" in line}
            if done.returncode != 0:
                stopped += 1
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertRegex(done.stderr.decode(), "disk")
            found = self.exported()
            self.assertEqual({name.split(".")[0] for name in known} - {who[1:] for who in found},
                             set(), "acknowledged and lost")
        self.assertGreaterEqual(stopped, 3)
        self.ok("submit", *names)
        self.assertEqual(len(self.exported()), 40)

    def test_a_store_is_made_whole_or_not_at_all(self):
        said = self.refused("init", code=3, file_size=4096)
        self.assertIn("assess: ", said)
        self.assertEqual([p.name for p in self.folder.iterdir()], ["mini.json"])

    def test_a_full_file_system(self):
        place = self.folder / "small"
        place.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1200k", "none", place],
                                 capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("no file system may be mounted here: " + mounted.stderr.decode())
        self.addCleanup(subprocess.run, ["umount", place])
        self.store = place / "assess.db"
        self.ok("init", str(self.store))
        option = ("--store", str(self.store))
        self.ok("round", "open", "autumn", "--lead-entered", "--questionnaire", "mini.json", *option)
        self.write("big.csv", roster((f"p{i}", "engineer", "", "Docker") for i in range(4000)))
        self.write("one.csv", roster([("p0", "engineer", "", "Docker")]))
        self.ok("submit", "one.csv", *option)
        said = self.refused("submit", "big.csv", *option, code=3)
        self.assertIn("disk", said)
        found = json.loads(self.ok("export", "--format", "json", *option))["submissions"]
        self.assertEqual([one["respondent"] for one in found], ["p0"])


class ReadOnly(StoreTest):
    def setUp(self):
        super().setUp()
        self.open_round()
        self.write("team.csv", roster([("a", "engineer", "", "Docker"),
                                       ("b", "researcher", "", "Optuna")]))
        self.ok("submit", "team.csv")
        self.addCleanup(self.folder.chmod, 0o700)

    def check(self):
        before = self.store.read_bytes()
        rights = without_rights()
        for words in (("submit", "team.csv"), ("forget", "a"), ("round", "close", "autumn")):
            said = self.refused(*words, code=3, prefix=rights)
            self.assertIn("the store cannot be written", said)
            self.assertIn("Make sure that you may write the file and its folder.", said)
        self.ok("round", "show", prefix=rights)
        self.ok("report", "assess.db", prefix=rights)
        self.assertIn("a,engineer", self.ok("export", prefix=rights))
        self.assertEqual(self.store.read_bytes(), before)
        self.assertEqual([p.name for p in self.folder.glob("assess.db*")], ["assess.db"])

    def test_a_file_that_may_not_be_written(self):
        self.store.chmod(0o400)
        self.check()

    def test_a_folder_that_may_not_be_written(self):
        self.folder.chmod(0o500)
        self.check()

    def test_a_file_that_may_not_be_read(self):
        self.store.chmod(0)
        self.assertIn("cannot be read", self.refused("round", "list", code=3,
                                                     prefix=without_rights()))

    def test_a_confidential_report_that_cannot_be_recorded_is_not_shown(self):
        self.open_round("secret", "--confidential")
        self.write("six.csv", roster([(f"s{i}", "engineer", "", "Docker") for i in range(6)]))
        self.ok("submit", "six.csv", "--round", "secret")
        self.store.chmod(0o400)
        done = self.run_assess("report", "assess.db", "--round", "secret",
                               prefix=without_rights())
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(done.stdout, b"")


class Private(StoreTest):
    def test_only_the_owner_may_read_the_store(self):
        os.umask(0)
        self.open_round()
        self.assertEqual(stat.S_IMODE(self.store.stat().st_mode), 0o600)
        connection = sqlite3.connect(self.store)  # while it is open, the log is there
        connection.execute("SELECT * FROM rounds").fetchall()
        self.write("team.csv", roster([("a", "engineer", "", "Docker")]))
        self.ok("submit", "team.csv")
        files = list(self.folder.glob("assess.db*"))
        self.assertEqual(len(files), 3)
        for file in files:
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600, file.name)
        connection.close()


class Damaged(StoreTest):
    COMMANDS = (("round", "list"), ("submit", "team.csv"), ("report", "assess.db"), ("forget", "a"))

    def setUp(self):
        super().setUp()
        self.open_round()
        self.write("team.csv", roster([(f"p{i}", "engineer", "", "Docker") for i in range(50)]))
        self.ok("submit", "team.csv")
        self.whole = self.store.read_bytes()

    def refused_and_unchanged(self, content, code, words):
        self.store.write_bytes(content)
        for command in self.COMMANDS:
            done = self.run_assess(*command)
            if command[0] == "report" and code == 2 and not content.startswith(b"SQLite format 3"):
                continue  # read as a roster, and refused as one
            self.assertEqual(done.returncode, code, (command, done.stdout, done.stderr))
            self.assertRegex(done.stderr.decode(), words)
            self.assertEqual(self.store.read_bytes(), content, command)
        self.assertEqual([p.name for p in self.folder.glob("assess.db?*")], [])

    def test_what_is_no_store(self):
        for content in (b"", b"x", b"respondent,role\n" * 50, b"SQLite format 3\0", os.urandom(5000)):
            self.refused_and_unchanged(content, 2, "no store of assess")

    def test_another_programs_database(self):
        connection = sqlite3.connect(self.folder / "other.db")
        connection.execute("CREATE TABLE rounds (id)")
        connection.commit()
        connection.close()
        self.refused_and_unchanged((self.folder / "other.db").read_bytes(), 2, "another program")

    def test_a_newer_store(self):
        newer = bytearray(self.whole)
        newer[60:64] = (99).to_bytes(4, "big")  # user_version
        self.refused_and_unchanged(bytes(newer), 2, "newer assess")

    def test_truncated(self):
        for size in (100, 512, 4096, 4097, len(self.whole) // 2, len(self.whole) - 4096,
                     len(self.whole) - 1):
            self.refused_and_unchanged(self.whole[:size], 3, "damaged")

    def test_flipped_bytes_are_found_or_harmless(self):
        """Whatever byte is wrong, nothing false is shown and nothing is written."""
        sound = self.ok("export", "--format", "json")
        chance = random.Random(20261123)
        found = 0
        flips = 30 if SANITIZED else 250
        for _ in range(flips):
            content = bytearray(self.whole)
            at = chance.randrange(len(content))
            content[at] ^= 1 << chance.randrange(8)
            self.store.write_bytes(content)
            done = self.run_assess("export", "--format", "json")
            self.assertIn(done.returncode, (0, 2, 3), (at, done.stderr))
            if done.returncode == 0:
                self.assertEqual(done.stdout.decode(), sound, f"a false answer after a flip at {at}")
            else:
                found += 1
                self.assertRegex(done.stderr.decode(), "assess: ", at)
                self.assertNotIn(b"inside the program", done.stderr, at)
            self.assertEqual(self.store.read_bytes(), bytes(content), at)
        print(f"{found} of {flips} flipped bits were found; the others changed nothing shown")
        self.assertGreater(found, flips // 4)

    def test_a_damaged_file_with_a_log_is_not_touched(self):
        connection = sqlite3.connect(self.store)  # leaves what a crash would: a log not yet read
        connection.execute("INSERT INTO store VALUES ('late', 'only in the log')")
        connection.commit()
        log = self.folder / "assess.db-wal"
        log_bytes = log.read_bytes()
        store_bytes = self.store.read_bytes()
        connection.close()
        log.write_bytes(log_bytes)
        self.store.write_bytes(store_bytes)
        self.assertGreater(len(log_bytes), 4096)
        before = bytearray(self.store.read_bytes())
        for page in range(1, len(before) // 4096):
            before[page * 4096] = 0xEE  # no kind of page
        self.store.write_bytes(before)
        log_before = log.read_bytes()
        said = self.refused("round", "list", code=3)
        self.assertIn("damaged", said)
        self.assertEqual(self.store.read_bytes(), bytes(before))
        self.assertEqual(log.read_bytes(), log_before)


class Upgraded(StoreTest):
    def test_a_store_without_tables_is_brought_up_to_date_after_a_copy(self):
        connection = sqlite3.connect(self.store)
        connection.execute("PRAGMA application_id = 0x41535345")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE before_all (note)")
        connection.execute("INSERT INTO before_all VALUES ('kept')")
        connection.commit()
        connection.close()
        self.ok("round", "list")
        copy = self.folder / "assess.db.before-version-1"
        self.assertEqual(stat.S_IMODE(copy.stat().st_mode), 0o600)
        for file, version in ((copy, 0), (self.store, 1)):
            connection = sqlite3.connect(file)
            self.assertEqual(connection.execute("PRAGMA user_version").fetchone()[0], version)
            self.assertEqual(connection.execute("SELECT note FROM before_all").fetchone()[0], "kept")
            connection.close()
        self.open_round()
        self.ok("round", "show", "autumn")
        self.assertEqual(len(list(self.folder.glob("*.before-version-*"))), 1)

    def test_no_copy_no_change(self):
        connection = sqlite3.connect(self.store)
        connection.execute("PRAGMA application_id = 0x41535345")
        connection.execute("CREATE TABLE before_all (note)")
        connection.executemany("INSERT INTO before_all VALUES (?)", [("x" * 3000,)] * 20)
        connection.commit()
        connection.close()
        before = self.store.read_bytes()
        self.assertIn("disk", self.refused("round", "list", code=3, file_size=20_000))
        self.assertEqual(self.store.read_bytes(), before)
        self.assertEqual(list(self.folder.glob("*.before-version-*")), [])


if __name__ == "__main__":
    unittest.main()
