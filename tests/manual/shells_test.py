"""Command lines completed by real shells, with the scripts that `assess completion` prints."""
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import subprocess
import tempfile
import unittest

ASSESS = os.environ["ASSESS_PROGRAM"]

# A line that ends where it is completed; what is offered, or a part of it; what is not.
LINES = [
    ("assess rep", {"report"}, {"radar"}),
    ("assess help la", {"landscape"}, {"report"}),
    ("assess report --format ", {"text", "html", "markdown", "json"}, {"csv", "team 1.csv"}),
    ("assess compare a.csv b.csv --fail-on s", {"serious"}, {"notable"}),
    ("assess landscape ", {"list", "show", "check", "rubric", "place"}, {"team 1.csv"}),
    ("assess landscape --format text ch", {"check"}, {"list"}),
    ("assess landscape check tea", {"team 1.csv"}, {"list"}),
    ("assess landscape show tea", set(), {"team 1.csv"}),
    ("assess questionnaire show tea", {"team", "team 1.csv"}, {"quick"}),
    ("assess round show tea", set(), {"team 1.csv"}),
    ("assess report tea", {"team 1.csv"}, {"csv"}),
    ("assess report --out out.html tea", {"team 1.csv"}, set()),
    ("assess report --overlay tea", {"team 1.csv"}, set()),
    ("assess report --landscape c", {"current"}, {"2021"}),
    ("assess report --seed t", set(), {"team 1.csv", "text"}),
    ("assess submit team.csv tea", {"team 1.csv"}, set()),
    ("assess completion ", {"bash", "zsh", "fish"}, {"team 1.csv"}),
]


def output_of(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def command_names():
    listed = output_of(ASSESS, "help").split("Commands:\n")[1].split("\n\n")[0]
    return re.findall(r"^  (\S+)", listed, re.MULTILINE)


def options_in_help(command):
    return set(re.findall(r"^  (--\S+)", output_of(ASSESS, "help", command), re.MULTILINE))


class Shell:
    """The tests of each shell: completed() says what it offers for each of some lines."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="assess-shells-"))
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "team 1.csv").write_text("respondent\n")
        self.script = self.folder / "script"
        self.script.write_text(output_of(ASSESS, "completion", self.shell))

    def test_it_is_no_syntax_error(self):
        subprocess.run([self.shell, "-n", str(self.script)], check=True)

    def test_commands_and_options_are_those_of_the_help(self):
        commands = [name for name in command_names() if name not in ("help", "version")]
        self.assertGreater(len(commands), 15)
        lines = ["assess "] + [f"assess {name} --" for name in commands]
        every, *each = self.completed(lines)
        self.assertEqual(every, set(commands) | {"help", "version"})
        for name, offered in zip(commands, each):
            with self.subTest(command=name):
                options = {word.rstrip("=") for word in offered}
                self.assertEqual(options, options_in_help(name) | {"--help"})

    def test_values_and_files(self):
        for (line, wanted, unwanted), offered in zip(LINES,
                                                     self.completed([line[0] for line in LINES])):
            with self.subTest(line=line):
                self.assertLessEqual(wanted, offered)
                self.assertFalse(unwanted & offered, offered)


@unittest.skipIf(shutil.which("bash") is None, "bash is not installed")
class Bash(Shell, unittest.TestCase):
    shell = "bash"

    def completed(self, lines):
        program = ['source ./script']
        for line in lines:
            words = " ".join(f"'{word}'" for word in line.split(" "))
            program.append(f'COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); '
                           'COMPREPLY=(); _assess; printf "%s\\n" "${COMPREPLY[@]}"; echo ==')
        done = subprocess.run(["bash", "--norc", "-c", "\n".join(program)], cwd=self.folder,
                              capture_output=True, text=True, check=True)
        self.assertEqual(done.stderr, "")
        return [set(part.split("\n")) - {""} for part in done.stdout.split("==\n")[:-1]]

    def test_a_value_behind_an_equals_sign(self):
        # bash makes three words of it.
        self.assertEqual(self.completed(["assess report --format = ht"]), [{"html"}])
        self.assertIn({"team", "role"}, self.completed(["assess report --by ="]))


@unittest.skipIf(shutil.which("fish") is None, "fish is not installed")
class Fish(Shell, unittest.TestCase):
    shell = "fish"

    def completed(self, lines):
        program = ["source ./script"] + [f"complete -C '{line}'; echo ==" for line in lines]
        home = {**os.environ, "HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder)}
        done = subprocess.run(["fish", "--no-config", "-c", "\n".join(program)], cwd=self.folder,
                              capture_output=True, text=True, check=True, env=home)
        self.assertEqual(done.stderr, "")
        return [{word.split("\t")[0].replace("\\ ", " ") for word in part.split("\n")} - {""}
                for part in done.stdout.split("==\n")[:-1]]


# Completes each line of the file "lines" and writes what was offered, then leaves.
ZSHRC = r"""
fpath=($PWD/functions $fpath)
autoload -U compinit && compinit -u -D
compadd() {
    local -a matches
    if (( ! ${@[(I)-[a-zA-Z]#[OAD]]} )); then
        builtin compadd -O matches "$@"
        (( $#matches )) && print -rl -- $matches >> offered
    fi
    builtin compadd "$@"
}
complete-all() {
    local each
    for each in ${(f)"$(<lines)"}; do
        BUFFER=$each CURSOR=$#each
        zle list-choices
        print -r -- '==' >> offered
    done
    exit
}
zle -N zle-line-init complete-all
"""


@unittest.skipIf(shutil.which("zsh") is None, "zsh is not installed")
class Zsh(Shell, unittest.TestCase):
    shell = "zsh"

    def completed(self, lines):
        (self.folder / "functions").mkdir(exist_ok=True)
        shutil.copy(self.script, self.folder / "functions/_assess")
        (self.folder / "offered").write_text("")
        (self.folder / "lines").write_text("\n".join(lines) + "\n")
        (self.folder / ".zshrc").write_text(ZSHRC)
        environment = {"HOME": str(self.folder), "ZDOTDIR": str(self.folder), "TERM": "vt100",
                       "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(self.folder)
            os.execvpe("zsh", ["zsh", "-d", "-i"], environment)
        screen = b""
        try:
            while select.select([terminal], [], [], 60)[0]:
                screen += os.read(terminal, 65536)
        except OSError:  # zsh has left
            pass
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
        offered = (self.folder / "offered").read_text().replace("\\ ", " ")
        parts = offered.split("==\n")[:-1]
        self.assertEqual(len(parts), len(lines), screen.decode(errors="replace"))
        return [set(part.split("\n")) - {""} for part in parts]


if __name__ == "__main__":
    unittest.main()
