"""Puts this folder's stack engine in place of moto's."""

import json
from typing import Any

from moto.cloudtrail.responses import CloudTrailResponse
from moto.codepipeline.responses import CodePipelineResponse
from moto.cloudformation import models, parsing, responses
from moto.cloudformation.exceptions import AlreadyExistsException, ValidationError
from moto.core.responses import ActionResult, EmptyResult
from moto.iam.access_control import PermissionResult
from moto.rds.responses import RDSResponse
from moto.s3.models import FakeBucket
from moto.servicequotas.responses import ServiceQuotasResponse

import account_quotas
import change_sets
import database_versions
import distributions
import drift
import failing_tasks
import hook_functions
import imports
import nested_stacks
import parameters
import queue_moves
import record_sets
import resource_types
import restores
import rollouts
import service_tasks
import sessions
import single_tasks
import stacks
import template_limits
import templates
import traffic_shifts
from live import live


def install() -> None:
    """Replaces the parts of moto's CloudFormation; call it once, before the first request."""
    templates.install()
    failing_tasks.install()
    single_tasks.install()
    rollouts.install()
    hook_functions.install()
    traffic_shifts.install()
    service_tasks.install()
    sessions.install()
    queue_moves.install()
    restores.install()
    distributions.install()
    drift.install()
    record_sets.install()
    nested_stacks.install()
    parsing.resource_class_from_type = resource_types.class_of
    parsing.ResourceMap.validate_outputs = lambda self: None
    models.Stack.stack_resources = property(lambda self: [item.model for item in stacks.live(self).values()])
    models.Stack.create_resources = stacks.create
    models.Stack.outputs = property(_outputs(models.Stack.outputs.fget))
    models.Stack.update = _update
    models.Stack.delete = stacks.delete
    models.CloudFormationBackend.create_stack = _create_stack
    models.Stack.parameter_list = property(parameters.described)
    parsing.ResourceMap.parse_ssm_parameter = parameters.of_ssm
    models.CloudFormationBackend._resolve_update_parameters = lambda self, instance, incoming_params: parameters.given(
        instance, incoming_params
    )
    models.CloudFormationBackend.delete_stack = _delete_stack
    # Bucket policies are kept but not enforced: moto leaves conditions out of account, so that a policy which refuses
    # plain HTTP or other accounts would refuse everything.
    FakeBucket.get_permission = _permission
    # The CDK looks for the cause of a failure here too, and retries for long where it gets no answer.
    CloudTrailResponse.lookup_events = lambda self: json.dumps({"Events": []})
    # No pipeline runs here.
    CodePipelineResponse.list_pipeline_executions = lambda self: json.dumps({"pipelineExecutionSummaries": []})
    RDSResponse.describe_db_engine_versions = database_versions.describe
    ServiceQuotasResponse.list_service_quotas = account_quotas.listed
    answers = responses.CloudFormationResponse
    answers.update_termination_protection = _update_termination_protection
    answers.create_change_set = _within_limits(change_sets.create)
    answers.create_stack = _within_limits(answers.create_stack)
    answers.update_stack = _within_limits(answers.update_stack)
    answers.describe_change_set = change_sets.describe
    answers.execute_change_set = change_sets.execute
    answers.delete_change_set = change_sets.delete
    answers.cancel_update_stack = _cancel_update_stack
    answers.continue_update_rollback = _continue_update_rollback
    answers.delete_stack = _delete_stack_request
    answers.list_stack_resources = _list_stack_resources
    moto_resources = answers.describe_stack_resources
    answers.describe_stack_resources = lambda self: imports.describe_resources(self, moto_resources)
    answers._validate_different_update = _require_difference
    for path in ("Changes", "Parameters"):
        del answers.RESPONSE_KEY_PATH_TO_TRANSFORMER[f"DescribeChangeSetOutput.{path}"]


def _within_limits(operation: Any) -> Any:
    """An operation that takes a template in its request, of the size that a request may have."""

    def run(self: Any) -> Any:
        template_limits.require_request(self)
        return operation(self)

    return run


def _permission(bucket: Any, action: str, _: str) -> PermissionResult:
    """What CloudFront may read anybody may read here, who listens on the loopback interface alone: there is no CDN to ask."""
    is_published = action == "s3:GetObject" and "cloudfront.amazonaws.com" in str(bucket.policy)
    return PermissionResult.PERMITTED if is_published else PermissionResult.NEUTRAL


def _outputs(moto_outputs: Any) -> Any:
    """A stack that could not be created has no outputs; asking moto for them would create its resources again."""
    return lambda stack: None if stack.status.startswith(("ROLLBACK", "DELETE", "CREATE_IN")) else moto_outputs(stack)


def _create_stack(self: Any, name: str, template: str, parameters: dict[str, Any], **settings: Any) -> models.Stack:
    if any(stack.name == name for stack in self.stacks.values()):
        raise AlreadyExistsException(f"Stack [{name}] already exists")
    template_limits.require(template, parameters)
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


def _delete_stack(self: Any, name_or_stack_id: str, kept: list[str] | None = None) -> None:
    for stack in list(self.stacks.values()):
        if name_or_stack_id in (stack.name, stack.stack_id):
            stacks.delete(stack, kept)
            if stack.status == "DELETE_COMPLETE":
                self.deleted_stacks[stack.stack_id] = self.stacks.pop(stack.stack_id)


def _update_termination_protection(self: Any) -> ActionResult:
    stack = self.cloudformation_backend.get_stack(self._get_param("StackName"))
    stack.enable_termination_protection = self._get_bool_param("EnableTerminationProtection", False)
    return ActionResult({"StackId": stack.stack_id})


def _cancel_update_stack(self: Any) -> EmptyResult:
    stack = self.cloudformation_backend.get_stack(self._get_param("StackName"))
    if stack.status != "UPDATE_IN_PROGRESS":
        raise ValidationError(message="CancelUpdateStack cannot be called from current stack status")
    stacks.cancel(stack)
    return EmptyResult()


def _delete_stack_request(self: Any) -> EmptyResult:
    self.cloudformation_backend.delete_stack(self._get_param("StackName"), self._get_param("RetainResources", []))
    return EmptyResult()


def _continue_update_rollback(self: Any) -> EmptyResult:
    stack = self.cloudformation_backend.get_stack(self._get_param("StackName"))
    stacks.continue_rollback(stack, self._get_param("ResourcesToSkip", []))
    return EmptyResult()


def _list_stack_resources(self: Any) -> ActionResult:
    """moto's says of every resource that it was created."""
    stack = self.cloudformation_backend.get_stack(self._get_param("StackName"))
    return ActionResult(
        {
            "StackResourceSummaries": [
                {
                    "LogicalResourceId": name,
                    "PhysicalResourceId": item.id,
                    "ResourceType": item.type,
                    "ResourceStatus": item.status,
                    "LastUpdatedTimestamp": stack.creation_time,
                }
                for name, item in live(stack).items()
            ]
        }
    )


def _require_difference(self: Any, listed: list[dict[str, Any]], template: str, stack: models.Stack) -> None:
    """What SSM parameters hold now counts as what an update gives."""
    given, tags = parameters.given(stack, listed or []), {item["Key"]: item["Value"] for item in self._get_param("Tags", [])}
    wanted = templates.parse(template)
    resolved = parameters.map_of(stack, wanted, given).resolved_parameters
    if wanted == stack.template_dict and resolved == stack.resource_map.resolved_parameters and tags in ({}, stack.tags):
        raise ValidationError(message="No updates are to be performed.")
