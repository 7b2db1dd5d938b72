"""What there is in a region: the table that the program validates files by, too.

`eng/region-capabilities.py` writes it. A region that is not in the table has everything.
"""

import functools
import json
from pathlib import Path
from typing import Any

_NAME = "region-capabilities.json"


@functools.cache
def _regions() -> dict[str, dict[str, Any]]:
    here = Path(__file__).parent
    beside = here / _NAME  # as the program lays it out; in the repository it has its place with what reads it there
    other = here.parents[1] / "Landfall.Config" / "Regions" / _NAME
    table: dict[str, Any] = json.loads((beside if beside.exists() else other).read_text())
    regions: dict[str, dict[str, Any]] = table["regions"]
    return regions


def lacking(kinds: set[str], region: str) -> list[str]:
    """Those of some resource types that CloudFormation does not know in a region."""
    return sorted(kinds & set(_regions().get(region, {}).get("missingTypes", [])))


def cdn_region(region: str) -> str | None:
    """The region whose certificates and firewalls CloudFront takes; None where it takes none."""
    found: str | None = _regions().get(region, {}).get("cdnRegion")
    return found


def has_endpoint(name: str, region: str, gateway: bool) -> bool:
    """Whether a VPC endpoint service of AWS's own has such a name; other parties' names are taken as they are."""
    prefix, found, service = name.partition(f"com.amazonaws.{region}.")
    if not found:
        return not name.startswith(("com.amazonaws.", "cn.com.amazonaws."))
    facts = _regions().get(region, {})
    if gateway:
        return prefix == "" and service in ("s3", "dynamodb")
    if service in facts.get("missingEndpoints", []):
        return False
    return prefix == ("cn." if service in facts.get("cnEndpoints", []) else "")
