"""Makes the Debian package, the archive and the wheel from one build: the target `packages`.

The same commit gives the same bytes with the same Debian packages installed: the date is that of
SOURCE_DATE_EPOCH, else of the commit; the maintainer is DEBFULLNAME <DEBEMAIL>, else who committed.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys

from archive import write_archive
from portable import Portable
from wheel import write_wheel


def of_commit(source, field):
    done = subprocess.run(["git", "-C", str(source), "log", "-1", f"--format={field}"],
                          capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit("These sources are of no commit: please set SOURCE_DATE_EPOCH, DEBFULLNAME and "
                 "DEBEMAIL for the packages.")
    return done.stdout.strip()


def maintainer(source):
    name = os.environ.get("DEBFULLNAME") or of_commit(source, "%cn")
    address = os.environ.get("DEBEMAIL") or of_commit(source, "%ce")
    return f"{name} <{address}>"


def write_debian_package(build, folder, date, by):
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(date)}
    subprocess.run(["cpack", "--config", str(build / "CPackConfig.cmake"), "-G", "DEB",
                    "-B", str(folder), "-D", f"CPACK_PACKAGE_CONTACT={by}"],
                   env=environment, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(folder / "_CPack_Packages")


def main():
    parser = argparse.ArgumentParser()
    for name in ("source", "build", "libraries", "version", "summary"):
        parser.add_argument(f"--{name}", required=True)
    given = parser.parse_args()
    source, build = pathlib.Path(given.source), pathlib.Path(given.build)
    os.umask(0o022)
    date = int(os.environ.get("SOURCE_DATE_EPOCH") or of_commit(source, "%ct"))
    folder = build / "packages"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()

    write_debian_package(build, folder, date, maintainer(source))
    portable = Portable(source, build, given.libraries, build / "assess/package/tree")
    readme = (source / "assess/package/README.archive").read_text("utf-8").format(
        glibc=".".join(map(str, portable.glibc)))
    write_archive(folder / f"assess-{given.version}-linux-x86_64.tar.gz", portable.folder, readme,
                  date)
    write_wheel(folder, portable.folder, portable.glibc, date, version=given.version,
                summary=given.summary, description=readme)
    for file in sorted(folder.iterdir()):
        print(f"{file.stat().st_size / 1e6:6.1f} MB  {file}")


if __name__ == "__main__":
    main()
