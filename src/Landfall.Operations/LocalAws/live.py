"""What the stacks of the local AWS have made."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from moto.cloudformation.models import Stack, cloudformation_backends

import templates


@dataclass
class Live:
    """A resource that exists: how it was made, and its model."""

    type: str
    properties: dict[str, Any]
    model: Any
    name: str
    deletion: str = "Delete"
    """Its DeletionPolicy."""
    replacing: str = "Delete"
    """Its UpdateReplacePolicy."""
    status: str = "CREATE_COMPLETE"
    skipped: bool = False
    """Whether a rollback goes on without it."""
    uncertain: bool = False
    """Whether a change failed half-way, so that the way back has to set everything again."""

    @property
    def id(self) -> str:
        """The physical id."""
        return templates.reference(self.model)

    def takes_policies(self, definition: dict[str, Any]) -> None:
        """Notes what a template says of its end."""
        self.deletion = str(definition.get("DeletionPolicy", "Delete"))
        self.replacing = str(definition.get("UpdateReplacePolicy", "Delete"))


def live(stack: Stack) -> dict[str, Live]:
    """The resources of a stack by logical id."""
    resources = stack.resource_map
    if not hasattr(resources, "landfall_live"):
        resources.landfall_live = {}
    found: dict[str, Live] = resources.landfall_live
    return found


def superseded(stack: Stack) -> list[tuple[str, Live]]:
    """What the running update has put another resource in place of, and deletes last."""
    if not hasattr(stack, "landfall_superseded"):
        stack.landfall_superseded = []
    found: list[tuple[str, Live]] = stack.landfall_superseded
    return found


def everything(account: str, region: str) -> Iterator[Live]:
    """Every resource of every stack in an account and region, also what an update is about to delete."""
    for stack in list(cloudformation_backends[account][region].stacks.values()):
        yield from list(live(stack).values())
        yield from (item for _, item in superseded(stack))


def anywhere(account: str) -> Iterator[Live]:
    """Every resource of an account, whatever its region: what the names of services without regions are unique among."""
    for region in list(cloudformation_backends[account]):
        yield from everything(account, region)


def home(stack: Stack) -> tuple[str, str]:
    """Account and region."""
    return stack.account_id, stack.region_name


def mentions(value: Any, text: str) -> bool:
    """Whether a text is among the values of properties."""
    if isinstance(value, dict):
        return any(mentions(item, text) for item in value.values())
    if isinstance(value, list):
        return any(mentions(item, text) for item in value)
    return bool(value == text)
