"""A bare Debian of the host's release in a folder: debootstrap's smallest, nothing else.

It is made once and kept as a tarball; every test unpacks its own. Where one cannot be made, or
packages cannot be fetched into it, unittest.SkipTest says why.
"""
import fcntl
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

# Where a user of the bare system finds programs.
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
USER = 1000
# How the host reaches its mirror, if it needs more than that.
PROXIES = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
APT = ("sources.list", "sources.list.d", "trusted.gpg", "trusted.gpg.d", "keyrings", "auth.conf",
       "auth.conf.d")


def host_release():
    lines = pathlib.Path("/etc/os-release").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line).get("VERSION_CODENAME", "")


def host_mirror(release):
    if shutil.which("apt-get") is None:
        raise unittest.SkipTest("no Debian system")
    found = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages",
         f"Codename: {release}"], capture_output=True, text=True, check=True).stdout.split()
    if not found:
        raise unittest.SkipTest(f"apt knows no mirror of {release} (apt-get update makes it known)")
    return found[0]


def copy(file, root):
    """A file or folder of the host into the root, at the same place."""
    target = pathlib.Path(f"{root}{file}")
    if not os.path.exists(file):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if os.path.isdir(file):
        shutil.copytree(file, target, dirs_exist_ok=True)
    else:
        shutil.copy(file, target)


def copy_ways_to_the_mirror(root):
    pathlib.Path(root, "etc/apt/sources.list").unlink()  # debootstrap's; the host's come now
    for name in APT:
        copy(f"/etc/apt/{name}", root)
    copy("/usr/share/keyrings", root)
    copy("/etc/ssl/certs", root)
    copy("/etc/resolv.conf", root)
    copy("/etc/hosts", root)
    # Only how to fetch: hooks of the host's other settings name programs that are not there.
    settings = subprocess.run(["apt-config", "dump", "Acquire"], capture_output=True, text=True,
                              check=True).stdout
    pathlib.Path(root, "etc/apt/apt.conf.d/99host").write_text(settings, "utf-8")


def make(tarball):
    release = host_release()
    mirror = host_mirror(release)
    with tempfile.TemporaryDirectory(dir=tarball.parent) as folder:
        root = pathlib.Path(folder, "root")
        # In a namespace of its own, so that nothing that is mounted there stays.
        done = subprocess.run(
            ["unshare", "--mount", "debootstrap", "--variant=minbase", release, str(root), mirror],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            raise unittest.SkipTest("debootstrap cannot make a bare system here:\n"
                                    + done.stdout[-2000:])
        copy_ways_to_the_mirror(root)
        part = f"{tarball}.part"
        subprocess.run(["tar", "--numeric-owner", "--exclude=./var/cache/apt/archives/*.deb",
                        "-C", str(root), "-cf", part, "."], check=True)
        os.replace(part, tarball)


class BareRoot:
    """An unpacked root, for `with`; it is removed at the end, whatever happened."""

    def __init__(self, tarball):
        self.tarball = tarball

    @staticmethod
    def prepare(tarball):
        """Makes the tarball where it is missing; of several tests at a time, one."""
        if os.geteuid() != 0:
            raise unittest.SkipTest("only root can unpack a system and run programs in it")
        for program in ("debootstrap", "unshare"):
            if shutil.which(program) is None:
                raise unittest.SkipTest(f"no {program} here")
        tarball.parent.mkdir(parents=True, exist_ok=True)
        with open(f"{tarball}.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not tarball.exists():
                make(tarball)

    def __enter__(self):
        self.folder = tempfile.mkdtemp(dir=self.tarball.parent, prefix="root-")
        try:
            self.path = pathlib.Path(self.folder, "root")
            self.path.mkdir()
            subprocess.run(["tar", "-C", str(self.path), "-xpf", str(self.tarball)], check=True)
            self.run("useradd", "--uid", str(USER), "--create-home", "user", user=0)
        except BaseException:
            shutil.rmtree(self.folder)
            raise
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def add(self, file, place):
        """A file of the host at a place of the root, readable by everybody."""
        target = pathlib.Path(f"{self.path}{place}")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        target.chmod(0o644)
        return place

    def run(self, *command, user=USER, check=True, **environment):
        """Runs a program in the root; /proc is there for as long as it runs."""
        home = "/root" if user == 0 else "/home/user"
        variables = {"PATH": f"{home}/.local/bin:{PATH}", "HOME": home, "LC_ALL": "C.UTF-8",
                     "DEBIAN_FRONTEND": "noninteractive", **PROXIES, **environment}
        inside = ["chroot", f"--userspec={user}:{user}", str(self.path), "env", "-i",
                  f"--chdir={home}", *(f"{name}={value}" for name, value in variables.items()),
                  *command]
        done = subprocess.run(
            ["unshare", "--mount", "--pid", "--fork", "--kill-child",
             f"--mount-proc={self.path}/proc", *inside],
            stdin=subprocess.DEVNULL, capture_output=True)
        if check and done.returncode != 0:
            raise AssertionError(f"{' '.join(command)}: exit code {done.returncode}\n"
                                 f"{done.stdout[-2000:].decode(errors='replace')}\n"
                                 f"{done.stderr[-4000:].decode(errors='replace')}")
        return done

    def update(self):
        """The present list of packages, or the test is skipped."""
        done = self.run("apt-get", "update", "--error-on=any", user=0, check=False)
        if done.returncode != 0:
            raise unittest.SkipTest("Debian's packages cannot be fetched: "
                                    + done.stderr.decode(errors="replace"))

    def files(self):
        """Every file of the root but what keeps a record or a cache."""
        kept = ("proc", "var/cache", "var/lib/apt", "var/lib/dpkg", "var/log", "tmp")
        return {path for path in (found.relative_to(self.path).as_posix()
                                  for found in self.path.rglob("*") if not found.is_dir())
                if not path.startswith(kept)}
