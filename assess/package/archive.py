"""The portable program as a .tar.gz: the same tree gives the same bytes."""
import gzip
import io
import tarfile


def entries(folder):
    """Every file of the tree, by its place in it, sorted."""
    return [(path.relative_to(folder).as_posix(), path)
            for path in sorted(folder.rglob("*")) if path.is_file()]


def mode(name):
    return 0o755 if name.startswith("bin/") else 0o644


def write_archive(file, folder, readme, date):
    """One folder with the archive's name holds everything, so that unpacking spills nothing."""
    top = file.name.removesuffix(".tar.gz")
    # Not tarfile's "w:gz", which writes the present time and the file's name.
    with open(file, "wb") as raw, \
            gzip.GzipFile("", "wb", 9, raw, mtime=date) as packed, \
            tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar:
        files = {name: path.read_bytes() for name, path in entries(folder)}
        for name, content in [("README", readme.encode()), *files.items()]:
            entry = tarfile.TarInfo(f"{top}/{name}")
            entry.size = len(content)
            entry.mode = mode(name)
            entry.mtime = date
            tar.addfile(entry, io.BytesIO(content))
