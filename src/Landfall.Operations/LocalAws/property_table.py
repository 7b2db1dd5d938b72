"""Which properties CloudFormation replaces a resource for: the table that the program judges a change by, too.

`eng/property-table.py` writes it from CloudFormation's registry schemas. A property is a path of names, `A/B`, below the
resource's properties, with `*` for each item of a list.
"""

import functools
import json
from pathlib import Path
from typing import Any

_NAME = "property-table.json"


@functools.cache
def _types() -> dict[str, dict[str, list[str]]]:
    here = Path(__file__).parent
    beside = here / _NAME  # as the program lays it out; in the repository it has its place with what reads it there
    table: dict[str, Any] = json.loads((beside if beside.exists() else here.parent / "Changes" / _NAME).read_text())
    types: dict[str, dict[str, list[str]]] = table["types"]
    return types


def is_known(kind: str) -> bool:
    """Whether the table has a resource type."""
    return kind in _types()


def create_only(kind: str) -> list[str]:
    """The properties of a type that can be given only at creation: another value takes a new resource."""
    return _types().get(kind, {}).get("createOnly", [])


def conditional_create_only(kind: str) -> list[str]:
    """The properties of a type whose change takes a new resource under conditions that the registry does not tell."""
    return _types().get(kind, {}).get("conditionalCreateOnly", [])
