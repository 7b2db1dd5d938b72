"""CloudFront's origin groups: moto keeps them, but knows no behaviour that points at one."""

from collections.abc import Callable
from typing import Any

from moto.cloudfront import models

# CloudFront Developer Guide, "Optimize high availability with CloudFront origin failover".
_FAILS_OVER = {"GET", "HEAD", "OPTIONS"}


def install() -> None:
    """Lets a behaviour point at a group of origins; call it once."""
    models.DistributionConfig.__init__ = _with_groups(models.DistributionConfig.__init__)


def breach(config: dict[str, Any]) -> tuple[str, str] | None:
    """What CloudFront would refuse of a distribution's origins: an error code and its words (API, CreateDistribution)."""
    origins = {origin["Id"] for origin in config["Origins"]}
    groups = {group["Id"]: [member["OriginId"] for member in _items(group["Members"])] for group in _items(config.get("OriginGroups"))}
    behaviors = [config["DefaultCacheBehavior"], *config.get("CacheBehaviors", [])]
    named = {behavior["TargetOriginId"] for behavior in behaviors}
    members = {member for group in groups.values() for member in group}
    if named - origins - set(groups) or members - origins:
        return "NoSuchOrigin", "One or more of your origins or origin groups do not exist."
    if any(b["TargetOriginId"] in groups and set(b.get("AllowedMethods", [])) - _FAILS_OVER for b in behaviors):
        return (
            "InvalidArgument",
            "The parameter AllowedMethods cannot include POST, PUT, PATCH, or DELETE for a cached behavior associated with an origin group.",
        )
    return None


def _items(listed: dict[str, Any] | None) -> list[dict[str, Any]]:
    return (listed or {}).get("Items") or []


def _with_groups(initialise: Callable[[Any, dict[str, Any]], None]) -> Callable[[Any, dict[str, Any]], None]:
    def wrapped(self: Any, config: dict[str, Any]) -> None:
        behavior = config["DefaultCacheBehavior"]
        target = behavior["TargetOriginId"]
        group = next((g for g in _items(config.get("OriginGroups")) if g["Id"] == target), None)
        if group is not None:
            behavior["TargetOriginId"] = _items(group["Members"])[0]["OriginId"]
        initialise(self, config)
        self.DefaultCacheBehavior.target_origin_id = target

    return wrapped
