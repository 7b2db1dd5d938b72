"""Service deployments that pause, shift traffic or are checked: ECS waits until somebody lets it go on or takes it back, or a function does.

Sources: Amazon ECS Developer Guide, "Pause hooks for Amazon ECS service deployments"; API Reference, ContinueServiceDeployment,
DescribeServiceDeployments, StopServiceDeployment. There are no tasks here whose start could be waited for: an update of a service that gives it other tasks
is at its first pause at once, and at its end with the last decision. Nor is there a load balancer that a function could ask: a page
says which check of which service fails and why, and every other one passes. What the function would write to its log is there.
The function itself is called for a check that is a task; see hook_functions.py.
"""

import json
import threading
import time
import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ecs.exceptions import ECSException, InvalidParameterException
from moto.ecs.responses import EC2ContainerServiceResponse

import api
import failing_tasks
import hook_functions
import traffic_shifts

_POLL_SECONDS = 0.1
_ORDER = ("POST_SCALE_UP", "POST_TEST_TRAFFIC_SHIFT", "POST_PRODUCTION_TRAFFIC_SHIFT")
# What starts a deployment (ECS Developer Guide, "Updating an Amazon ECS service").
_STARTING = ("TaskDefinition", "NetworkConfiguration", "LoadBalancers", "CapacityProviderStrategy", "ServiceConnectConfiguration")


@dataclass
class Rollout:
    """A service deployment."""

    description: dict[str, Any]
    decided: threading.Event = field(default_factory=threading.Event)
    action: str = ""


@dataclass
class FailingCheck:
    """A check that is to fail."""

    reasons: list[str]
    log_group: str
    seconds: float
    """How long the deployment waits for it, so that somebody can look."""


class RolledBackError(Exception):
    """Somebody, or a pause's timeout, has taken a deployment back."""

    message = (
        "Resource handler returned message: \"Error occurred during operation 'ECS Deployment was rolled back'.\" "
        "(RequestToken: 00000000-0000-0000-0000-000000000000, HandlerErrorCode: GeneralServiceException)"
    )


class NotFoundError(ECSException):
    """There is no such service deployment."""

    def __init__(self) -> None:
        super().__init__("ServiceDeploymentNotFoundException", "The service deploy ARN that you specified was not found.")


class ConflictError(ECSException):
    """The service deployment has ended."""

    def __init__(self) -> None:
        super().__init__("ConflictException", "The service deployment cannot be stopped in its current state.")


_rollouts: dict[str, Rollout] = {}
_running: dict[str, list[Any]] = {}
_failing: dict[tuple[str, str, str], FailingCheck] = {}
_called: list[dict[str, str]] = []


def page(request: dict[str, Any]) -> dict[str, Any]:
    """Takes `{cluster, service, file, reasons, logGroup, seconds}`, or `{clear: true}`; gives the checks that were called so far."""
    if request.get("clear"):
        _failing.clear()
        _called.clear()
    elif "file" in request:
        failing = FailingCheck(request["reasons"], request["logGroup"], request.get("seconds", 3))
        _failing[(request["cluster"], request["service"], request["file"])] = failing
    return {"called": _called}


def may_pause(stack: Any) -> bool:
    """Whether a stack's change may wait for somebody."""
    return "UPDATE" in stack.status and ("LifecycleHooks" in str(stack.template) or traffic_shifts.any_scripted())


def settle(properties: dict[str, Any], account: str, region: str, arn: str) -> None:
    """Waits for a service as CloudFormation does: for its tasks, and for somebody where its rollout pauses."""
    failing_tasks.wait_for_stability(properties, account, region, arn)
    wanted = [properties.get(name) for name in _STARTING]
    before, current = _running.get(arn), failing_tasks.current_change()
    if before in (None, wanted) or current is None or current.rolls_back():
        _running[arn] = wanted
        return
    hooks = (properties.get("DeploymentConfiguration") or {}).get("LifecycleHooks") or []
    for stage in _ORDER:
        if stage == "POST_PRODUCTION_TRAFFIC_SHIFT":
            _shift(arn, properties, current)
        for hook in hooks:
            if hook.get("TargetType") == "PAUSE" and stage in hook["LifecycleStages"]:
                current.initiated(arn)
                _pause(arn, stage, hook.get("TimeoutConfiguration") or {}, current)
            elif hook.get("HookTargetArn") and stage in hook["LifecycleStages"]:
                current.initiated(arn)
                _check(arn, stage, hook, current)
    _running[arn] = wanted


def _pause(arn: str, stage: str, timeout: dict[str, Any], change: Any) -> None:
    minutes, action = int(timeout.get("TimeoutInMinutes", 1440)), timeout.get("Action", "ROLLBACK")
    now = utcnow()
    detail = {
        "hookId": f"ecs-pause-{uuid.uuid4().hex}", "targetType": "PAUSE", "status": "AWAITING_ACTION",
        "expiresAt": now + timedelta(minutes=minutes), "timeoutAction": action,
    }  # fmt: skip
    rollout = _begin(arn, {"startedAt": now, "lifecycleStage": stage, "lifecycleHookDetails": [detail]})
    _wait(rollout, minutes * 60, change)
    decided = rollout.action or action
    detail["status"] = "SUCCEEDED" if rollout.action == "CONTINUE" else "FAILED" if rollout.action else "TIMED_OUT"
    rollout.description["status"] = "SUCCESSFUL" if decided == "CONTINUE" else "ROLLBACK_SUCCESSFUL"
    if decided != "CONTINUE":
        raise RolledBackError


def _shift(arn: str, properties: dict[str, Any], change: Any) -> None:
    begun = traffic_shifts.begin(arn, properties)
    if begun is None:
        return
    shift, seconds = begun
    change.initiated(arn)
    rollout = _begin(arn, shift)
    _wait(rollout, seconds, change)
    rollout.description["status"] = "ROLLBACK_SUCCESSFUL" if rollout.action else "SUCCESSFUL"
    if rollout.action:
        raise RolledBackError
    traffic_shifts.succeeded(arn, shift)


def _begin(arn: str, described: dict[str, Any]) -> Rollout:
    now, cluster = utcnow(), arn.rsplit("/", 2)[-2]
    deployment = f"{arn.replace(':service/', ':service-deployment/')}/{uuid.uuid4().hex[:21]}"
    common = {
        "serviceDeploymentArn": deployment, "serviceArn": arn, "clusterArn": f"{arn.split(':service/')[0]}:cluster/{cluster}",
        "createdAt": described["startedAt"], "updatedAt": now, "status": "IN_PROGRESS",
    }  # fmt: skip
    _rollouts[deployment] = Rollout(common | described)
    return _rollouts[deployment]


def _wait(rollout: Rollout, seconds: float, change: Any) -> None:
    """Waits until somebody decides or the time is over."""
    waited = 0.0
    while not rollout.decided.wait(_POLL_SECONDS) and waited < seconds:
        waited += _POLL_SECONDS
        if change.cancelled.is_set():
            rollout.description["status"] = "ROLLBACK_SUCCESSFUL"
            raise failing_tasks.CancelledError


def _check(arn: str, stage: str, hook: dict[str, Any], change: Any) -> None:
    cluster, service = arn.rsplit("/", 2)[-2:]
    details = hook["HookDetails"]
    file = details["file"] if "file" in details else details["task"]["title"]
    _called.append({"service": service, "stage": stage, "file": file})
    failing = _failing.get((cluster, service, file))
    if failing is None:
        if "task" in details and hook_functions.decide(stage, arn, hook, change.cancelled) is False:
            raise RolledBackError
        if change.cancelled.is_set():
            raise failing_tasks.CancelledError
        return
    line = {"check": file, "stage": stage, "deployment": arn, "status": "FAILED", "reasons": failing.reasons}
    logs = api.client("logs", arn.split(":")[3])
    stream = uuid.uuid4().hex
    logs.create_log_stream(logGroupName=failing.log_group, logStreamName=stream)
    event = {"timestamp": int(time.time() * 1000), "message": json.dumps(line)}
    logs.put_log_events(logGroupName=failing.log_group, logStreamName=stream, logEvents=[event])
    if change.cancelled.wait(failing.seconds):
        raise failing_tasks.CancelledError
    raise RolledBackError


def _list(request: EC2ContainerServiceResponse) -> ActionResult:
    service, statuses = request._get_param("service").rsplit("/", 1)[-1], request._get_param("status") or []
    cluster = (request._get_param("cluster") or "default").rsplit("/", 1)[-1]
    found = [
        rollout.description
        for rollout in _rollouts.values()
        if rollout.description["serviceArn"].endswith(f"service/{cluster}/{service}") and (not statuses or rollout.description["status"] in statuses)
    ]
    names = ("serviceDeploymentArn", "serviceArn", "clusterArn", "startedAt", "createdAt", "status")
    return ActionResult({"serviceDeployments": [{name: item[name] for name in names} for item in reversed(found)]})


def _describe(request: EC2ContainerServiceResponse) -> ActionResult:
    wanted = request._get_param("serviceDeploymentArns")
    failures = [{"arn": arn, "reason": "MISSING"} for arn in wanted if arn not in _rollouts]
    return ActionResult({"serviceDeployments": [_rollouts[arn].description for arn in wanted if arn in _rollouts], "failures": failures})


def _continue(request: EC2ContainerServiceResponse) -> ActionResult:
    arn = request._get_param("serviceDeploymentArn")
    if arn not in _rollouts:
        raise NotFoundError
    rollout = _rollouts[arn]
    detail = rollout.description.get("lifecycleHookDetails", [{"hookId": None}])[0]
    if detail["hookId"] != request._get_param("hookId") or detail["status"] != "AWAITING_ACTION":
        raise InvalidParameterException("The lifecycle hook is not awaiting an action.")
    rollout.action = request._get_param("action") or "CONTINUE"
    rollout.decided.set()
    return ActionResult({"serviceDeploymentArn": arn})


def _stop(request: EC2ContainerServiceResponse) -> ActionResult:
    arn, kind = request._get_param("serviceDeploymentArn"), request._get_param("stopType") or "ROLLBACK"
    if arn not in _rollouts:
        raise NotFoundError
    if kind != "ROLLBACK":
        raise InvalidParameterException("The valid values are ROLLBACK.")
    rollout = _rollouts[arn]
    if rollout.description["status"] != "IN_PROGRESS":
        raise ConflictError
    rollout.description["status"] = "ROLLBACK_REQUESTED"
    rollout.action = kind
    rollout.decided.set()
    return ActionResult({"serviceDeploymentArn": arn})


def install() -> None:
    """Lets ECS tell of service deployments."""
    EC2ContainerServiceResponse.list_service_deployments = _list
    EC2ContainerServiceResponse.describe_service_deployments = _describe
    EC2ContainerServiceResponse.continue_service_deployment = _continue
    EC2ContainerServiceResponse.stop_service_deployment = _stop
