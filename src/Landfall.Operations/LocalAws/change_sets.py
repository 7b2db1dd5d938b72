"""Change sets: what they list, as DescribeChangeSet does, and their execution."""

import copy
import uuid
from typing import Any

from moto.cloudformation.exceptions import CloudFormationError, ValidationError
from moto.cloudformation.models import Stack, generate_changeset_id, generate_stack_id
from moto.core.responses import ActionResult, EmptyResult
from moto.core.utils import utcnow

import imports
import parameters
import replacement
import stacks
import template_limits
import templates
from live import Live, live
from recorded import LocalResource
from resource_types import class_of
from resources import same

_NOTHING = "The submitted information didn't contain changes. Submit different information to create a change set."
_UNKNOWN = "{{changeSet:KNOWN_AFTER_APPLY}}"


class ChangeSetNotFoundError(CloudFormationError):
    """CloudFormation API, DescribeChangeSet: ChangeSetNotFound. The CDK CLI waits for it after a deletion."""

    code = "ChangeSetNotFound"


class _ToCome(LocalResource):
    """A resource that does not exist yet: what refers to it is not known before the change set is executed."""

    __module__ = LocalResource.__module__
    physical_resource_id = _UNKNOWN

    def get_cfn_attribute(self, attribute_name: str) -> Any:
        return _UNKNOWN


class ChangeSet:
    """A change set of a stack."""

    def __init__(self, stack: Stack, name: str, kind: str, template: str, given: dict[str, str], more: dict[str, Any]) -> None:
        self.stack, self.change_set_name, self.kind, self.template, self.parameters = stack, name, kind, template, given
        self.stack_id, self.stack_name = stack.stack_id, stack.name
        self.change_set_id = generate_changeset_id(name, stack.region_name, stack.account_id) + f"/{uuid.uuid4()}"
        self.creation_time = utcnow()
        self.tags, self.role_arn, self.description = more.get("tags"), more.get("role"), more.get("description")
        self.imported = more.get("imported") or []
        self.changes = imports.marked(list_changes(stack, templates.parse(template), given), self.imported)
        # Outputs alone are a change too, though no resource is listed.
        nothing = not self.changes and kind == "UPDATE" and _says(stack, templates.parse(template), given, self.tags)
        if kind == "IMPORT":
            imports.require(stack, templates.parse(template), self.imported, self.changes)
        fault = _NOTHING if nothing else imports.fault(stack, self.imported)
        self.status, self.status_reason = ("FAILED", fault) if fault else ("CREATE_COMPLETE", None)
        self.execution_status = "UNAVAILABLE" if fault else "AVAILABLE"


def _says(stack: Stack, template: dict[str, Any], given: dict[str, str], tags: Any) -> bool:
    """Whether a stack is what a template, parameters and tags say."""
    resolved = parameters.map_of(stack, template, given).resolved_parameters
    return template == stack.template_dict and resolved == stack.resource_map.resolved_parameters and (tags or {}) == stack.tags


def list_changes(stack: Stack, template: dict[str, Any], given: dict[str, str]) -> list[dict[str, Any]]:
    """What a template and parameters would do to the resources of a stack."""
    resources = parameters.map_of(stack, template, given)
    definitions = template["Resources"]
    existing = live(stack)
    for name in definitions:
        resources._parsed_resources[name] = existing[name].model if name in existing else _to_come(stack, definitions[name]["Type"])
    found: list[dict[str, Any]] = []
    wanted = set()
    for name in templates.creation_order(definitions):
        condition = definitions[name].get("Condition")
        if condition and not resources.lazy_condition_map[condition]:
            continue
        wanted.add(name)
        if name not in existing:
            if class_of(definitions[name]["Type"]):
                found.append(_change("Add", name, definitions[name]["Type"], None))
            continue
        properties = templates.resolve(copy.deepcopy(definitions[name].get("Properties", {})), resources)
        if not same(existing[name].properties, properties):
            before = (stack.template_dict.get("Resources", {}).get(name) or {}).get("Properties", {})
            found.append(_modification(name, existing[name], definitions[name], properties, before))
            if found[-1]["Replacement"] == "True":
                resources._parsed_resources[name] = _to_come(stack, existing[name].type)
    for name, item in existing.items():
        if name not in wanted:
            policy = "Retain" if item.deletion.startswith("Retain") else item.deletion
            found.append({**_change("Remove", name, item.type, item.id), "PolicyAction": policy})
    return [{"Type": "Resource", "ResourceChange": change} for change in found]


def _to_come(stack: Stack, kind: str) -> _ToCome:
    return _ToCome(kind, _UNKNOWN, {}, stack.account_id, stack.region_name)


def _change(action: str, name: str, kind: str, resource_id: str | None) -> dict[str, Any]:
    identity = {"PhysicalResourceId": resource_id} if resource_id else {}
    return {"Action": action, "LogicalResourceId": name, "ResourceType": kind, "Scope": [], "Details": [], **identity}


def _modification(
    name: str, item: Live, definition: dict[str, Any], properties: dict[str, Any], before: dict[str, Any]
) -> dict[str, Any]:
    """A change of a resource, property by property, with what each means for it."""
    always = {path.split("/")[0] for path in replacement.always(item.type, item.properties, properties)}
    perhaps = {path.split("/")[0] for path in replacement.conditionally(item.type, item.properties, properties)}
    details, replaces = [], "False"
    for part in sorted({*item.properties, *properties}):
        if same(item.properties.get(part), properties.get(part)):
            continue
        dynamic = _UNKNOWN in str(properties.get(part))
        recreation = "Always" if part in always else "Conditionally" if part in perhaps else "Never"
        if recreation == "Always" and not dynamic:
            replaces = "True"
        elif recreation != "Never" and replaces == "False":
            replaces = "Conditional"
        details.append(
            {
                "Target": {"Attribute": "Properties", "Name": part, "RequiresRecreation": recreation},
                "Evaluation": "Dynamic" if dynamic else "Static",
                "ChangeSource": _source(dynamic, before.get(part), definition.get("Properties", {}).get(part)),
            }
        )
    change = {**_change("Modify", name, item.type, item.id), "Scope": ["Properties"], "Details": details, "Replacement": replaces}
    if replaces != "False":
        retains = str(definition.get("UpdateReplacePolicy", "Delete")).startswith("Retain")
        change["PolicyAction"] = "ReplaceAndRetain" if retains else "ReplaceAndDelete"
    return change


def _source(dynamic: bool, before: Any, after: Any) -> str:
    """Where a change of a property comes from: the template's text, a parameter, or another resource."""
    if not same(before, after):
        return "DirectModification"
    return "ResourceReference" if dynamic else "ParameterReference"


def create(self: Any) -> ActionResult:
    """CreateChangeSet."""
    backend, name = self.cloudformation_backend, self._get_param("StackName")
    kind = self._get_param("ChangeSetType", "UPDATE")
    url = self._get_param("TemplateURL")
    found = [stack for stack in backend.stacks.values() if name in (stack.name, stack.stack_id)]
    if not found and kind == "UPDATE":
        raise ValidationError(message=f"Stack [{name}] does not exist")
    if found and kind == "CREATE" and found[0].status != "REVIEW_IN_PROGRESS":
        raise ValidationError(message=f"Stack [{name}] already exists and cannot be created again with the changeSet [{self._get_param('ChangeSetName')}].")
    tags = {item["Key"]: item["Value"] for item in self._get_param("Tags", [])}
    stack = found[0] if found else _reviewed(backend, name, tags)
    if kind == "UPDATE" or (kind == "IMPORT" and stack.status != "REVIEW_IN_PROGRESS" and found):
        stacks.require_changeable(stack)
    body = self._get_stack_from_s3_url(url) if url else self._get_param("TemplateBody")
    if self._get_bool_param("UsePreviousTemplate", False):
        body = stack.template
    given = parameters.given(stack, self._get_param("Parameters", []))
    template_limits.require(body, given)
    stacks.require_valid(stack, templates.parse(body), given)
    more = {"tags": tags, "role": self._get_param("RoleARN"), "description": self._get_param("Description")}
    more["imported"] = self._get_param("ResourcesToImport", []) if kind == "IMPORT" else []
    made = ChangeSet(stack, self._get_param("ChangeSetName"), kind, body, given, more)
    if not found:
        backend.stacks[stack.stack_id] = stack
        stacks.finish(stack, "REVIEW_IN_PROGRESS", "User Initiated")
    backend.change_sets[made.change_set_id] = made
    return ActionResult({"Id": made.change_set_id, "StackId": stack.stack_id})


def _reviewed(backend: Any, name: str, tags: dict[str, str]) -> Stack:
    """A stack that a first change set makes, with nothing in it."""
    return Stack(
        stack_id=generate_stack_id(name, backend.region_name, backend.account_id),
        name=name,
        template={},
        parameters={},
        account_id=backend.account_id,
        region_name=backend.region_name,
        tags=tags,
        cross_stack_resources=backend.exports,
    )


def find(self: Any) -> ChangeSet:
    """The change set that a request names, by its ARN or by its stack's name and its own.

    A stack that is gone has taken its change sets along (CloudFormation API, DeleteStack), so a name means that of the
    stack that stands.
    """
    backend, name, stack = self.cloudformation_backend, self._get_param("ChangeSetName"), self._get_param("StackName")
    for item in reversed(list(backend.change_sets.values())):
        named = name == item.change_set_name and stack in (item.stack_name, item.stack_id) and item.stack_id in backend.stacks
        if name == item.change_set_id or named:
            return item
    raise ChangeSetNotFoundError(f"ChangeSet [{name}] does not exist")


def describe(self: Any) -> ActionResult:
    """DescribeChangeSet."""
    found = find(self)
    return ActionResult(
        {
            "ChangeSetName": found.change_set_name,
            "ChangeSetId": found.change_set_id,
            "StackId": found.stack_id,
            "StackName": found.stack_name,
            "Description": found.description,
            "Parameters": [{"ParameterKey": key, "ParameterValue": value} for key, value in found.parameters.items()],
            "CreationTime": found.creation_time,
            "ExecutionStatus": found.execution_status,
            "Status": found.status,
            "StatusReason": found.status_reason,
            "Tags": [{"Key": key, "Value": value} for key, value in (found.tags or {}).items()],
            "Changes": found.changes,
        }
    )


def execute(self: Any) -> EmptyResult:
    """ExecuteChangeSet."""
    found = find(self)
    if found.execution_status != "AVAILABLE":
        raise ValidationError(message=f"ChangeSet [{found.change_set_id}] cannot be executed in its current status of [{found.status}]")
    found.execution_status = "EXECUTE_COMPLETE"
    stack, tags = found.stack, found.tags
    if found.kind == "CREATE":
        stack.template, stack.parameters = found.template, found.parameters
        stack.resource_map.cross_stack_resources = self.cloudformation_backend.exports
        stacks.finish(stack, "CREATE_IN_PROGRESS", "User Initiated")
        stacks.create(stack)
    elif found.kind == "IMPORT":
        imports.execute(stack, found.template, found.parameters, tags, found.imported)
    else:
        stacks.update(stack, found.template, found.role_arn, found.parameters, tags)
    return EmptyResult()


def delete(self: Any) -> EmptyResult:
    """DeleteChangeSet."""
    try:
        del self.cloudformation_backend.change_sets[find(self).change_set_id]
    except ChangeSetNotFoundError:
        pass  # AWS takes the deletion of one that is not there
    return EmptyResult()
