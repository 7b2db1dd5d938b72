"""Lints the templates of FOLDER/REGION/… with cfn-lint, each in its region.

Templates that differ in nothing but the region's name are linted once for all their regions: cfn-lint then takes the
schemas of each.

usage: lint.py FOLDER
"""

import sys
from pathlib import Path

from cfnlint.api import ManualArgs, lint_file


def main(folder: Path) -> int:
    """Prints what is found."""
    same: dict[tuple[str, str], list[tuple[str, Path]]] = {}
    for region in sorted(path.name for path in folder.iterdir()):
        for path in sorted((folder / region).rglob("*.json")):
            text = path.read_text()
            same.setdefault((path.name, text.replace(region, "REGION")), []).append((region, path))
    found = [
        f"{','.join(region for region, _ in files)} {files[0][1].relative_to(folder)}: {match.rule.id} {match.message}"
        for files in same.values()
        for match in lint_file(files[0][1], config=ManualArgs(regions=[region for region, _ in files]))
    ]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
