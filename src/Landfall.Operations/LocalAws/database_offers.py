"""The instance classes that RDS has for an engine in a region: the table that the program validates files by, too.

`eng/database-offers.py` writes it. Of an engine or a region that is not in the table everything is taken.
"""

import functools
import json
from pathlib import Path
from typing import Any

_NAME = "database-offers.json"


@functools.cache
def _engines() -> dict[str, dict[str, Any]]:
    here = Path(__file__).parent
    beside = here / _NAME  # as the program lays it out; in the repository it has its place with what reads it there
    other = here.parents[1] / "Landfall.Config" / "Databases" / _NAME
    engines: dict[str, dict[str, Any]] = json.loads((beside if beside.exists() else other).read_text())["engines"]
    return engines


def has(engine: str, name: str, region: str) -> bool:
    """Whether RDS has a class such as db.t4g.micro there."""
    offer = _engines().get(engine, {})
    if "classes" not in offer:
        return True
    family, _, size = name.removeprefix("db.").partition(".")
    missing = offer["missing"].get(region, [])
    return size in offer["classes"].get(family, []) and family not in missing and f"{family}.{size}" not in missing
