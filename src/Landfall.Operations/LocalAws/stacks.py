"""Creates, updates and deletes stacks as CloudFormation does, where moto's own engine differs.

Resources follow their references; a change reaches everything that refers to a replaced resource; a new resource is made
before the old one goes; what a template no longer has is deleted last, unless its policy retains it; a failure rolls back
and leaves the reason among the events; an export that another stack imports can be neither changed nor removed.
"""

import threading
from collections.abc import Callable
from typing import Any

from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import Export, Stack, cloudformation_backends

import failing_tasks
import parameters as stack_parameters
import regions
import rollouts
import template_limits
import templates
from custom_resources import CUSTOM_RESOURCES
from live import live, superseded
from recorded import RecordedResource
from resource_types import class_of
from resources import add_event, apply, clean_up, delete_resources, reason_of, restore

_CHANGEABLE = ("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE", "IMPORT_ROLLBACK_COMPLETE")
# How long a request waits for a change that takes its time, in seconds.
_MOMENT = 0.5
_RETAINED = ("Retain", "RetainExceptOnCreate")
_LEFT = "The following resource(s) failed to delete: [{}]."


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


def require_changeable(stack: Stack) -> None:
    """Raises where CloudFormation takes no change of a stack: while it works on it, and after what only a deletion ends."""
    if stack.status not in _CHANGEABLE:
        raise ValidationError(message=f"Stack:{stack.stack_id} is in {stack.status} state and can not be updated.")


def require_valid(stack: Stack, template: dict[str, Any], parameters: dict[str, Any]) -> None:
    """Raises where CloudFormation refuses a change at once: a parameter without value, a type that the region does not
    have, another type under a logical id."""
    stack_parameters.map_of(stack, template, parameters)
    definitions = template["Resources"]
    unknown = regions.lacking({definition["Type"] for definition in definitions.values()}, stack.region_name)
    if unknown:
        raise ValidationError(message=f"Template format error: Unrecognized resource types: [{', '.join(unknown)}]")
    others = [name for name, item in live(stack).items() if name in definitions and definitions[name]["Type"] != item.type]
    if others:
        raise ValidationError(
            message="Update of resource type is not permitted. The new template modifies resource type of the following "
            f"resources: [{', '.join(sorted(others))}]"
        )


def finish(stack: Stack, status: str, reason: str | None = None) -> None:
    """Puts a stack into a state and says so."""
    stack.status = status
    stack.stack_status_reason = reason
    stack._add_stack_event(status, resource_status_reason=reason)


def run(stack: Stack, change: Callable[[], None]) -> None:
    """Runs a change of a stack: to its end, or, where services are to fail, for a moment; it goes on by itself then."""
    cancelled = threading.Event()

    def initiated(resource_id: str) -> None:
        name, kind, verb = stack.landfall_current
        add_event(stack, name, kind, resource_id, f"{verb}_IN_PROGRESS", f"Resource {'creation' if verb == 'CREATE' else 'update'} Initiated")

    def work() -> None:
        with failing_tasks.Change(cancelled, lambda: "ROLLBACK" in stack.status, initiated):
            change()

    stack.landfall_cancelled = cancelled
    stack.landfall_thread = threading.Thread(target=work, daemon=True)
    stack.landfall_thread.start()
    stack.landfall_thread.join(_MOMENT if failing_tasks.any_failing() or rollouts.may_pause(stack) else None)


def cancel(stack: Stack) -> None:
    """Has the running change of a stack fail at the next chance, and waits until it is rolled back."""
    if getattr(stack, "landfall_thread", None) is not None:
        stack.landfall_cancelled.set()
        stack.landfall_thread.join()


def create(stack: Stack) -> None:
    """Creates a new stack."""
    stack.status = "CREATE_IN_PROGRESS"
    run(stack, lambda: create_resources(stack))


def create_resources(stack: Stack) -> None:
    """Creates the resources of a new stack; a failure leaves it in ROLLBACK_COMPLETE, with what it could not undo in ROLLBACK_FAILED."""
    try:
        bring_to(stack, stack.template, stack.parameters)
    except Exception as error:
        finish(stack, "ROLLBACK_IN_PROGRESS", reason_of(error))
        # RetainExceptOnCreate says: not when the creation is rolled back.
        left = delete_resources(stack, list(reversed(live(stack))), keep=("Retain",))
        finish(stack, "ROLLBACK_FAILED" if left else "ROLLBACK_COMPLETE", _LEFT.format(", ".join(left)) if left else None)
        return
    finish(stack, "CREATE_COMPLETE")


def update(stack: Stack, template: str, role_arn: str | None, parameters: dict[str, Any] | None, tags: Any) -> None:
    """Brings a stack to a template; a failure brings it back to the one that it had."""
    parameters = stack.parameters if parameters is None else parameters
    require_changeable(stack)
    template_limits.require(template, parameters)
    require_valid(stack, templates.parse(template), parameters)
    superseded(stack).clear()
    finish(stack, "UPDATE_IN_PROGRESS", "User Initiated")
    run(stack, lambda: update_resources(stack, template, role_arn, parameters, tags))


def update_resources(stack: Stack, template: str, role_arn: str | None, parameters: dict[str, Any], tags: Any) -> None:
    """Updates the resources of a stack."""
    before = stack.template, stack.parameters, stack_parameters.fetched(stack)
    try:
        removed = bring_to(stack, template, parameters)
    except Exception as error:
        finish(stack, "UPDATE_ROLLBACK_IN_PROGRESS", reason_of(error))
        roll_back(stack, before)
        return
    stack.role_arn = role_arn
    if tags is not None:
        stack.tags = tags
    finish(stack, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
    clean_up(stack)
    for name in delete_resources(stack, removed, keep=_RETAINED):
        del live(stack)[name]  # left behind in the account, as on AWS: the stack no longer knows it
    finish(stack, "UPDATE_COMPLETE")


def roll_back(stack: Stack, before: tuple[Any, dict[str, Any], dict[str, Any]]) -> None:
    """Brings a stack back after a failed update."""
    restore(stack)
    go_back(stack, before)


def go_back(stack: Stack, before: tuple[Any, dict[str, Any], dict[str, Any]]) -> None:
    """Brings a stack to what it was; where that fails too it waits in UPDATE_ROLLBACK_FAILED for somebody to continue."""
    stack.landfall_before = before
    try:
        removed = bring_to(stack, *before)
    except Exception as error:
        finish(stack, "UPDATE_ROLLBACK_FAILED", reason_of(error))
        return
    finish(stack, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS")
    clean_up(stack)
    delete_resources(stack, removed, keep=("Retain",))
    finish(stack, "UPDATE_ROLLBACK_COMPLETE")


def continue_rollback(stack: Stack, skipped: list[str]) -> None:
    """ContinueUpdateRollback: "For a specified stack that's in the UPDATE_ROLLBACK_FAILED state". Of what it skips AWS says
    "You can specify only resources that are in the UPDATE_FAILED state because a rollback failed" and "sets the status of the
    specified resources to UPDATE_COMPLETE"."""
    if stack.status != "UPDATE_ROLLBACK_FAILED":
        raise ValidationError(message=f"Stack:{stack.stack_id} is in {stack.status} state and its rollback can not be continued.")
    others = sorted(name for name in skipped if name not in live(stack) or live(stack)[name].status != "UPDATE_FAILED")
    if others:
        raise ValidationError(message=f"The following resources cannot be skipped, as they are not in the UPDATE_FAILED state: [{', '.join(others)}]")
    finish(stack, "UPDATE_ROLLBACK_IN_PROGRESS", "User Initiated")
    for name in skipped:
        item = live(stack)[name]
        item.skipped, item.uncertain, item.status = True, False, "UPDATE_COMPLETE"
        add_event(stack, name, item.type, item.id, "UPDATE_COMPLETE", None)
    run(stack, lambda: go_back(stack, stack.landfall_before))


def bring_to(stack: Stack, template: Any, parameters: dict[str, Any], kept: dict[str, Any] | None = None) -> list[str]:
    """Applies a template and parameters; gives the logical ids that are to go, in the order of their deletion."""
    stack.template, stack.parameters = template, parameters
    stack._parse_template()
    resources = stack.resource_map
    resources._template = stack.template_dict
    resources._resource_json_map = stack.template_dict["Resources"]
    resources.input_parameters = parameters
    resources.resolved_parameters.clear()
    resources.landfall_kept = kept or {}
    resources.load()
    stack.output_map = stack._create_output_map()
    before = list(live(stack))
    wanted = apply(stack)
    publish_exports(stack)
    return [name for name in reversed(before) if name not in wanted]


def delete(stack: Stack, kept: list[str] | None = None) -> None:
    """Deletes a stack and what its policies do not retain, nor `kept` names, which AWS takes "For stacks in the DELETE_FAILED
    state" (CloudFormation API, DeleteStack)."""
    if kept and stack.status != "DELETE_FAILED":
        raise ValidationError(
            message=f"Invalid operation on stack [{stack.stack_id}]. When you delete a stack, specify which resources to retain "
            "only when the stack is in the DELETE_FAILED state."
        )
    if stack.enable_termination_protection:
        raise ValidationError(message=f"Stack [{stack.name}] cannot be deleted while TerminationProtection is enabled")
    cancel(stack)
    exports = cloudformation_backends[stack.account_id][stack.region_name].exports
    for name in [name for name, export in exports.items() if export.exporting_stack_id == stack.stack_id]:
        require_unused(stack, name)
    finish(stack, "DELETE_IN_PROGRESS", "User Initiated")
    for name in kept or []:
        live(stack)[name].deletion = "Retain"
    left = delete_resources(stack, list(reversed(live(stack))), keep=_RETAINED)
    if left:
        finish(stack, "DELETE_FAILED", _LEFT.format(", ".join(left)))
        return
    for name in [name for name, export in exports.items() if export.exporting_stack_id == stack.stack_id]:
        del exports[name]
    finish(stack, "DELETE_COMPLETE")


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
