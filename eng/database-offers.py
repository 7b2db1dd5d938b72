"""Writes src/Landfall.Config/Databases/database-offers.json: the versions and instance classes that RDS has, and where.

cfn-lint ships both for the engines of RDS, the classes for every region from AWS's price list. Validation reads the table,
and the local AWS refuses by it.

usage: python3 eng/database-offers.py           writes the table
       python3 eng/database-offers.py --check   exits with 1 where the table is not what this cfn-lint gives
"""

import json
import re
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import cfnlint
from cfnlint.version import __version__ as version

from generated_table import write_or_check

TABLE = Path(__file__).parents[1] / "src/Landfall.Config/Databases/database-offers.json"
EXTENSIONS = Path(cfnlint.__file__).parent / "data" / "schemas" / "extensions"

# RDS's names of the engines that the file has; those of Aurora are serverless and have no class to choose.
CLUSTERS = ("aurora-mysql", "aurora-postgresql")
INSTANCES = ("mysql", "postgres")


def rules(name: str, region: str | None = None) -> list[tuple[str, dict[str, Any]]]:
    """The engine that a rule is for, with what it then allows."""
    content = json.loads((EXTENSIONS / f"{name}.json").read_text())
    found = (content[region] if region else content)["allOf"]
    return [(rule["if"]["properties"]["Engine"].get("const"), rule["then"]["properties"]) for rule in found]


def numbers(text: str) -> list[tuple[int, str]]:
    """A version's parts in an order in which 8.10 comes after 8.9."""
    return [(int(part) if part.isdigit() else -1, part) for part in re.split(r"[._-]", text)]


def versions(engine: str) -> list[str]:
    """Every version of an engine, those of no other use than Aurora Limitless left out."""
    kind = "aws_rds_dbcluster" if engine in CLUSTERS else "aws_rds_dbinstance"
    found = {v for e, then in rules(f"{kind}/engine_version") if e == engine for v in then["EngineVersion"]["enum"]}
    return sorted((v for v in found if "limitless" not in v), key=numbers)


def classes(engine: str) -> dict[str, set[str]]:
    """The instance classes of an engine in each region, without the db. that all begin with."""
    path = "aws_rds_dbinstance/dbinstanceclass_enum"
    return {
        region: {
            name.removeprefix("db.")
            for found, then in rules(path, region)
            if found == engine
            for name in then["DBInstanceClass"]["enum"]
        }
        for region in json.loads((EXTENSIONS / f"{path}.json").read_text())
    }


def offer(engine: str) -> dict[str, Any]:
    """An engine's entry: where a region lacks every size of a family, it lacks the family."""
    entry: dict[str, Any] = {"versions": versions(engine)}
    if engine in CLUSTERS:
        return entry
    regions = classes(engine)
    families: dict[str, list[str]] = {}
    for name in sorted(set().union(*regions.values())):
        families.setdefault(name.split(".")[0], []).append(name.split(".")[1])
    entry["classes"] = families
    entry["missing"] = {
        region: [
            item
            for family, sizes in families.items()
            for gone in [[size for size in sizes if f"{family}.{size}" not in has]]
            for item in ([family] if gone == sizes else [f"{family}.{size}" for size in gone])
        ]
        for region, has in sorted(regions.items())
    }
    return entry


def text(engines: dict[str, dict[str, Any]]) -> str:
    """The file: a line for each engine's versions and families, and for each region."""
    def lines(name: str, value: Any) -> str:
        if name == "versions":
            return f"      {json.dumps(name)}: {json.dumps(value)}"
        inner = ",\n".join(f"        {json.dumps(key)}: {json.dumps(items)}" for key, items in value.items())
        return f"      {json.dumps(name)}: {{\n{inner}\n      }}"

    today = datetime.now(timezone.utc).date().isoformat()
    body = ",\n".join(
        f"    {json.dumps(engine)}: {{\n" + ",\n".join(lines(*pair) for pair in entry.items()) + "\n    }"
        for engine, entry in engines.items()
    )
    return f'{{\n  "cfnLint": "{version}",\n  "written": "{today}",\n  "engines": {{\n{body}\n  }}\n}}\n'


if __name__ == "__main__":
    sys.exit(write_or_check(TABLE, "engines", {engine: offer(engine) for engine in (*CLUSTERS, *INSTANCES)}, text))
