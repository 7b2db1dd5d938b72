"""Lints the templates of FOLDER/REGION/… with cfn-lint, each in its region.

Templates that differ in nothing but the names of region and zones are linted once for all their regions: cfn-lint then takes the
schemas of each.

usage: lint.py FOLDER
"""

import re
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from cfnlint.api import ManualArgs, lint_file
from cfnlint.match import Match


# What cfn-lint 1.51 (May 2026) does not know yet: a hook that pauses has no target and no role (ECS API Reference,
# DeploymentLifecycleHook). To be taken out once it does.
_PAUSE = ("Resources", "Service", "Properties", "DeploymentConfiguration", "LifecycleHooks")
_LAGGING = {
    ("E3003", "'HookTargetArn' is a required property"),
    ("E3003", "'RoleArn' is a required property"),
    ("E3002", "Additional properties are not allowed ('TargetType' was unexpected)"),
    ("E3002", "Additional properties are not allowed ('TimeoutConfiguration' was unexpected)"),
}


def lags(match: Match) -> bool:
    """Whether a finding is none, because the schema is older than what ECS takes."""
    return tuple((match.path or [])[: len(_PAUSE)]) == _PAUSE and (match.rule.id, match.message) in _LAGGING


def findings(files: list[tuple[str, Path]]) -> list[str]:
    """What cfn-lint finds in a template, in all regions that have it."""
    regions, path = [region for region, _ in files], files[0][1]
    return [f"{','.join(regions)} {path.name}: {match.rule.id} {match.message}" for match in lint_file(path, config=ManualArgs(regions=regions)) if not lags(match)]


def main(folder: Path) -> int:
    """Prints what is found."""
    same: dict[tuple[str, str], list[tuple[str, Path]]] = {}
    for region in sorted(path.name for path in folder.iterdir()):
        for path in sorted((folder / region).rglob("*.json")):
            text = path.read_text()
            alike = re.sub(f"{region}[a-f]", "ZONE", text).replace(region, "REGION")
            same.setdefault((path.name, alike), []).append((region, path))
    with ProcessPoolExecutor() as pool:
        found = [finding for some in pool.map(findings, same.values()) for finding in some]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
