"""Services whose tasks fail on demand: there are no containers here whose failure could be waited for.

A page names a service of a cluster and how its tasks end. Whatever creates or updates that service then waits, as
CloudFormation does for a service to become stable, while ECS, its load balancer and its log tell of failing tasks, until the
circuit breaker's time is over or the stack's change is cancelled.
"""

import threading
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ecs.models import ecs_backends
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.elbv2.models import ELBv2Backend, FakeHealthStatus

import api

_POLL_SECONDS = 0.1


@dataclass
class Failing:
    """How the tasks of a service end."""

    stopped_reason: str = "Essential container in task exited"
    stop_code: str = "EssentialContainerExited"
    container_reason: str = ""
    exit_code: int | None = None
    log: list[str] = field(default_factory=list)
    health: dict[str, str] | None = None
    """State, reason and description of its targets."""
    seconds: float = 60
    """How long the circuit breaker lets it go on."""
    running: int | None = None
    """How many tasks run now; where it is given, tasks of what is deployed fail at once, and no change is waited for."""
    events: list[str] = field(default_factory=list)
    """What ECS notes of the service, for example why it can place no task."""


_failing: dict[tuple[str, str], Failing] = {}
_stopped: dict[str, dict[str, Any]] = {}
_unhealthy: dict[str, dict[str, str]] = {}
_change = threading.local()


class CancelledError(Exception):
    """Somebody cancelled the change of a stack while a resource was waited for."""

    message = "Resource update cancelled"


class CircuitBreakerError(Exception):
    """ECS has given up."""

    message = (
        "Resource handler returned message: \"Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'.\" "
        "(RequestToken: 00000000-0000-0000-0000-000000000000, HandlerErrorCode: GeneralServiceException)"
    )


def any_failing() -> bool:
    """Whether some service is to fail, so that a change may take its time."""
    return bool(_failing)


def page(request: dict[str, Any]) -> list[str]:
    """Takes `{cluster, service, …}`, with the fields of Failing in camel case, or `{clear: true}`; gives what fails now."""
    if request.get("clear"):
        _failing.clear()
        _unhealthy.clear()
    else:
        names = {
            "stoppedReason": "stopped_reason", "stopCode": "stop_code", "containerReason": "container_reason",
            "exitCode": "exit_code", "log": "log", "health": "health", "seconds": "seconds", "running": "running", "events": "events",
        }  # fmt: skip
        failing = Failing(**{names[key]: value for key, value in request.items() if key in names})
        _failing[(request["cluster"], request["service"])] = failing
        if failing.running is not None:
            _tell_now(failing, request["cluster"], request["service"])
    return [f"{cluster}/{service}" for cluster, service in _failing]


class Change:
    """A change of a stack, within which services are waited for."""

    def __init__(self, cancelled: threading.Event, rolls_back: Any, initiated: Any) -> None:
        self.cancelled, self.rolls_back, self.initiated = cancelled, rolls_back, initiated

    def __enter__(self) -> None:
        _change.current = self

    def __exit__(self, *_: Any) -> None:
        _change.current = None


def current_change() -> Change | None:
    """The change of a stack that this thread works on."""
    return getattr(_change, "current", None)


def wait_for_stability(properties: dict[str, Any], account: str, region: str, arn: str) -> None:
    """Waits for a service as long as CloudFormation would; raises where its tasks are to fail."""
    current = current_change()
    cluster, service = str(properties.get("Cluster", "default")), arn.rsplit("/", 1)[-1]
    failing = _failing.get((cluster, service))
    if failing is None or current is None or current.rolls_back():
        return
    current.initiated(arn)
    _tell(failing, properties, cluster, service, account, region)
    end = time.monotonic() + failing.seconds
    while time.monotonic() < end:
        if current.cancelled.wait(_POLL_SECONDS):
            raise CancelledError
        if (cluster, service) not in _failing:
            return
    raise CircuitBreakerError


def failing_now(cluster: str, service: str) -> Failing | None:
    """How tasks of a service that is deployed fail at this moment; None where they do not."""
    found = _failing.get((cluster, service))
    return found if found is not None and found.running is not None else None


def _tell_now(failing: Failing, cluster: str, service: str) -> None:
    for account, regions in ecs_backends.items():
        for region, backend in regions.items():
            if found := backend.services.get(f"{cluster}:{service}"):
                groups = [{"TargetGroupArn": item.get("targetGroupArn")} for item in found.load_balancers]
                _tell(failing, {"TaskDefinition": found.task_definition, "LoadBalancers": groups}, cluster, service, account, region)


def _tell(failing: Failing, properties: dict[str, Any], cluster: str, service: str, account: str, region: str) -> None:
    """Puts a stopped task, its last words, the state of its targets and a word of the service where AWS has them."""
    backend = ecs_backends[account][region]
    definition = backend.describe_task_definition(properties["TaskDefinition"])
    container = definition.container_definitions[0]
    task_id = uuid.uuid4().hex
    arn = f"arn:aws:ecs:{region}:{account}:task/{cluster}/{task_id}"
    now = utcnow()
    details: dict[str, Any] = {"name": container["name"], "lastStatus": "STOPPED"}
    if failing.exit_code is not None:
        details["exitCode"] = failing.exit_code
    if failing.container_reason:
        details["reason"] = failing.container_reason
    _stopped[arn] = {
        "taskArn": arn, "clusterArn": f"arn:aws:ecs:{region}:{account}:cluster/{cluster}", "group": f"service:{service}",
        "taskDefinitionArn": definition.arn, "lastStatus": "STOPPED", "desiredStatus": "STOPPED", "stopCode": failing.stop_code,
        "stoppedReason": failing.stopped_reason, "createdAt": now, "stoppedAt": now, "containers": [details],
    }  # fmt: skip
    write_log(definition.arn, arn, failing.log)
    for group in (item.get("TargetGroupArn") for item in properties.get("LoadBalancers", [])):
        if failing.health and group:
            _unhealthy[group] = failing.health


def write_log(definition_arn: str, task_arn: str, lines: list[str]) -> None:
    """Puts the last words of a task's first container where its definition says."""
    region, account = task_arn.split(":")[3:5]
    container = ecs_backends[account][region].describe_task_definition(definition_arn).container_definitions[0]
    options = container.get("logConfiguration", {}).get("options", {})
    if not lines or "awslogs-group" not in options:
        return
    stream = f"{options['awslogs-stream-prefix']}/{container['name']}/{task_arn.rsplit('/', 1)[-1]}"
    logs = api.client("logs", region)
    logs.create_log_stream(logGroupName=options["awslogs-group"], logStreamName=stream)
    stamp = int(time.time() * 1000)
    events = [{"timestamp": stamp + number, "message": line} for number, line in enumerate(lines)]
    logs.put_log_events(logGroupName=options["awslogs-group"], logStreamName=stream, logEvents=events)


def install() -> None:
    """Lets ECS and Elastic Load Balancing answer with what fails."""
    moto_list, moto_describe = EC2ContainerServiceResponse.list_tasks, EC2ContainerServiceResponse.describe_tasks
    moto_health = ELBv2Backend.describe_target_health

    def list_tasks(self: Any) -> ActionResult:
        cluster, service = self._get_param("cluster", "default").rsplit("/", 1)[-1], self._get_param("serviceName")
        if self._get_param("desiredStatus") != "STOPPED":
            return moto_list(self)
        group = f"service:{service.rsplit('/', 1)[-1]}" if service else None
        found = [arn for arn, task in _stopped.items() if f"/{cluster}/" in arn and group in (None, task["group"])]
        return ActionResult({"taskArns": found})

    def describe_tasks(self: Any) -> ActionResult:
        wanted = [arn for arn in self._get_param("tasks", []) if arn in _stopped]
        return ActionResult({"tasks": [_stopped[arn] for arn in wanted], "failures": []}) if wanted else moto_describe(self)

    def describe_target_health(self: Any, target_group_arn: str, targets: Any) -> Any:
        given = _unhealthy.get(target_group_arn)
        if given is None:
            return moto_health(self, target_group_arn, targets)
        status = FakeHealthStatus("10.0.0.10", "8080", "8080", given["state"], given.get("reason"), given.get("description"))
        return [status]

    EC2ContainerServiceResponse.list_tasks = list_tasks
    EC2ContainerServiceResponse.describe_tasks = describe_tasks
    ELBv2Backend.describe_target_health = describe_target_health
