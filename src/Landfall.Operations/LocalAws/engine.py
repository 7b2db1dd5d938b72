"""Puts this folder's stack engine in place of moto's."""

import json
from typing import Any

from moto.cloudtrail.responses import CloudTrailResponse
from moto.cloudformation import models, parsing, responses
from moto.cloudformation.exceptions import AlreadyExistsException
from moto.core.responses import ActionResult
from moto.iam.access_control import PermissionResult
from moto.s3.models import FakeBucket

import resource_types
import stacks
import templates


def install() -> None:
    """Replaces the parts of moto's CloudFormation; call it once, before the first request."""
    templates.install()
    parsing.resource_class_from_type = resource_types.class_of
    parsing.ResourceMap.validate_outputs = lambda self: None
    models.Stack.stack_resources = property(lambda self: [item.model for item in stacks.live(self).values()])
    models.Stack.create_resources = stacks.create
    models.Stack.outputs = property(_outputs(models.Stack.outputs.fget))
    models.Stack.update = _update
    models.Stack.delete = stacks.delete
    models.CloudFormationBackend.create_stack = _create_stack
    models.CloudFormationBackend._resolve_update_parameters = _update_parameters
    models.CloudFormationBackend.delete_stack = _delete_stack
    models.CloudFormationBackend.execute_change_set = _execute_change_set
    # Bucket policies are kept but not enforced: moto leaves conditions out of account, so that a policy which refuses
    # plain HTTP or other accounts would refuse everything.
    FakeBucket.get_permission = lambda self, action, resource: PermissionResult.NEUTRAL
    # The CDK looks for the cause of a failure here too, and retries for long where it gets no answer.
    CloudTrailResponse.lookup_events = lambda self: json.dumps({"Events": []})
    responses.CloudFormationResponse.update_termination_protection = _update_termination_protection


def _outputs(moto_outputs: Any) -> Any:
    """A stack that could not be created has no outputs; asking moto for them would create its resources again."""
    return lambda stack: None if stack.status.startswith(("ROLLBACK", "DELETE", "CREATE_IN")) else moto_outputs(stack)


def _create_stack(self: Any, name: str, template: str, parameters: dict[str, Any], **settings: Any) -> models.Stack:
    if any(stack.name == name for stack in self.stacks.values()):
        raise AlreadyExistsException(f"Stack [{name}] already exists")
    stack_id = models.generate_stack_id(name, self.region_name, self.account_id)
    stack = models.Stack(
        stack_id=stack_id,
        name=name,
        template=template,
        parameters=parameters,
        account_id=self.account_id,
        region_name=self.region_name,
        cross_stack_resources=self.exports,
        **settings,
    )
    self.stacks[stack_id] = stack
    stack._add_stack_event("CREATE_IN_PROGRESS", resource_status_reason="User Initiated")
    stack.create_resources()
    return stack


def _update(self: models.Stack, template: str, role_arn: Any = None, parameters: Any = None, tags: Any = None) -> None:
    stacks.update(self, template, role_arn, parameters, tags)


def _update_parameters(self: Any, instance: Any, incoming_params: list[dict[str, Any]]) -> dict[str, str]:
    """A parameter that keeps its previous value may never have been given one: then its default stays in force."""
    given = {item["ParameterKey"]: item["ParameterValue"] for item in incoming_params if "ParameterValue" in item}
    kept = {item["ParameterKey"] for item in incoming_params if item.get("UsePreviousValue")}
    return given | {name: value for name, value in instance.parameters.items() if name in kept}


def _delete_stack(self: Any, name_or_stack_id: str) -> None:
    for stack in list(self.stacks.values()):
        if name_or_stack_id in (stack.name, stack.stack_id):
            stack.delete()
            if stack.status == "DELETE_COMPLETE":
                self.deleted_stacks[stack.stack_id] = self.stacks.pop(stack.stack_id)


def _execute_change_set(self: Any, change_set_name: str, stack_name: str | None = None) -> None:
    change_set = self.describe_change_set(change_set_name)
    stack = self.stacks[change_set.stack_id]
    if change_set.change_set_type == "CREATE":
        stack.template, stack.parameters = change_set.template, change_set.parameters
        stack.resource_map.cross_stack_resources = self.exports
        stacks.create(stack)
    else:
        stacks.update(stack, change_set.template, change_set.role_arn, change_set.parameters, change_set.tags)
    change_set.execution_status = "EXECUTE_COMPLETE"


def _update_termination_protection(self: Any) -> ActionResult:
    stack = self.cloudformation_backend.get_stack(self._get_param("StackName"))
    stack.enable_termination_protection = self._get_bool_param("EnableTerminationProtection", False)
    return ActionResult({"StackId": stack.stack_id})
