"""What AWS takes of a resource's properties: the list that `landfall validate` reads, too.

Quotas that AWS raises on request are not held against: a local account has whatever it asks for.
"""

import functools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_NAME = "limits.json"


@functools.cache
def _all() -> list[dict[str, Any]]:
    here = Path(__file__).parent
    beside = here / _NAME  # as the program lays it out; in the repository it has its place with what reads it there
    in_repository = here.parents[1] / "Landfall.Config" / "Limits" / _NAME
    found: list[dict[str, Any]] = json.loads((beside if beside.exists() else in_repository).read_text(encoding="utf-8"))["limits"]
    return found


@functools.cache
def _limits() -> dict[str, list[dict[str, Any]]]:
    table: dict[str, list[dict[str, Any]]] = {}
    for limit in _all():
        if "quota" not in limit and limit["measure"] in _MEASURES:
            table.setdefault(limit["type"], []).append(limit)
    return table


@functools.cache
def of_stacks() -> dict[str, dict[str, Any]]:
    """What CloudFormation takes of stacks and templates, by the limits' names."""
    return {limit["id"]: limit for limit in _all() if limit["type"] == "AWS::CloudFormation::Stack"}


def breaches(kind: str, properties: dict[str, Any]) -> Iterator[str]:
    """Says in a sentence what of a resource's properties AWS does not take."""
    for limit in _limits().get(kind, []):
        for value in _at(properties, limit["path"].split("/") if "path" in limit else []):
            actual = _MEASURES[limit["measure"]](value, limit)
            if actual is not None:
                yield f"{actual} is not what AWS takes as {limit['what']} ({_allowed(limit)})"


def _allowed(limit: dict[str, Any]) -> str:
    bounds = [f"{word} {limit[key]}" for word, key in (("at least", "least"), ("at most", "most")) if key in limit]
    return ", ".join([*bounds, *([limit["pattern"]] if "pattern" in limit else [])])


def _at(value: Any, path: list[str]) -> Iterator[Any]:
    if not path:
        yield value
    elif path[0] == "*" and isinstance(value, list):
        for item in value:
            yield from _at(item, path[1:])
    elif isinstance(value, dict) and value.get(path[0]) is not None:
        yield from _at(value[path[0]], path[1:])


def _outside(number: float, limit: dict[str, Any]) -> str | None:
    return None if limit.get("least", number) <= number <= limit.get("most", number) else f"{number:g}"


def _pattern(value: Any, limit: dict[str, Any]) -> str | None:
    text = str(value)
    fits = len(text) <= limit.get("most", len(text)) and re.search(limit["pattern"], text)
    return None if fits else f"'{text}'"


def _number(value: Any, limit: dict[str, Any]) -> str | None:
    try:
        return _outside(float(value), limit)
    except (TypeError, ValueError):
        return None


def _json_length(value: Any) -> int:
    return len(json.dumps(value, separators=(",", ":"), ensure_ascii=False))


def _condition_values(conditions: list[dict[str, Any]]) -> list[str]:
    return [
        str(value)
        for condition in conditions
        for part in condition.values()
        if isinstance(part, dict)
        for value in part.get("Values", [])
    ]


_MEASURES: dict[str, Any] = {
    "length": lambda value, limit: _outside(len(str(value)), limit),
    "size": lambda value, limit: _outside(len(str(value).encode()), limit),
    "value": _number,
    "pattern": _pattern,
    "items": lambda value, limit: _outside(len(value), limit) if isinstance(value, list | dict) else None,
    "json": lambda value, limit: _outside(_json_length(value), limit),
    "policies": lambda value, limit: _outside(sum(_json_length(policy["PolicyDocument"]) for policy in value), limit),
    "values": lambda value, limit: _outside(len(_condition_values(value)), limit),
    "wildcards": lambda value, limit: _outside(sum(len(re.findall(r"[*?]", text)) for text in _condition_values(value)), limit),
}
