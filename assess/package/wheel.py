"""The portable program as a Python wheel that holds no Python.

Installers put NAME.data/scripts into the environment's bin and NAME.data/data into its root, so
that the program finds lib/assess beside bin as in the archive.
"""
import base64
import hashlib
import time
import zipfile

from archive import entries, mode

# What a ZIP file can say at the earliest: 1980.
FIRST_DATE = 315532800

METADATA = """\
Metadata-Version: 2.1
Name: assess
Version: {version}
Summary: {summary}
License: MIT; of the libraries inside, see share/doc/assess/CONTENTS
Platform: linux-x86_64
Classifier: Environment :: Console
Classifier: License :: OSI Approved :: MIT License
Classifier: Operating System :: POSIX :: Linux
Requires-Python: >=3.7
Description-Content-Type: text/plain

{description}"""

WHEEL = """\
Wheel-Version: 1.0
Generator: assess
Root-Is-Purelib: false
Tag: {tag}
"""


def place(name):
    """Where an installer looks for a file of the tree."""
    return f"scripts/{name.removeprefix('bin/')}" if name.startswith("bin/") else f"data/{name}"


def record_line(name, content):
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}\n"


def write_wheel(folder, tree, glibc, date, **texts):
    """`glibc` is what the tree needs, (2, 36); `texts` are those of the metadata."""
    tag = "py3-none-manylinux_{}_{}_x86_64".format(*glibc)
    name = f"assess-{texts['version']}"
    information = f"{name}.dist-info"
    files = {f"{name}.data/{place(part)}": (path.read_bytes(), mode(part))
             for part, path in entries(tree)}
    files[f"{information}/METADATA"] = (METADATA.format(**texts).encode(), 0o644)
    files[f"{information}/WHEEL"] = (WHEEL.format(tag=tag).encode(), 0o644)
    record = "".join(record_line(file, content) for file, (content, _) in files.items())
    files[f"{information}/RECORD"] = (f"{record}{information}/RECORD,,\n".encode(), 0o644)

    with zipfile.ZipFile(folder / f"{name}-{tag}.whl", "w") as zipped:
        for file, (content, permissions) in files.items():
            entry = zipfile.ZipInfo(file, time.gmtime(max(date, FIRST_DATE))[:6])
            entry.external_attr = (0o100000 | permissions) << 16
            zipped.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
