"""Writes a table that is made from what cfn-lint ships, or checks that the committed one is what this cfn-lint gives."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cfnlint.version import __version__ as version


def write_or_check(table: Path, section: str, found: dict[str, Any], text: Callable[[dict[str, Any]], str]) -> int:
    """Writes the entries where they or the version of cfn-lint are others; with --check gives 1 where an entry differs."""
    committed = json.loads(table.read_text()) if table.exists() else {}
    entries = committed.get(section, {})
    differing = sorted(name for name in {*found, *entries} if found.get(name) != entries.get(name))
    if "--check" in sys.argv:
        print("\n".join(differing) or f"The table is that of cfn-lint {version}.")
        return 1 if differing else 0
    if differing or version != committed.get("cfnLint"):
        table.parent.mkdir(exist_ok=True)
        table.write_text(text(found))
    return 0
