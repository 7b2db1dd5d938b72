"""The resources of a stack: how each was made, and how one is created, changed, replaced and deleted."""

import copy
import json
from typing import Any

from moto.cloudformation.models import Event, Stack
from moto.ec2.models import ec2_backends
from moto.ec2.models.core import TaggedEC2Resource

import deletions
import names
import refusals
import replacement
import templates
from api_resource import ApiResource
from live import Live, home, live, superseded
from resource_types import class_of, delete_model, name_property

_REPLACING = "Requested update requires the creation of a new physical resource; hence creating one."


def reason_of(error: Exception) -> str:
    """What an error says, without its type."""
    details = getattr(error, "response", None)
    if isinstance(details, dict) and "Error" in details:
        return str(details["Error"].get("Message") or details["Error"].get("Code"))
    return str(getattr(error, "message", None) or error or type(error).__name__)


def add_event(stack: Stack, name: str, resource_type: str, resource_id: str, status: str, reason: str | None) -> None:
    """Appends an event of a resource."""
    stack.events.append(
        Event(
            stack_id=stack.stack_id,
            stack_name=stack.name,
            logical_resource_id=name,
            physical_resource_id=resource_id,
            resource_type=resource_type,
            resource_status=status,
            resource_status_reason=reason,
            resource_properties=None,
        )
    )


def apply(stack: Stack) -> set[str]:
    """Creates and updates what the template of a stack wants; gives the logical ids that it wants."""
    definitions = stack.resource_map._resource_json_map
    wanted: set[str] = set()
    for name in templates.creation_order(definitions):
        condition = definitions[name].get("Condition")
        if condition and not stack.resource_map.lazy_condition_map[condition]:
            continue
        if class_of(definitions[name]["Type"]) is None:
            continue  # a wait condition: nothing to create
        wanted.add(name)
        apply_resource(stack, name, definitions[name])
    return wanted


def apply_resource(stack: Stack, name: str, definition: dict[str, Any]) -> None:
    """Creates or updates one resource, where it differs from what exists."""
    kind = definition["Type"]
    existing = live(stack).get(name)
    verb = "UPDATE" if existing else "CREATE"
    try:
        properties = templates.resolve(definition.get("Properties", {}), stack.resource_map)
        if existing and (existing.skipped or (not existing.uncertain and same(existing.properties, properties))):
            existing.skipped = False
            existing.takes_policies(definition)
            return
        replaces = existing is not None and replacement.takes_replacement(kind, existing.properties, properties)
        add_event(
            stack, name, kind, existing.id if existing else "", f"{verb}_IN_PROGRESS", _REPLACING if replaces else None
        )
        stack.landfall_current = (name, kind, verb)
        if existing and replaces:
            replacement.require_other_name(kind, existing.properties, properties)
        made = changed(stack, existing, properties) if existing and not replaces else created(stack, name, kind, properties)
    except Exception as error:
        if existing:
            existing.uncertain, existing.status = True, "UPDATE_FAILED"
        add_event(stack, name, kind, existing.id if existing else "", f"{verb}_FAILED", reason_of(error))
        raise
    if existing and replaces:
        existing.replacing = str(definition.get("UpdateReplacePolicy", "Delete"))
        superseded(stack).append((name, existing))
    made.takes_policies(definition)
    made.status = f"{verb}_COMPLETE"
    made.model.cf_resource_type = kind
    made.model.logical_resource_id = name
    put(stack, name, made)
    add_event(stack, name, kind, made.id, f"{verb}_COMPLETE", None)


def put(stack: Stack, name: str, item: Live) -> None:
    """Makes a logical id stand for a resource."""
    live(stack)[name] = item
    stack.resource_map._parsed_resources[name] = item.model


def created(stack: Stack, name: str, kind: str, properties: dict[str, Any]) -> Live:
    """Creates a resource."""
    account, region = home(stack)
    resource_class = class_of(kind)
    named_by = name_property(kind)
    resource_name = properties.get(named_by, names.generated(kind, stack.name, name, properties))
    refusals.before_creation(kind, properties, properties.get(named_by), account, region)
    model = resource_class.create_from_cloudformation_json(
        resource_name,
        {"Type": kind, "Properties": copy.deepcopy(properties)},
        account,
        region,
        LogicalId=name,
        StackId=stack.stack_id,
        ResourceType=kind,
    )
    if isinstance(model, TaggedEC2Resource):
        tags = {"aws:cloudformation:stack-name": stack.name, "aws:cloudformation:logical-id": name}
        ec2_backends[account][region].create_tags([model.physical_resource_id], tags)
    return Live(kind, properties, model, resource_name)


def changed(stack: Stack, existing: Live, properties: dict[str, Any]) -> Live:
    """Updates a resource in place."""
    account, region = home(stack)
    refusals.before_change(existing.type, existing.properties, properties, existing.id, account, region)
    if isinstance(existing.model, ApiResource):
        existing.model.update(copy.deepcopy(properties))
        return Live(existing.type, properties, existing.model, existing.name)
    resource_class = class_of(existing.type)
    if hasattr(resource_class.update_from_cloudformation_json, "__isabstractmethod__"):
        return Live(existing.type, properties, existing.model, existing.name)
    model = resource_class.update_from_cloudformation_json(
        original_resource=existing.model,
        new_resource_name=existing.name,
        cloudformation_json={"Type": existing.type, "Properties": copy.deepcopy(properties)},
        account_id=account,
        region_name=region,
    )
    return Live(existing.type, properties, model or existing.model, existing.name)


def restore(stack: Stack) -> None:
    """Puts what an update has replaced back in its place; the new resources are superseded in their turn."""
    for position, (name, old) in enumerate(superseded(stack)):
        new = live(stack)[name]
        new.replacing = "Retain" if new.deletion == "Retain" else "Delete"
        superseded(stack)[position] = (name, new)
        put(stack, name, old)


def clean_up(stack: Stack) -> None:
    """Deletes what was superseded, as UpdateReplacePolicy has it. What cannot be deleted is left behind, as on AWS."""
    for name, item in reversed(superseded(stack)):
        if item.replacing.startswith("Retain"):
            add_event(stack, name, item.type, item.id, "DELETE_SKIPPED", None)
            continue
        try:
            remove(stack, item)
        except Exception as error:
            add_event(stack, name, item.type, item.id, "DELETE_FAILED", reason_of(error))
        else:
            add_event(stack, name, item.type, item.id, "DELETE_COMPLETE", None)
    superseded(stack).clear()


def delete_resources(stack: Stack, names_in_order: list[str], keep: tuple[str, ...]) -> list[str]:
    """Deletes resources, in the given order and then again those that others still needed; gives what is left.

    Resources with a DeletionPolicy among `keep` leave the stack and stay.
    """
    failures: dict[str, Exception] = {}
    for _ in range(4):
        failures.clear()
        for name in names_in_order:
            item = live(stack)[name]
            if item.deletion in keep:
                add_event(stack, name, item.type, item.id, "DELETE_SKIPPED", None)
            else:
                try:
                    remove(stack, item)
                except Exception as error:
                    failures[name] = error
                    continue
                add_event(stack, name, item.type, item.id, "DELETE_COMPLETE", None)
            del live(stack)[name]
            stack.resource_map._parsed_resources.pop(name, None)
        names_in_order = list(failures)
    for name, error in failures.items():
        item = live(stack)[name]
        item.status = "DELETE_FAILED"
        add_event(stack, name, item.type, item.id, "DELETE_FAILED", reason_of(error))
    return list(failures)


def remove(stack: Stack, item: Live) -> None:
    """Deletes one resource; one that is gone already counts as deleted, as with CloudFormation."""
    account, region = home(stack)
    deletions.require(item.type, item.properties, item.id, account, region)
    try:
        delete_model(item.model, item.type, item.properties, account, region)
    except Exception as error:
        if not is_gone(error):
            raise


def is_gone(error: Exception) -> bool:
    """Whether an error says that a thing does not exist."""
    response = getattr(error, "response", None)
    code = response.get("Error", {}).get("Code", "") if isinstance(response, dict) else str(getattr(error, "error_type", ""))
    return "NotFound" in code or "NoSuch" in code or "NonExistent" in code


def same(one: Any, other: Any) -> bool:
    """Whether two sets of properties are equal."""
    return json.dumps(one, sort_keys=True, default=str) == json.dumps(other, sort_keys=True, default=str)
