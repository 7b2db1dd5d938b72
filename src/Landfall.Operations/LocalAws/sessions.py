"""Sessions in running tasks: ECS ExecuteCommand, and Systems Manager StartSession on a container.

Nothing runs here that could be attached to: a session has an id, an address and a token, and the address leads nowhere. `GET
/landfall/sessions` gives the commands that sessions were asked to run, by their ids, to a program that plays the container. What ECS and
Systems Manager refuse is refused in their words: API Reference, ExecuteCommand and StartSession; Amazon ECS Developer Guide, "Monitor
Amazon ECS containers with ECS Exec".
"""

import json
import uuid
from typing import Any

from moto.core.exceptions import JsonRESTError
from moto.core.responses import ActionResult
from moto.ecs.exceptions import ClusterNotFoundException, InvalidParameterException
from moto.ecs.models import ecs_backends
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.ssm.responses import SimpleSystemManagerResponse

import service_tasks

_NOT_ENABLED = (
    "The execute command failed because execute command was not enabled when the task was run or the execute command agent isn't running. "
    "Wait and try again or run a new task with execute command enabled and try again."
)
_commands: dict[str, str] = {}
_PARTS = 3  # of a target: cluster, task, runtime id
_PARAMETERS = {
    "AWS-StartPortForwardingSession": {"portNumber", "localPortNumber"},
    "AWS-StartPortForwardingSessionToRemoteHost": {"portNumber", "localPortNumber", "host"},
}


def _tasks(account: str, region: str, cluster: str) -> list[dict[str, Any]]:
    services = [item for item in ecs_backends[account][region].services.values() if item.cluster_name == cluster and item.status == "ACTIVE"]
    return service_tasks.tasks_of(account, region, services)


def _session(region: str, kind: str) -> dict[str, str]:
    name = f"{kind}-{uuid.uuid4().hex[:17]}"
    address = f"wss://ssmmessages.{region}.amazonaws.com/v1/data-channel/{name}?role=publish_subscribe"
    return {"sessionId": name, "streamUrl": address, "tokenValue": uuid.uuid4().hex}


def _execute(request: EC2ContainerServiceResponse) -> ActionResult:
    cluster = str(request._get_param("cluster") or "default").rsplit("/", 1)[-1]
    if cluster not in ecs_backends[request.current_account][request.region].clusters:
        raise ClusterNotFoundException
    if not request._get_param("interactive"):
        raise InvalidParameterException("Interactive is the only mode supported currently.")
    wanted = str(request._get_param("task")).rsplit("/", 1)[-1]
    task = next((item for item in _tasks(request.current_account, request.region, cluster) if item["taskArn"].endswith(f"/{wanted}")), None)
    if task is None:
        raise InvalidParameterException("The specified task was not found.")
    if not task["enableExecuteCommand"]:
        raise InvalidParameterException(_NOT_ENABLED)
    name = request._get_param("container") or task["containers"][0]["name"]
    container = next((item for item in task["containers"] if item["name"] == name), None)
    if container is None:
        raise InvalidParameterException(f"The container {name} was not found in the task.")
    session = _session(request.region, "ecs-execute-command")
    _commands[session["sessionId"]] = str(request._get_param("command"))
    return ActionResult(
        {
            "clusterArn": task["clusterArn"], "taskArn": task["taskArn"], "containerName": name, "containerArn": f"{task['taskArn']}/{name}",
            "interactive": True, "session": session,
        }
    )  # fmt: skip


def _start(request: SimpleSystemManagerResponse) -> str:
    target, document = str(request._get_param("Target")), request._get_param("DocumentName")
    if document not in _PARAMETERS:
        raise JsonRESTError("InvalidDocument", f"Document with name {document} does not exist.")
    given = request._get_param("Parameters", {})
    unknown = given.keys() - _PARAMETERS[document]
    if unknown or any(not isinstance(value, list) for value in given.values()):
        raise JsonRESTError("InvalidParameters", f"Parameters that are not defined in the document: {', '.join(sorted(unknown))}")
    cluster, task, runtime = target.removeprefix("ecs:").split("_") if target.count("_") == _PARTS - 1 else [""] * _PARTS
    known = [
        container
        for item in _tasks(request.current_account, request.region, cluster)
        if item["enableExecuteCommand"] and item["taskArn"].endswith(f"/{task}")
        for container in item["containers"]
        if container["runtimeId"] == runtime
    ]
    if not target.startswith("ecs:") or not known:
        raise JsonRESTError("TargetNotConnected", f"{target} is not connected.")
    session = _session(request.region, "local")
    return json.dumps({name[0].upper() + name[1:]: value for name, value in session.items()})


def page() -> dict[str, str]:
    """The commands of all sessions, by the sessions' ids."""
    return _commands


def install() -> None:
    """Lets ECS and Systems Manager start sessions."""
    EC2ContainerServiceResponse.execute_command = _execute
    SimpleSystemManagerResponse.start_session = _start
