"""Whether CloudFormation changes a resource in place or makes a new one, and what it says where it can do neither."""

from collections.abc import Iterator
from typing import Any

from moto.cloudformation.exceptions import ValidationError

import property_table
from resource_types import name_property

Properties = dict[str, Any]

# Create-only under conditions that do not arise here: CloudFormation's reference says "Some interruptions" of them.
_IN_PLACE = {
    "AWS::RDS::DBInstance": {
        "AutoMinorVersionUpgrade", "BackupRetentionPeriod", "DBParameterGroupName", "MultiAZ", "PreferredMaintenanceWindow", "StorageType",
    },
}  # fmt: skip
# Their name is a family or belongs to one target, so that two may have the same.
_NOT_UNIQUE = {"AWS::ECS::TaskDefinition", "AWS::ApplicationAutoScaling::ScalingPolicy"}


def always(kind: str, before: Properties, after: Properties) -> list[str]:
    """The properties, as paths, whose change takes a new resource."""
    return sorted(differing(property_table.create_only(kind), before, after))


def conditionally(kind: str, before: Properties, after: Properties) -> list[str]:
    """The properties, as paths, whose change takes a new resource here, and where the registry says 'perhaps'."""
    paths = (path for path in property_table.conditional_create_only(kind) if path not in _IN_PLACE.get(kind, ()))
    return sorted(differing(paths, before, after))


def takes_replacement(kind: str, before: Properties, after: Properties) -> bool:
    """Whether a change of these properties takes a new resource."""
    if kind.startswith("AWS::") and not property_table.is_known(kind):
        return name_property(kind) in differing([name_property(kind)], before, after)
    return bool(always(kind, before, after) or conditionally(kind, before, after))


def require_other_name(kind: str, before: Properties, after: Properties) -> None:
    """Raises where old and new would need one name at the same time: the new resource is made before the old one goes."""
    named_by = name_property(kind)
    name = before.get(named_by)
    if named_by and kind not in _NOT_UNIQUE and isinstance(name, str) and name == after.get(named_by):
        raise ValidationError(
            message="CloudFormation cannot update a stack when a custom-named resource requires replacing. "
            f"Rename {name} and update the stack again."
        )


def differing(paths: Any, before: Properties, after: Properties) -> Iterator[str]:
    """Those of the paths at which two sets of properties differ."""
    return (path for path in paths if path and _text(_at(before, path.split("/"))) != _text(_at(after, path.split("/"))))


def _at(value: Any, parts: list[str]) -> Any:
    if not parts or value is None:
        return value
    if parts[0] == "*":
        return [_at(item, parts[1:]) for item in value] if isinstance(value, list) else None
    return _at(value.get(parts[0]), parts[1:]) if isinstance(value, dict) else None


def _text(value: Any) -> Any:
    """A value as templates may spell it: 80 and "80", true and "true" are the same to CloudFormation."""
    if isinstance(value, dict):
        return {key: _text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_text(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else value if value is None else str(value)
