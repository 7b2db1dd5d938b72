#!/usr/bin/env python3
"""Makes wheels of the Python packages that Debian has installed: debian-wheels.py ROOT FOLDER

With them pip installs into a virtual environment where no package index can be reached. What a package needs is taken from
Debian, which often leaves it out of the package's own metadata; versions are Debian's, so none is asked for.
"""
import base64
import configparser
import email
import hashlib
import pathlib
import re
import sys
import zipfile

PACKAGES = "usr/lib/python3/dist-packages/"


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def about(metadata):
    """The metadata of an egg or of a wheel: a folder or a file."""
    file = next(f for f in [metadata / "METADATA", metadata / "PKG-INFO", metadata] if f.is_file())
    return email.message_from_string(file.read_text())


def extras(metadata):
    """What an egg or a wheel needs for an extra: pairs of the extra and the name."""
    for line in about(metadata).get_all("Requires-Dist") or []:
        wanted = re.search(r'extra == ["\']([^"\']+)', line)
        if wanted:
            yield wanted[1], re.match(r"[\w.-]+", line)[0]
    eggs, extra = metadata / "requires.txt", ""
    for line in filter(None, map(str.strip, eggs.read_text().splitlines() if eggs.is_file() else [])):
        if line.startswith("["):
            extra = line[1:-1].partition(":")[0]
        elif extra:
            yield extra, re.match(r"[\w.-]+", line)[0]


def scripts(metadata):
    """The programs that a package comes with, as pip reads them."""
    points = configparser.ConfigParser(delimiters=["="])
    points.optionxform = str
    points.read(metadata / "entry_points.txt")
    return "".join(f"{name} = {target}\n" for name, target in points["console_scripts"].items()) if "console_scripts" in points else ""


def add(wheel, record, name, content):
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    record.append(f"{name},sha256={digest},{len(content)}")
    wheel.writestr(name, content)


def write(folder, root, metadata, files, version, needed, known):
    name = normal(about(metadata)["Name"]).replace("-", "_")
    optional = [(extra, wanted) for extra, wanted in extras(metadata) if normal(wanted) in known]
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    lines += [f"Requires-Dist: {wanted}" for wanted in sorted(needed - {normal(name)})]
    lines += [f"Provides-Extra: {extra}" for extra in sorted({extra for extra, _ in optional})]
    lines += [f'Requires-Dist: {wanted} ; extra == "{extra}"' for extra, wanted in optional]
    info, record = f"{name}-{version}.dist-info", []
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        for file in files:
            add(wheel, record, file.removeprefix(PACKAGES), (root / file).read_bytes())
        add(wheel, record, f"{info}/METADATA", ("\n".join(lines) + "\n").encode())
        add(wheel, record, f"{info}/WHEEL", b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        add(wheel, record, f"{info}/entry_points.txt", f"[console_scripts]\n{scripts(metadata)}".encode())
        wheel.writestr(f"{info}/RECORD", "\n".join([*record, f"{info}/RECORD,,"]) + "\n")


def main(root, folder):
    folder.mkdir(parents=True, exist_ok=True)
    files, infos = {}, {}
    for listed in sorted((root / "var/lib/dpkg/info").glob("python3-*.list")):
        package = listed.stem.split(":")[0]
        inside = [line[1:] for line in listed.read_text().splitlines() if line.startswith("/" + PACKAGES)]
        files[package] = [f for f in inside if (root / f).is_file() and "-info/" not in f and not f.endswith(("-info", ".pyc"))]
        tops = {f.removeprefix(PACKAGES).split("/")[0] for f in inside}
        infos[package] = [root / PACKAGES / top for top in sorted(tops) if top.endswith(("-info"))]
    status = {about["Package"]: about for about in map(email.message_from_string, (root / "var/lib/dpkg/status").read_text().split("\n\n"))}
    known = {package: {normal(about(info)["Name"]) for info in found} for package, found in infos.items()}
    for package, found in infos.items():
        depends = re.findall(r"(python3-[\w.+-]+)", status[package]["Depends"] or "")
        needed = set().union(*(known.get(other, set()) for other in depends))
        # 1:0.8.2+ds-2 is 0.8.2; what a package says itself is wrong here and there.
        version = re.sub(r"^\d+:|[+~-].*", "", status[package]["Version"])
        for info in found:
            write(folder, root, info, files[package], version, needed, set().union(*known.values()))
    print(f"{sum(map(len, infos.values()))} wheels in {folder}")


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
