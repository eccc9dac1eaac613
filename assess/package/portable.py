"""The tree of the portable program: bin, lib/assess and share, with a list of what is inside.

Nothing in that list is written by hand: libraries come from the linker's map and from ldd, their
packages, versions and licences from dpkg.
"""
import pathlib
import re
import shutil
import subprocess

# What is loaded by name when a picture is drawn (reports/svg/raster.cpp); all else follows from it.
PICTURES = "librsvg-2.so.2"
FONTS = "/usr/share/fonts/truetype/dejavu"
# The one that figures ask for; there is no slanted text in them.
FONT_FILES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
# Where the objects are whose headers end up in the program.
OBJECTS = ("model/", "questionnaires/", "reports/", "assess/", "CMakeFiles/assess_precompiled.dir/")
# ICU data without an entry, as ICU's own stubdata: libxml2 needs the library for encodings other
# than UTF-8 only, and the drawings are UTF-8. The data would be half of everything here.
NO_ICU_DATA = bytes([32, 0, 0xDA, 0x27, 20, 0, 0, 0, 0, 0, 2, 0]) + b"ToCP\1\0\0\0" + bytes(36)


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def packages_of(files):
    """Debian package by file. dpkg may know a file by its place before /lib became /usr/lib."""
    names = {}
    for file in files:
        real = str(pathlib.Path(file).resolve())
        names[real] = file
        names[real.removeprefix("/usr")] = file
    found = subprocess.run(["dpkg-query", "-S", *names], capture_output=True, text=True).stdout
    packages = {}
    for line in found.splitlines():
        package, _, path = line.partition(": ")
        if path in names:
            packages[names[path]] = package.split(",")[0].split(":")[0]
    missing = sorted(set(files) - set(packages))
    if missing:
        raise SystemExit("Of no Debian package, so of unknown licence: " + ", ".join(missing))
    return packages


class Source:
    """A Debian source package, by one of its binary packages."""

    def __init__(self, package):
        fields = output("dpkg-query", "-W", "-f=${source:Package} ${source:Version}\n", package)
        self.name, self.version = fields.splitlines()[0].split()
        self.licence = pathlib.Path("/usr/share/doc", package, "copyright").read_text("utf-8")


def newest_glibc(files):
    """The newest version of glibc that one of the files asks for, as (2, 36)."""
    asked = output("objdump", "-T", *map(str, files))
    return max(tuple(map(int, version.split(".")))
               for version in re.findall(r"\(GLIBC_(\d+(?:\.\d+)+)\)", asked))


def libraries_for_pictures(folder):
    """Path by file name: librsvg and what it loads, without the parts of glibc."""
    first = pathlib.Path(folder, PICTURES)
    paths = {PICTURES: str(first)}
    for line in output("ldd", str(first)).splitlines():
        if "=>" in line:
            name, path = line.split("=>")
            if path.split()[0] == "not":
                raise SystemExit(f"{PICTURES} needs {name.strip()}, which is not there.")
            paths[name.strip()] = path.split()[0]
    packages = packages_of(paths.values())
    return {name: path for name, path in sorted(paths.items()) if packages[path] != "libc6"}


def static_libraries(linker_map, build):
    """The archives outside of the build of which the linker took something."""
    used = re.findall(r"^(/\S+\.a)\(", linker_map.read_text("utf-8"), re.MULTILINE)
    return sorted({path for path in used if not path.startswith(f"{build}/")
                   and not path.endswith("libc_nonshared.a")})


def headers(build):
    """The system's headers that the compiler read for the program's own objects."""
    found = set()
    inside = False
    for line in output("ninja", "-C", str(build), "-t", "deps").splitlines():
        if not line.startswith(" "):
            inside = line.startswith(OBJECTS)
        elif inside and line.strip().startswith("/usr/"):
            found.add(line.strip())
    return found


def write_icu_stub(file):
    name = "icudt" + file.name.rpartition(".")[2] + "_dat"
    data = ",".join(map(str, NO_ICU_DATA))
    code = f"extern const unsigned char {name}[] __attribute__((aligned(16))) = {{{data}}};\n"
    subprocess.run(["cc", "-shared", "-nostdlib", "-s", f"-Wl,-soname,{file.name}", "-x", "c",
                    "-w", "-", "-o", str(file)], input=code, text=True, check=True)


class Portable:
    """Makes the tree in `folder`, anew."""

    def __init__(self, source, build, libraries, folder):
        self.folder = folder
        self.source = source
        self.build = build
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run(["cmake", "--install", str(build), "--prefix", str(folder)], check=True,
                       stdout=subprocess.DEVNULL)
        shutil.copy(build / "assess/package/assess_portable", folder / "bin/assess")
        self.static = static_libraries(build / "assess/package/assess_portable.map", build)
        self.bundled = libraries_for_pictures(libraries)
        self.beside = folder / "lib/assess"
        self.copy_libraries()
        self.copy_fonts()
        self.glibc = newest_glibc([folder / "bin/assess", *self.beside.glob("*.so*")])
        self.write_documents()

    def copy_libraries(self):
        self.beside.mkdir(parents=True)
        for name, path in self.bundled.items():
            if name.startswith("libicudata.so."):
                write_icu_stub(self.beside / name)
            else:
                shutil.copyfile(path, self.beside / name)

    def copy_fonts(self):
        shutil.copy(self.source / "assess/package/fonts.conf", self.beside)
        (self.beside / "fonts").mkdir()
        for name in FONT_FILES:
            shutil.copyfile(f"{FONTS}/{name}", self.beside / "fonts" / name)

    def write_documents(self):
        fonts = {name: f"{FONTS}/{name}" for name in FONT_FILES}
        compiled = headers(self.build)
        packages = packages_of([*self.static, *self.bundled.values(), *fonts.values(), *compiled])
        sources = {package: Source(package) for package in sorted(set(packages.values()))}

        def line(name, path):
            of = sources[packages[path]]
            empty = " (without its data)" if name.startswith("libicudata.") else ""
            return f"  {name:32} {of.name} {of.version}{empty}\n"

        documents = self.folder / "share/doc/assess"
        licences = documents / "licenses"
        licences.mkdir(parents=True)
        shutil.copy(self.source / "LICENSE", documents)
        shutil.copy(self.source / "CHANGELOG.md", documents)
        read = {(sources[packages[path]].name, sources[packages[path]].version)
                for path in compiled}
        (documents / "CONTENTS").write_text(
            "What is inside, each with the Debian source package and version that it comes from\n"
            "(apt-get source NAME=VERSION). Their licences are in the folder licenses here.\n"
            "\nLinked into bin/assess:\n"
            + "".join(line(pathlib.Path(path).name, path) for path in self.static)
            + "\nCompiled into bin/assess from headers (templates and inline functions):\n"
            + "".join(f"  {name} {version}\n" for name, version in sorted(read))
            + "\nIn lib/assess, loaded when a picture is drawn as PNG or PDF:\n"
            + "".join(line(name, path) for name, path in self.bundled.items())
            + "\nIn lib/assess/fonts:\n"
            + "".join(line(name, path) for name, path in fonts.items())
            + "\nFrom the machine:\n  glibc " + ".".join(map(str, self.glibc)) + " or newer\n",
            "utf-8")
        for of in sources.values():
            (licences / f"{of.name}.txt").write_text(of.licence, "utf-8")
        for name in sorted(set(re.findall(r"/usr/share/common-licenses/([\w.+-]*\w)",
                                          "".join(of.licence for of in sources.values())))):
            text = pathlib.Path("/usr/share/common-licenses", name)
            if text.is_file():
                (licences / f"{name}.txt").write_bytes(text.read_bytes())
