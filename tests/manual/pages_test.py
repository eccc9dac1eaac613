"""Every manual page as groff and mandoc read it, without a warning."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

MANUAL = os.environ["ASSESS_MANUAL"]
ASSESS = os.environ["ASSESS_PROGRAM"]


def written(folder, date):
    environment = {name: value for name, value in os.environ.items()
                   if name != "SOURCE_DATE_EPOCH"}
    if date:
        environment["SOURCE_DATE_EPOCH"] = date
    subprocess.run([MANUAL, str(folder)], check=True, env=environment)
    return sorted((pathlib.Path(folder) / "man").glob("*.1"))


class Pages(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="assess-manual-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def warnings(self, command, page):
        done = subprocess.run([*command, str(page)], capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    def check(self, command):
        pages = written(self.folder, "1795392000")
        self.assertGreater(len(pages), 15)
        for page in pages:
            with self.subTest(page=page.name):
                self.assertEqual(self.warnings(command, page), "")
        broken = self.folder / "broken.1"
        broken.write_text(pages[0].read_text() + ".SH\n\\fB\\*[nothing]\n.nosuch request\n.RE\n")
        self.assertNotEqual(self.warnings(command, broken), "", "a warning would be seen")

    @unittest.skipIf(shutil.which("groff") is None, "groff is not installed")
    def test_groff_warns_of_nothing(self):
        self.check(["groff", "-man", "-ww", "-z", "-Tutf8"])

    @unittest.skipIf(shutil.which("mandoc") is None, "mandoc is not installed")
    def test_mandoc_warns_of_nothing(self):
        self.check(["mandoc", "-Tlint", "-Wwarning"])

    @unittest.skipIf(shutil.which("groff") is None, "groff is not installed")
    def test_the_page_reads_as_it_was_meant(self):
        page = next(page for page in written(self.folder, "") if page.name == "assess-report.1")
        done = subprocess.run(["groff", "-man", "-Tascii", "-P-cbou", str(page)],
                              capture_output=True, text=True, check=True)
        self.assertIn("assess report team.csv --by team --between Search,Ads", done.stdout)
        self.assertIn("--format FORMAT", done.stdout)

    def test_the_same_bytes_each_time_and_no_date_of_the_day(self):
        first = {page.name: page.read_bytes() for page in written(self.folder / "1", "")}
        second = {page.name: page.read_bytes() for page in written(self.folder / "2", "")}
        self.assertEqual(first, second)
        self.assertIn(b'.TH ASSESS 1 "" ', first["assess.1"])
        dated = written(self.folder / "3", "1795392000")
        self.assertIn('"2026-11-23"', dated[0].read_text())

    def test_the_scripts_are_those_that_the_program_prints(self):
        written(self.folder, "")
        for shell, name in (("bash", "assess"), ("zsh", "_assess"), ("fish", "assess.fish")):
            done = subprocess.run([ASSESS, "completion", shell], capture_output=True, check=True)
            self.assertEqual((self.folder / shell / name).read_bytes(), done.stdout)


if __name__ == "__main__":
    unittest.main()
