"""The program under test, and files for it, for the tests of the store in this folder.

The files are made here, by the written format (questionnaires/answer_files/README.md), not by the
program: that the program takes them is part of what is tested.
"""
import json
import os
import pathlib
import resource
import shutil
import subprocess
import tempfile
import unittest

ASSESS = os.environ["ASSESS_PROGRAM"]
SANITIZED = os.environ.get("ASSESS_SANITIZED") == "1"
ROLES = ("researcher", "engineer", "hybrid", "other")

# Small, and of this test's own, so that the questionnaires inside the program may change.
DEFINITION = {
    "format": "assess/questionnaire/1", "id": "mini", "version": 1, "purpose": "team",
    "languages": ["en"], "title": "Mini", "minutes": 1,
    "sections": [{"id": "you", "title": "You", "questions": [
        {"id": "role", "kind": "single", "records": "role", "required": True, "text": "Role?",
         "choices": [{"id": role, "text": role} for role in ROLES]},
        {"id": "team", "kind": "text", "records": "team", "longest": 60, "text": "Team?"},
        {"id": "tools", "kind": "tools", "records": "usage", "required": True, "depth": True,
         "other_tools": True, "text": "Tools?"},
        {"id": "remark", "kind": "text", "records": "comment", "longest": 300, "text": "Remarks?"},
    ]}],
}


def fnv1a64(data):
    """FNV-1a with 64 bits, from its definition."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"fnv1a64:{value:016x}"


def compact(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def sealed(answers):
    """The bytes of an answer file, with its checksum, as JavaScript's JSON.stringify has them."""
    return compact({**answers, "checksum": fnv1a64(compact(answers))})


def roster(rows):
    return "respondent,role,team,tools\n" + "".join(
        f"{who},{role},{team},{tools}\n" for who, role, team, tools in rows)


class StoreTest(unittest.TestCase):
    """A folder of its own with a store in it."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="assess-store-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.store = self.folder / "assess.db"
        self.write("mini.json", json.dumps(DEFINITION))

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def environment(self):
        return {**os.environ, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1795443600"}

    def run_assess(self, *words, file_size=None, prefix=(), **more):
        limit = None
        if file_size is not None:
            def limit():
                resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))
        return subprocess.run([*prefix, ASSESS, *words], cwd=self.folder, env=self.environment(),
                              capture_output=True, timeout=120, preexec_fn=limit, **more)

    def start_assess(self, *words, **more):
        return subprocess.Popen([ASSESS, *words], cwd=self.folder, env=self.environment(),
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)

    def ok(self, *words, **more):
        done = self.run_assess(*words, **more)
        self.assertEqual(done.returncode, 0, (words, done.stdout, done.stderr))
        return done.stdout.decode()

    def refused(self, *words, code=2, **more):
        done = self.run_assess(*words, **more)
        self.assertEqual(done.returncode, code, (words, done.stdout, done.stderr))
        return (done.stdout + done.stderr).decode()

    def open_round(self, name="autumn", promise="--lead-entered", *more):
        if not self.store.exists():
            self.ok("init")
        self.ok("round", "open", name, promise, "--questionnaire", "mini.json", *more)
        self.digests = self.read_digests(name)

    def read_digests(self, name):
        lines = self.ok("round", "show", name).splitlines()
        by_word = {line.split()[0]: line for line in lines if line[:1].strip()}
        return {word: by_word[word].split("(")[1].rstrip(")")
                for word in ("Questionnaire", "Landscape")}

    def answers(self, who, role, tools, team=None, remark=None, **changes):
        """An answer file as a value; `tools` maps ids to depths."""
        given = {"role": role,
                 "tools": [{"tool": tool, "depth": depth} for tool, depth in sorted(tools.items())],
                 "team": team or {"missing": "skipped"},
                 "remark": remark or {"missing": "skipped"}}
        return {"format": "assess/answers/1",
                "questionnaire": {"id": "mini", "version": 1,
                                  "digest": self.digests["Questionnaire"]},
                "landscape": {"edition": "current", "digest": self.digests["Landscape"]},
                "respondent": who, "language": "en", "answers": given, **changes}

    def answer_file(self, name, *parts, **more):
        return self.write(name, sealed(self.answers(*parts, **more)))

    def exported(self, name="autumn"):
        """respondent -> the answers in the store, of a lead-entered round."""
        submissions = json.loads(self.ok("export", "--round", name, "--format", "json"))["submissions"]
        found = {}
        for one in submissions:
            self.assertNotIn(one["respondent"], found, "somebody is there twice")
            found[one["respondent"]] = one["answers"]["answers"]
        return found


def without_rights():
    """What to put before a command so that file permissions hold for root, too."""
    if os.geteuid() != 0:
        return ()
    return ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
