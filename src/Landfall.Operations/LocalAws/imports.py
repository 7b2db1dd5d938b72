"""Change sets of type IMPORT: a stack takes over what was made without it, and nothing else happens.

CloudFormation User Guide, "Import AWS resources into a CloudFormation stack": each resource to import has a DeletionPolicy and an identifier;
it exists, and "does not belong to another stack in the same Region"; "CloudFormation doesn't check that the template configuration matches
the actual configuration of resource properties", so that nothing of it is changed. "You have modified resources [...] in your template that
are not being imported" and "As part of the import operation, you cannot modify or add [Outputs]" are its own words; of what it says of a
missing policy, of another stack and of what is not there the sense alone is documented.
"""

import copy
from typing import Any

from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import Stack, cloudformation_backends
from moto.core.responses import ActionResult

import api
import cloud_control
import parameters
import stacks
import templates
from api_resource import ApiResource
from live import Live, home, live
from resource_types import API_TYPES
from resources import add_event, put, reason_of

# The types of which CloudFormation's list says that they support import, as far as they are modelled here.
_IMPORTABLE = {kind: cloud_control.READERS[kind][0] for kind in ("AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::SQS::Queue")}


def require(stack: Stack, template: dict[str, Any], wanted: list[dict[str, Any]], changes: list[dict[str, Any]]) -> None:
    """Raises where CreateChangeSet refuses an import at once."""
    if not wanted:
        raise ValidationError(message="ResourcesToImport must be specified for a change set of type IMPORT.")
    names = {item["LogicalResourceId"] for item in wanted}
    unsupported = sorted({item["ResourceType"] for item in wanted} - _IMPORTABLE.keys())
    if unsupported:
        raise ValidationError(message=f"ResourceTypes [{', '.join(unsupported)}] are not supported for Import")
    for item in wanted:
        definition = template["Resources"].get(item["LogicalResourceId"])
        if definition is None or definition["Type"] != item["ResourceType"]:
            raise ValidationError(message=f"Resource [{item['LogicalResourceId']}] of type [{item['ResourceType']}] is not in the template.")
        if "DeletionPolicy" not in definition:
            raise ValidationError(message=f"Resources to import must have a DeletionPolicy attribute specified in the template: [{item['LogicalResourceId']}]")
        key = _IMPORTABLE[item["ResourceType"]]
        identifier = item.get("ResourceIdentifier", {}).get(key)
        if not identifier:
            raise ValidationError(message=f"[{key}] is missing from the ResourceIdentifier of [{item['LogicalResourceId']}].")
        given = definition.get("Properties", {}).get(key)
        if given is not None and given != identifier:
            raise ValidationError(message=f"The identifier [{key}] of [{item['LogicalResourceId']}] is [{identifier}], and [{given}] in the template.")
    others = sorted(change["ResourceChange"]["LogicalResourceId"] for change in changes if change["ResourceChange"]["Action"] != "Import")
    others += sorted(names & live(stack).keys())
    if others:
        raise ValidationError(
            message=f"You have modified resources [{', '.join(others)}] in your template that are not being imported. "
            "Update, create or delete operations cannot be executed during import operations."
        )
    before = (stack.template_dict or {}).get("Outputs", {}) if stack.template else {}
    if template.get("Outputs", {}) != before:
        raise ValidationError(message="As part of the import operation, you cannot modify or add [Outputs]")


def fault(stack: Stack, wanted: list[dict[str, Any]]) -> str | None:
    """Why the change set fails; None where it does not."""
    for item in wanted:
        kind, identifier = item["ResourceType"], item["ResourceIdentifier"][_IMPORTABLE[item["ResourceType"]]]
        if cloud_control.find(kind, identifier, stack.region_name) is None:
            return f"Resource of type '{kind}' with identifier '{identifier}' was not found."
        other = owner(identifier, *home(stack), kind)
        if other is not None:
            return f"{identifier} already exists in stack {other.stack_id}"
    return None


def owner(physical_id: str, account: str, region: str, kind: str = "") -> Stack | None:
    """The stack that a resource belongs to."""
    for stack in cloudformation_backends[account][region].stacks.values():
        if any(item.id == physical_id and kind in ("", item.type) for item in live(stack).values()):
            return stack
    return None


def marked(changes: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The changes, of which those of what is imported say so."""
    ids = {item["LogicalResourceId"]: next(iter(item.get("ResourceIdentifier", {}).values()), "") for item in wanted}
    for change in changes:
        found = change["ResourceChange"]
        if found["Action"] == "Add" and found["LogicalResourceId"] in ids:
            found["Action"], found["PhysicalResourceId"] = "Import", ids[found["LogicalResourceId"]]
    return changes


def execute(stack: Stack, template: str, given: dict[str, str], tags: Any, wanted: list[dict[str, Any]]) -> None:
    """ExecuteChangeSet of an import."""
    stacks.finish(stack, "IMPORT_IN_PROGRESS", "User Initiated")
    definitions = templates.parse(template)["Resources"]
    names = [item["LogicalResourceId"] for item in wanted]
    try:
        failed = fault(stack, wanted)
        if failed:
            raise ValidationError(message=failed)
        for item in wanted:
            _take(stack, item, definitions[item["LogicalResourceId"]], parameters.map_of(stack, templates.parse(template), given))
        stacks.bring_to(stack, template, given)
    except Exception as error:
        stacks.finish(stack, "IMPORT_ROLLBACK_IN_PROGRESS", reason_of(error))
        for name in names:
            live(stack).pop(name, None)
        stacks.finish(stack, "IMPORT_ROLLBACK_COMPLETE")
        return
    stack.tags = tags or stack.tags
    for name in names:
        item = live(stack)[name]
        item.status = "IMPORT_COMPLETE"
        add_event(stack, name, item.type, item.id, "IMPORT_COMPLETE", "Resource import completed.")
    stacks.finish(stack, "IMPORT_COMPLETE")


def _take(stack: Stack, item: dict[str, Any], definition: dict[str, Any], resources: Any) -> None:
    kind, name = item["ResourceType"], item["LogicalResourceId"]
    account, region = home(stack)
    identifier = item["ResourceIdentifier"][_IMPORTABLE[kind]]
    properties = templates.resolve(copy.deepcopy(definition.get("Properties", {})), resources)
    resource = ApiResource(kind, API_TYPES[kind], identifier.rsplit("/", 1)[-1], account, region)
    resource.physical_resource_id, resource.properties = identifier, properties
    if kind == "AWS::DynamoDB::Table":
        resource.reply = {"TableDescription": api.call("dynamodb", "describe_table", region, {"TableName": identifier})["Table"]}
    resource.cf_resource_type, resource.logical_resource_id = kind, name  # type: ignore[attr-defined]
    made = Live(kind, properties, resource, resource.name)
    made.takes_policies(definition)
    put(stack, name, made)


def describe_resources(self: Any, of_stack: Any) -> ActionResult:
    """DescribeStackResources, also by the id of one resource: "all of the resources of the stack that it belongs to"."""
    physical_id = self._get_param("PhysicalResourceId")
    if not physical_id or self._get_param("StackName"):
        found: ActionResult = of_stack(self)
        return found
    backend = self.cloudformation_backend
    stack = owner(physical_id, backend.account_id, backend.region_name)
    if stack is None:
        raise ValidationError(message=f"Stack for {physical_id} does not exist")
    return ActionResult(
        {
            "StackResources": [
                {
                    "StackName": stack.name, "StackId": stack.stack_id, "LogicalResourceId": name, "PhysicalResourceId": item.id,
                    "ResourceType": item.type, "ResourceStatus": item.status, "Timestamp": stack.creation_time,
                }
                for name, item in live(stack).items()
            ]
        }
    )  # fmt: skip
