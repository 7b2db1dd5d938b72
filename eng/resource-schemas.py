"""Writes src/Landfall.Config/Overrides/resource-schemas.json: what CloudFormation takes as each resource's properties.

The schemas are those of us-east-1 that cfn-lint ships, of the resource types that region-capabilities.json lists: those
that Landfall can write. Patches of `overrides` are held against them. A node has the words of JSON Schema that say what a
single value may be, and `open` where CloudFormation takes properties besides those that are named.

usage: python3 eng/resource-schemas.py           writes the table
       python3 eng/resource-schemas.py --check   exits with 1 where the table is not what this cfn-lint gives
"""

import importlib
import json
import sys
from datetime import datetime, timezone
from functools import reduce
from pathlib import Path
from typing import Any

import cfnlint
from cfnlint.version import __version__ as version

from generated_table import write_or_check

CONFIG = Path(__file__).parents[1] / "src/Landfall.Config"
TABLE = CONFIG / "Overrides/resource-schemas.json"
REGIONS = CONFIG / "Regions/region-capabilities.json"
SCHEMAS = Path(cfnlint.__file__).parent / "data" / "schemas" / "resources"
# What Java's regular expressions know and others do not.
JAVA = {r"\p{Print}": "[ -~]", r"\_": "_"}
KEPT = ("type", "enum", "const", "pattern", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "required")


def node(schema: Any) -> dict[str, Any]:
    """A schema with the words that are kept; what else it says is not held against a patch."""
    if not isinstance(schema, dict):
        return {}
    found = {key: schema[key] for key in KEPT if key in schema}
    if "pattern" in found:
        found["pattern"] = reduce(lambda text, pair: text.replace(*pair), JAVA.items(), found["pattern"])
    if "$ref" in schema:
        found["$ref"] = schema["$ref"].removeprefix("#/definitions/")
    if schema.get("properties"):
        found["properties"] = {name: node(value) for name, value in sorted(schema["properties"].items())}
        if schema.get("additionalProperties") is not False:
            found["open"] = True
    if isinstance(schema.get("items"), dict):
        found["items"] = node(schema["items"])
    if len(values := list((schema.get("patternProperties") or {}).values())) == 1 and (value := node(values[0])):
        found["values"] = value
    for key in ("oneOf", "anyOf"):
        # Most alternatives only say which properties go together.
        parts = [part for part in map(node, schema.get(key) or []) if part.keys() - {"required"}]
        if parts and len(parts) == len(schema[key]):
            found["anyOf"] = parts
    return found


def used(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The definitions that a schema leads to."""
    found: dict[str, Any] = {}
    waiting = [schema]
    while waiting:
        current = waiting.pop()
        for value in current.values() if isinstance(current, dict) else current:
            if isinstance(value, (dict, list)):
                waiting.append(value)
        if isinstance(current, dict) and isinstance(name := current.get("$ref"), str) and name not in found:
            found[name] = node(definitions[name])
            waiting.append(found[name])
    return dict(sorted(found.items()))


def entry(schema: dict[str, Any]) -> dict[str, Any]:
    """One type: its properties, the definitions that these lead to, and what AWS sets alone."""
    root = node({**schema, "additionalProperties": False})
    root.pop("type", None)
    read_only = sorted(pointer.removeprefix("/properties/") for pointer in schema.get("readOnlyProperties") or [])
    return {
        **root,
        **({"definitions": found} if (found := used(root, schema.get("definitions") or {})) else {}),
        **({"readOnly": read_only} if read_only else {}),
    }


def types() -> dict[str, dict[str, Any]]:
    """Every type that Landfall can write, by name."""
    files = importlib.import_module("cfnlint.data.schemas.providers.us_east_1").types
    names = json.loads(REGIONS.read_text())["types"]
    return {name: entry(json.loads((SCHEMAS / f"{files[name]}.json").read_text())) for name in names}


def text(found: dict[str, dict[str, Any]]) -> str:
    """The file: a line for each type, so that an update of cfn-lint shows as what it changes."""
    today = datetime.now(timezone.utc).date().isoformat()
    lines = ",\n".join(f"    {json.dumps(name)}: {json.dumps(value, separators=(',', ':'))}" for name, value in found.items())
    return f'{{\n  "cfnLint": "{version}",\n  "written": "{today}",\n  "types": {{\n{lines}\n  }}\n}}\n'


if __name__ == "__main__":
    sys.exit(write_or_check(TABLE, "types", types(), text))
