"""Creates, updates and deletes stacks as CloudFormation does, where moto's own engine differs.

Resources follow their references; a change reaches everything that refers to a replaced resource; what a template no
longer has is deleted last, unless its policy retains it; a failure rolls back and leaves the reason among the events;
an export that another stack imports can be neither changed nor removed.
"""

import copy
import json
from dataclasses import dataclass
from typing import Any

from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import Event, Export, Stack, cloudformation_backends
from moto.ec2.models import ec2_backends
from moto.ec2.models.core import TaggedEC2Resource

import names
import templates
from api_resource import ApiResource
from custom_resources import CUSTOM_RESOURCES
from recorded import RecordedResource
from resource_types import class_of, delete_model, name_property


@dataclass
class Live:
    """A resource that exists: how it was made, and its model."""

    type: str
    properties: dict[str, Any]
    model: Any
    name: str
    retained: bool

    @property
    def id(self) -> str:
        """The physical id."""
        return templates.reference(self.model)


def live(stack: Stack) -> dict[str, Live]:
    """The resources of a stack by logical id."""
    resources = stack.resource_map
    if not hasattr(resources, "landfall_live"):
        resources.landfall_live = {}
    found: dict[str, Live] = resources.landfall_live
    return found


def recorded_resources() -> list[dict[str, str]]:
    """The resources of all stacks that are only recorded; custom resources whose work is done here are not."""
    return [
        {"account": account, "region": region, "stack": stack.name, "logicalId": name, "type": item.type, "id": item.id}
        for account, regions in cloudformation_backends.items()
        for region, backend in regions.items()
        for stack in backend.stacks.values()
        for name, item in live(stack).items()
        if isinstance(item.model, RecordedResource) and item.type not in CUSTOM_RESOURCES
    ]


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


def finish(stack: Stack, status: str, reason: str | None = None) -> None:
    """Puts a stack into a state and says so."""
    stack.status = status
    stack.stack_status_reason = reason
    stack._add_stack_event(status, resource_status_reason=reason)


def create(stack: Stack) -> None:
    """Creates the resources of a new stack; a failure leaves it in ROLLBACK_COMPLETE."""
    stack.status = "CREATE_IN_PROGRESS"
    try:
        bring_to(stack, stack.template, stack.parameters)
    except Exception as error:
        finish(stack, "ROLLBACK_IN_PROGRESS", reason_of(error))
        delete_resources(stack, list(reversed(live(stack))), keep_retained=False)
        finish(stack, "ROLLBACK_COMPLETE")
        return
    finish(stack, "CREATE_COMPLETE")


def update(stack: Stack, template: str, role_arn: str | None, parameters: dict[str, Any] | None, tags: Any) -> None:
    """Brings a stack to a template; a failure brings it back to the one that it had."""
    before = stack.template, stack.parameters
    finish(stack, "UPDATE_IN_PROGRESS", "User Initiated")
    try:
        bring_to(stack, template, stack.parameters if parameters is None else parameters)
    except Exception as error:
        finish(stack, "UPDATE_ROLLBACK_IN_PROGRESS", reason_of(error))
        bring_to(stack, *before)
        finish(stack, "UPDATE_ROLLBACK_COMPLETE")
        return
    stack.role_arn = role_arn
    if tags is not None:
        stack.tags = tags
    finish(stack, "UPDATE_COMPLETE")


def bring_to(stack: Stack, template: Any, parameters: dict[str, Any]) -> None:
    """Applies a template and parameters, and removes what they no longer have."""
    stack.template, stack.parameters = template, parameters
    stack._parse_template()
    resources = stack.resource_map
    resources._template = stack.template_dict
    resources._resource_json_map = stack.template_dict["Resources"]
    resources.input_parameters = parameters
    resources.load()
    stack.output_map = stack._create_output_map()
    before = list(live(stack))
    wanted = apply(stack)
    publish_exports(stack)
    delete_resources(stack, [name for name in reversed(before) if name not in wanted], keep_retained=True)


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
    verb = "UPDATE" if existing and existing.type == kind else "CREATE"
    try:
        properties = templates.resolve(definition.get("Properties", {}), stack.resource_map)
        retained = str(definition.get("DeletionPolicy", "Delete")).startswith("Retain")
        if verb == "UPDATE" and same(existing.properties, properties):
            existing.retained = retained
            return
        add_event(stack, name, kind, existing.id if existing else "", f"{verb}_IN_PROGRESS", None)
        made = changed(stack, existing, properties) if verb == "UPDATE" else created(stack, name, kind, properties)
    except Exception as error:
        add_event(stack, name, kind, existing.id if existing else "", f"{verb}_FAILED", reason_of(error))
        raise
    if verb == "CREATE" and existing and not existing.retained:
        delete_model(existing.model, existing.type, existing.properties, *home(stack))
    made.retained = retained
    made.model.cf_resource_type = kind
    made.model.logical_resource_id = name
    live(stack)[name] = made
    stack.resource_map._parsed_resources[name] = made.model
    add_event(stack, name, kind, made.id, f"{verb}_COMPLETE", None)


def created(stack: Stack, name: str, kind: str, properties: dict[str, Any]) -> Live:
    """Creates a resource."""
    account, region = home(stack)
    resource_class = class_of(kind)
    resource_name = properties.get(name_property(kind), names.generated(kind, stack.name, name, properties))
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
    return Live(kind, properties, model, resource_name, False)


def changed(stack: Stack, existing: Live, properties: dict[str, Any]) -> Live:
    """Updates a resource in place, or replaces it where that is what the change takes."""
    account, region = home(stack)
    differing = {name for name in {*properties, *existing.properties} if properties.get(name) != existing.properties.get(name)}
    if takes_replacement(existing, differing):
        made = created(stack, existing.model.logical_resource_id, existing.type, properties)
        delete_model(existing.model, existing.type, existing.properties, account, region)
        return made
    if isinstance(existing.model, ApiResource):
        existing.model.update(copy.deepcopy(properties))
        return Live(existing.type, properties, existing.model, existing.name, False)
    resource_class = class_of(existing.type)
    if hasattr(resource_class.update_from_cloudformation_json, "__isabstractmethod__"):
        return Live(existing.type, properties, existing.model, existing.name, False)
    model = resource_class.update_from_cloudformation_json(
        original_resource=existing.model,
        new_resource_name=existing.name,
        cloudformation_json={"Type": existing.type, "Properties": copy.deepcopy(properties)},
        account_id=account,
        region_name=region,
    )
    return Live(existing.type, properties, model or existing.model, existing.name, False)


def takes_replacement(existing: Live, differing: set[str]) -> bool:
    """Whether a change of these properties takes a new resource; another name always does."""
    if not isinstance(existing.model, ApiResource):
        return name_property(existing.type) in differing
    replace = existing.model.kind.replace
    return "*" in replace or not differing.isdisjoint(replace)


def delete(stack: Stack) -> None:
    """Deletes a stack and what its policies do not retain."""
    if stack.enable_termination_protection:
        raise ValidationError(message=f"Stack [{stack.name}] cannot be deleted while TerminationProtection is enabled")
    exports = cloudformation_backends[stack.account_id][stack.region_name].exports
    for name in [name for name, export in exports.items() if export.exporting_stack_id == stack.stack_id]:
        require_unused(stack, name)
    finish(stack, "DELETE_IN_PROGRESS", "User Initiated")
    left = delete_resources(stack, list(reversed(live(stack))), keep_retained=True)
    if left:
        finish(stack, "DELETE_FAILED", f"The following resource(s) failed to delete: [{', '.join(left)}].")
        return
    for name in [name for name, export in exports.items() if export.exporting_stack_id == stack.stack_id]:
        del exports[name]
    finish(stack, "DELETE_COMPLETE")


def delete_resources(stack: Stack, names: list[str], keep_retained: bool) -> list[str]:
    """Deletes resources, in the given order and then again those that others still needed; gives what is left."""
    failures: dict[str, Exception] = {}
    for _ in range(4):
        failures.clear()
        for name in names:
            item = live(stack)[name]
            if keep_retained and item.retained:
                add_event(stack, name, item.type, item.id, "DELETE_SKIPPED", None)
            else:
                try:
                    delete_model(item.model, item.type, item.properties, *home(stack))
                except Exception as error:
                    failures[name] = error
                    continue
                add_event(stack, name, item.type, item.id, "DELETE_COMPLETE", None)
            del live(stack)[name]
            stack.resource_map._parsed_resources.pop(name, None)
        names = list(failures)
    for name, error in failures.items():
        add_event(stack, name, live(stack)[name].type, live(stack)[name].id, "DELETE_FAILED", reason_of(error))
    return list(failures)


def publish_exports(stack: Stack) -> None:
    """Makes the exports of a stack known; refuses to change or to remove one that another stack imports."""
    exports = cloudformation_backends[stack.account_id][stack.region_name].exports
    own: dict[str, Export] = {export.name: export for export in stack.exports}
    for name, export in list(exports.items()):
        if export.exporting_stack_id == stack.stack_id and (name not in own or own[name].value != export.value):
            require_unused(stack, name)
            del exports[name]
        elif export.exporting_stack_id != stack.stack_id and name in own:
            raise ValidationError(message=f"Export with name {name} is already exported by another stack")
    exports.update(own)


def require_unused(stack: Stack, export: str) -> None:
    """Raises where a stack imports an export."""
    for other in cloudformation_backends[stack.account_id][stack.region_name].stacks.values():
        if other.stack_id != stack.stack_id and export in templates.imported_exports(other.template_dict):
            raise ValidationError(message=f"Export {export} cannot be updated or deleted as it is in use by {other.name}")


def home(stack: Stack) -> tuple[str, str]:
    """Account and region."""
    return stack.account_id, stack.region_name


def same(one: Any, other: Any) -> bool:
    """Whether two sets of properties are equal."""
    return json.dumps(one, sort_keys=True, default=str) == json.dumps(other, sort_keys=True, default=str)
