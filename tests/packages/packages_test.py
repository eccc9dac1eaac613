"""Each package, installed and run on a bare Debian as a user would.

packages_test.py deb|archive|wheel. What is printed is what the program of the build prints; what is
removed leaves nothing.
"""
import base64
import csv
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import unittest
import zipfile

from bare_root import BareRoot

SOURCE = pathlib.Path(__file__).resolve().parents[2]
TEAM = SOURCE / "questionnaires/examples/made-up-team.csv"
BUILT = pathlib.Path(os.environ["ASSESS_PROGRAM"])
PACKAGES = pathlib.Path(os.environ["ASSESS_PACKAGES"])
TARBALL = PACKAGES.parent / "bare-root/root.tar"
COMPLETIONS = ("share/bash-completion/completions/assess", "share/zsh/vendor-completions/_assess",
               "share/fish/vendor_completions.d/assess.fish")


def package(pattern):
    found = sorted(PACKAGES.glob(pattern))
    if not found or found[0].stat().st_mtime < BUILT.stat().st_mtime:
        raise unittest.SkipTest(
            f"{PACKAGES} has no {pattern} of the present program: the target packages makes it")
    return found[0]


def of_build(*arguments):
    return subprocess.run([BUILT, *arguments], capture_output=True, check=True,
                          cwd=TEAM.parent).stdout


class OnABareRoot(unittest.TestCase):
    def setUp(self):
        self.root = self.enterContext(BareRoot(TARBALL))
        self.root.add(TEAM, f"/home/user/{TEAM.name}")

    def check_text(self, program):
        self.assertEqual(self.root.run(program, "version").stdout, of_build("version"))
        report = ("report", TEAM.name)
        self.assertEqual(self.root.run(program, *report).stdout, of_build(*report))

    def check_store(self, program):
        """SQLite and the random numbers of OpenSSL work."""
        self.root.run(program, "init", "team.db")
        self.assertTrue((self.root.path / "home/user/team.db").read_bytes().startswith(b"SQLite"))

    def check_pictures(self, program):
        figure = (program, "figure", TEAM.name, "--which", "plane", "--format")
        pdf = self.root.run(*figure, "pdf")
        self.assertEqual(pdf.stderr, b"")
        words = subprocess.run(["pdftotext", "-", "-"], input=pdf.stdout, capture_output=True,
                               check=True).stdout.decode()
        for word in ("Where people and tools stand", "Weights & Biases", "Researchers"):
            self.assertIn(word, words)
        # A font that lacks a character, or none at all, draws boxes, which are no text; every
        # picture's characters are in the one font.
        fonts = subprocess.run(["pdffonts", "-"], input=pdf.stdout, capture_output=True,
                               check=True).stdout.decode()
        self.assertEqual({line.split()[0].partition("+")[2] for line in fonts.splitlines()[2:]},
                         {"DejaVuSans", "DejaVuSans-Bold"})
        png = self.root.run(*figure, "png").stdout
        self.assertEqual(png[:8], b"\x89PNG\r\n\x1a\n")
        empty = self.root.add(pathlib.Path(__file__).with_name("no_fonts.conf"), "/tmp/no_fonts")
        without_words = self.root.run(*figure, "png", FONTCONFIG_FILE=empty).stdout
        self.assertNotEqual(png, without_words)

    def check_documents(self, prefix, page="assess.1"):
        for file in (f"share/man/man1/{page}", *COMPLETIONS):
            self.assertTrue((self.root.path / prefix / file).is_file(), file)

    def check_own_libraries(self, program):
        """Nothing is loaded but what lies beside the program, and glibc, whoever offers more."""
        done = self.root.run(program, "figure", TEAM.name, "--format", "pdf", LD_DEBUG="libs",
                             LD_LIBRARY_PATH="/lib/x86_64-linux-gnu")
        loaded = [line.split()[-1] for line in done.stderr.decode().splitlines()
                  if "calling init:" in line]
        own = [name for name in loaded if "/lib/assess/" in name]
        self.assertGreater(len(own), 20)
        others = {pathlib.Path(name).name for name in loaded} - {
            pathlib.Path(name).name for name in own}
        self.assertLessEqual(others, {"ld-linux-x86-64.so.2", "libc.so.6", "libm.so.6"})


class DebianPolicy(unittest.TestCase):
    def test_lintian_finds_nothing(self):
        done = subprocess.run(["lintian", "--allow-root", "--fail-on", "error,warning",
                               str(package("assess_*.deb"))], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (0, ""))


class DebianPackage(OnABareRoot):
    def setUp(self):
        file = package("assess_*.deb")
        super().setUp()
        self.root.update()
        self.deb = self.root.add(file, f"/tmp/{file.name}")

    def install(self, *options):
        self.root.run("apt-get", "install", "-y", *options, self.deb, user=0)

    def test_with_what_it_recommends(self):
        self.install()
        self.check_text("assess")
        self.check_store("assess")
        self.check_pictures("assess")
        self.check_documents("usr", "assess.1.gz")

    def test_alone_and_gone_again(self):
        before = self.root.files()
        self.install("--no-install-recommends")
        self.check_text("assess")
        done = self.root.run("assess", "figure", TEAM.name, "--format", "png", check=False)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"librsvg2-2", done.stderr)
        self.root.run("apt-get", "purge", "-y", "--auto-remove", "assess", user=0)
        self.assertEqual(self.root.files() - before, set())


class Archive(OnABareRoot):
    def setUp(self):
        self.file = package("assess-*.tar.gz")
        super().setUp()
        self.folder = "/opt/any place"
        target = self.root.path / self.folder[1:]
        target.mkdir(parents=True)
        subprocess.run(["tar", "-C", str(target), "-xzf", str(self.file)], check=True)
        self.top = f"{self.folder}/{self.file.name.removesuffix('.tar.gz')}"

    def test_runs_where_it_is_unpacked(self):
        program = f"{self.top}/bin/assess"
        self.check_text(program)
        self.check_store(program)
        self.check_pictures(program)
        self.check_own_libraries(program)
        self.check_documents(self.top[1:])

    def test_runs_alone_without_pictures(self):
        program = self.root.path / "home/user/assess"
        shutil.copy(f"{self.root.path}{self.top}/bin/assess", program)
        shutil.rmtree(f"{self.root.path}{self.top}")
        self.check_text("/home/user/assess")

    def test_runs_through_a_link(self):
        self.root.run("ln", "-s", f"{self.top}/bin/assess", "/home/user/linked")
        self.check_pictures("/home/user/linked")

    def test_says_what_is_inside(self):
        documents = pathlib.Path(f"{self.root.path}{self.top}/share/doc/assess")
        contents = (documents / "CONTENTS").read_text("utf-8").splitlines()
        beside = pathlib.Path(f"{self.root.path}{self.top}/lib/assess")
        inside = [path.name for path in beside.rglob("*") if path.suffix != ".conf" and
                  path.is_file()]
        self.assertGreater(len(inside), 20)
        for name in inside:
            lines = [line.split() for line in contents if line.split()[:1] == [name]]
            self.assertEqual(len(lines), 1, name)
            self.assertTrue((documents / "licenses" / f"{lines[0][1]}.txt").is_file(), name)


class Wheel(OnABareRoot):
    def setUp(self):
        self.file = package("assess-*.whl")
        super().setUp()
        self.wheel = self.root.add(self.file, f"/tmp/{self.file.name}")

    def install(self, name):
        self.root.update()
        self.root.run("apt-get", "install", "-y", "--no-install-recommends", name, user=0)

    def test_record_names_every_file_with_its_hash(self):
        with zipfile.ZipFile(self.file) as zipped:
            names = zipped.namelist()
            record = next(name for name in names if name.endswith(".dist-info/RECORD"))
            listed = list(csv.reader(zipped.read(record).decode().splitlines()))
            self.assertEqual([line[0] for line in listed], names)
            for name, digest, size in listed[:-1]:
                content = zipped.read(name)
                expected = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode()
                self.assertEqual((digest, int(size)),
                                 ("sha256=" + expected.rstrip("="), len(content)))
            self.assertEqual(listed[-1], [record, "", ""])

    def test_pipx_installs_and_removes_it(self):
        self.install("pipx")
        # There is nothing to fetch.
        offline = {"PIP_NO_INDEX": "1"}
        self.root.run("pipx", "install", self.wheel, **offline)
        self.check_text("assess")
        self.check_store("assess")
        self.check_pictures("assess")
        self.check_own_libraries("assess")
        self.check_documents("home/user/.local/pipx/venvs/assess")
        self.root.run("pipx", "uninstall", "assess", **offline)
        self.assertEqual([path for path in self.root.files() if "assess" in path
                          and not path.startswith("home/user/.local/pipx/logs")], [])

    def test_pip_installs_and_removes_it(self):
        self.install("python3-venv")
        self.root.run("python3", "-m", "venv", "/home/user/venv")
        pip = ("/home/user/venv/bin/pip", "--disable-pip-version-check")
        before = self.root.files()
        self.root.run(*pip, "install", "--no-index", self.wheel)
        self.assertIn(b"No broken requirements", self.root.run(*pip, "check").stdout)
        self.check_text("/home/user/venv/bin/assess")
        self.root.run(*pip, "uninstall", "-y", "assess")
        self.assertEqual(self.root.files() - before, set())


def main():
    """The exit code: CTest counts 77 as skipped."""
    tests = {"deb": ("DebianPolicy", "DebianPackage"), "archive": ("Archive",),
             "wheel": ("Wheel",)}[sys.argv.pop(1)]
    try:
        for program in ("pdftotext", "lintian"):
            if shutil.which(program) is None:
                raise unittest.SkipTest(f"no {program} here")
        BareRoot.prepare(TARBALL)
    except unittest.SkipTest as reason:
        print(f"Skipped: {reason}")
        return 77
    result = unittest.main(defaultTest=tests, verbosity=2, exit=False).result
    if not result.wasSuccessful():
        return 1
    return 77 if result.skipped else 0


if __name__ == "__main__":
    sys.exit(main())
