"""Tasks that are run by themselves (ECS RunTask). There are no containers here: a page says how those of a family end.

Where nothing is said, such a task ends at once and well. ECS's refusals are those of its API Reference, RunTask; it starts one
task for one client token, however often it is asked. A task whose execution role may not read its secrets does not start.
"""

import json
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ec2.models import ec2_backends
from moto.ecs.exceptions import ClusterNotFoundException, ECSException, InvalidParameterException
from moto.ecs.models import ecs_backends
from moto.ecs.responses import EC2ContainerServiceResponse

import failing_tasks
import task_secrets


@dataclass
class End:
    """How the tasks of a family end."""

    exit_code: int | None = 0
    stopped_reason: str = "Essential container in task exited"
    stop_code: str = "EssentialContainerExited"
    container_reason: str = ""
    log: list[str] = field(default_factory=list)
    seconds: float = 0
    """How long they run."""
    failure: str = ""
    """Why none starts, for example `RESOURCE:FARGATE`; ECS answers this without an error."""


@dataclass
class Task:
    """A task: what ECS tells of it, and when it ends."""

    description: dict[str, Any]
    end: End
    at: float
    stopped: bool = False


_ends: dict[tuple[str, str], End] = {}
_tasks: dict[str, Task] = {}
_tokens: dict[str, str] = {}
_asked: dict[str, list[Any]] = {}
_ASKED = ("cluster", "taskDefinition", "overrides", "networkConfiguration", "capacityProviderStrategy", "startedBy")


class ConflictError(ECSException):
    """The client token started another task; "resourceIds" are "the existing task ARNs which are already associated with the clientToken"."""

    def __init__(self, arn: str) -> None:
        super().__init__("ConflictException", "The provided clientToken is already in use with a different RunTask request.")
        self.resourceIds = [arn]


def page(request: dict[str, Any]) -> list[dict[str, Any]]:
    """Takes `{cluster, family, …}`, with the fields of End in camel case, or `{clear: true}`; gives every task so far."""
    if request.get("clear"):
        _ends.clear()
    elif "family" in request:
        names = {
            "exitCode": "exit_code", "stoppedReason": "stopped_reason", "stopCode": "stop_code", "containerReason": "container_reason",
            "log": "log", "seconds": "seconds", "failure": "failure",
        }  # fmt: skip
        _ends[(request["cluster"], request["family"])] = End(**{names[key]: value for key, value in request.items() if key in names})
    return [{"taskArn": arn, "taskDefinitionArn": _now(arn)["taskDefinitionArn"], "lastStatus": _now(arn)["lastStatus"]} for arn in _tasks]


def _now(arn: str) -> dict[str, Any]:
    """What ECS tells of a task at this moment."""
    task = _tasks[arn]
    if task.description["lastStatus"] == "STOPPED" or (time.monotonic() < task.at and not task.stopped):
        return task.description
    end, container = task.end, task.description["containers"][0]
    if task.stopped:
        end = End(exit_code=143, stop_code="UserInitiated", stopped_reason=task.description["stoppedReason"], log=end.log)
    container["lastStatus"] = "STOPPED"
    if end.exit_code is not None:
        container["exitCode"] = end.exit_code
    if end.container_reason:
        container["reason"] = end.container_reason
    task.description |= {
        "lastStatus": "STOPPED", "desiredStatus": "STOPPED", "stopCode": end.stop_code, "stoppedReason": end.stopped_reason, "stoppedAt": utcnow(),
    }  # fmt: skip
    failing_tasks.write_log(task.description["taskDefinitionArn"], arn, end.log)
    return task.description


def _required(request: EC2ContainerServiceResponse, cluster: str) -> Any:
    """The task definition, once ECS would take the request."""
    backend = ecs_backends[request.current_account][request.region]
    if cluster not in backend.clusters or backend.clusters[cluster].status != "ACTIVE":
        raise ClusterNotFoundException
    definition = backend.describe_task_definition(request._get_param("taskDefinition"))
    if definition.status != "ACTIVE":
        raise InvalidParameterException("TaskDefinition is inactive")
    network = (request._get_param("networkConfiguration") or {}).get("awsvpcConfiguration")
    if definition.network_mode == "awsvpc" and not network:
        raise InvalidParameterException("Network Configuration must be provided when networkMode 'awsvpc' is specified.")
    ec2 = ec2_backends[request.current_account][request.region]
    for subnet in (network or {}).get("subnets", []):
        if not any(subnet in zone for zone in ec2.subnets.values()):
            raise InvalidParameterException(f"Error retrieving subnet information for [{subnet}]: The subnet ID '{subnet}' does not exist")
    for group in (network or {}).get("securityGroups", []):
        if ec2.get_security_group_from_id(group) is None:
            raise InvalidParameterException(f"Error retrieving security group information for [{group}]: The security group '{group}' does not exist")
    return definition


_MOST_OVERRIDES = 8192


def _overrides(request: EC2ContainerServiceResponse, definition: Any) -> dict[str, Any]:
    """What containers of the task are given instead, once ECS would take it."""
    overrides = request._get_param("overrides") or {}
    if len(json.dumps(overrides, separators=(",", ":"))) > _MOST_OVERRIDES:
        raise InvalidParameterException(f"Container Overrides length must be at most {_MOST_OVERRIDES}")
    known = {item["name"] for item in definition.container_definitions}
    for override in overrides.get("containerOverrides", []):
        if override.get("name") not in known:
            raise InvalidParameterException(f"Override for container named {override.get('name')} is not a container in the TaskDefinition.")
    return {"containerOverrides": [], **overrides}


def _run(request: EC2ContainerServiceResponse) -> ActionResult:
    cluster = request._get_param("cluster", "default").rsplit("/", 1)[-1]
    definition = _required(request, cluster)
    overrides = _overrides(request, definition)
    token, asked = request._get_param("clientToken"), [request._get_param(name) for name in _ASKED]
    if token in _tokens:
        if _asked[token] != asked:
            raise ConflictError(_tokens[token])
        return ActionResult({"tasks": [_now(_tokens[token])], "failures": []})
    end = _ends.get((cluster, definition.family), End())
    prefix = f"arn:aws:ecs:{request.region}:{request.current_account}"
    if end.failure:
        return ActionResult({"tasks": [], "failures": [{"arn": definition.arn, "reason": end.failure}]})
    if reason := task_secrets.refusal(request.current_account, request.region, definition):
        end = End(exit_code=None, stop_code="TaskFailedToStart", stopped_reason=reason)
    arn = f"{prefix}:task/{cluster}/{uuid.uuid4().hex}"
    network = (request._get_param("networkConfiguration") or {}).get("awsvpcConfiguration", {})
    details = [{"name": "subnetId", "value": subnet} for subnet in network.get("subnets", [])[:1]]
    description = {
        "taskArn": arn, "clusterArn": f"{prefix}:cluster/{cluster}", "taskDefinitionArn": definition.arn, "lastStatus": "RUNNING",
        "desiredStatus": "RUNNING", "group": f"family:{definition.family}", "startedBy": request._get_param("startedBy") or "",
        "createdAt": utcnow(), "overrides": overrides, "containers": [{"name": definition.container_definitions[0]["name"], "lastStatus": "RUNNING"}],
        "attachments": [{"id": uuid.uuid4().hex, "type": "ElasticNetworkInterface", "status": "ATTACHED", "details": details}],
    }  # fmt: skip
    _tasks[arn] = Task(description, end, time.monotonic() + end.seconds)
    if token:
        _tokens[token], _asked[token] = arn, asked
    return ActionResult({"tasks": [dict(description)], "failures": []})


def _family(definition: str) -> str:
    return definition.rsplit("/", 1)[-1].rsplit(":", 1)[0]


def install() -> None:
    """Lets ECS run tasks that are started by themselves."""
    answers = EC2ContainerServiceResponse
    before_list, before_describe, before_stop = answers.list_tasks, answers.describe_tasks, answers.stop_task

    def list_tasks(self: Any) -> ActionResult:
        cluster, family = self._get_param("cluster", "default").rsplit("/", 1)[-1], self._get_param("family")
        if not family:
            return before_list(self)
        wanted = self._get_param("desiredStatus", "RUNNING")
        mine = [arn for arn in _tasks if f"/{cluster}/" in arn and _now(arn)["desiredStatus"] == wanted]
        return ActionResult({"taskArns": [arn for arn in mine if _family(_now(arn)["taskDefinitionArn"]) == family]})

    def describe_tasks(self: Any) -> ActionResult:
        mine = [arn for arn in self._get_param("tasks", []) if arn in _tasks]
        return ActionResult({"tasks": [_now(arn) for arn in mine], "failures": []}) if mine else before_describe(self)

    def stop_task(self: Any) -> ActionResult:
        arn = self._get_param("task")
        if arn not in _tasks:
            return before_stop(self)
        _tasks[arn].description["stoppedReason"] = self._get_param("reason") or ""
        _tasks[arn].stopped = True
        return ActionResult({"task": _now(arn)})

    answers.run_task, answers.list_tasks, answers.describe_tasks, answers.stop_task = _run, list_tasks, describe_tasks, stop_task
