"""The tasks of services, as ECS would tell of them. There are no containers here: a service has the tasks that it is to have.

They run at once, and are healthy where their containers have a check. Where a page lets a service fail (failing_tasks.py), as many run
as it says. What ECS notes of a service is in its words: Amazon ECS Developer Guide, "Amazon ECS service event messages".
"""

import hashlib
import uuid
from typing import Any

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ec2.models import ec2_backends
from moto.ecs.exceptions import ClusterNotFoundException
from moto.ecs.models import ecs_backends
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.elbv2.models import ELBv2Backend, FakeHealthStatus

import failing_tasks


def _cluster(request: EC2ContainerServiceResponse) -> str:
    return str(request._get_param("cluster") or "default").rsplit("/", 1)[-1]


def _services(request: EC2ContainerServiceResponse, cluster: str) -> list[Any]:
    backend = ecs_backends[request.current_account][request.region]
    if cluster not in backend.clusters:
        raise ClusterNotFoundException
    return [service for service in backend.services.values() if service.cluster_name == cluster and service.status == "ACTIVE"]


def _count(service: Any) -> int:
    failing = failing_tasks.failing_now(service.cluster_name, service.name)
    wanted = int(service.desired_count or 0)
    return wanted if failing is None or failing.running is None else min(failing.running, wanted)


def _settle(service: Any) -> None:
    """Lets a service be as its tasks are."""
    failing = failing_tasks.failing_now(service.cluster_name, service.name)
    service.running_count = _count(service)
    service.pending_count = int(service.desired_count or 0) - service.running_count
    for deployment in service.deployments:
        deployment |= {
            "desiredCount": service.desired_count, "runningCount": service.running_count, "pendingCount": service.pending_count,
            "rolloutState": "COMPLETED", "rolloutStateReason": f"ECS deployment {deployment['id']} completed.",
        }  # fmt: skip
    steady = [f"(service {service.name}) has reached a steady state."] if failing is None else []
    for message in steady or (failing.events if failing else []):
        if not any(event["message"] == message for event in service.events[:1]):
            service.events.insert(0, {"id": str(uuid.uuid4()), "createdAt": utcnow(), "message": message})


def _arns(service: Any) -> list[str]:
    prefix, cluster = service.arn.split(":service/")[0], service.cluster_name
    keys = (f"{cluster}/{service.name}/{service.task_definition}/{number}" for number in range(_count(service)))
    return [f"{prefix}:task/{cluster}/{hashlib.sha256(key.encode()).hexdigest()[:32]}" for key in keys]


def _add_agents(containers: list[dict[str, Any]], *, enabled: bool) -> None:
    """Gives containers their ids, and the agents that take sessions where these are enabled."""
    for container in containers:
        task = container["taskArn"].rsplit("/", 1)[-1]
        number = int(hashlib.sha256(container["name"].encode()).hexdigest()[:8], 16)
        container["runtimeId"] = f"{task}-{number}"
        if enabled:
            container["managedAgents"] = [{"name": "ExecuteCommandAgent", "lastStatus": "RUNNING"}]


def tasks_of(account: str, region: str, services: list[Any]) -> list[dict[str, Any]]:
    """The tasks of services that run."""
    return [_task(account, region, service, arn) for service in services for arn in _arns(service)]


def _place(account: str, region: str, service: Any, number: int) -> dict[str, Any]:
    """The zone of a task: ECS spreads the tasks of a service over the zones of its subnets."""
    subnets = ((service.network_configuration or {}).get("awsvpcConfiguration") or {}).get("subnets") or []
    known = ec2_backends[account][region].describe_subnets(filters={"subnet-id": subnets}) if subnets else []
    zones = sorted({subnet.availability_zone for subnet in known})
    return {"availabilityZone": zones[number % len(zones)]} if zones else {}


def _task(account: str, region: str, service: Any, arn: str) -> dict[str, Any]:
    backend = ecs_backends[account][region]
    definition = backend.describe_task_definition(service.task_definition)
    containers = [
        {
            "name": item["name"], "image": item.get("image", ""), "lastStatus": "RUNNING", "taskArn": arn,
            "healthStatus": "HEALTHY" if item.get("healthCheck") else "UNKNOWN",
        }
        for item in definition.container_definitions
    ]  # fmt: skip
    _add_agents(containers, enabled=bool(getattr(service, "enable_execute_command", False)))
    deployment = service.deployments[0] if service.deployments else {"id": "", "createdAt": utcnow()}
    return {
        "taskArn": arn, "clusterArn": service.cluster_arn, "taskDefinitionArn": definition.arn, "group": f"service:{service.name}",
        "lastStatus": "RUNNING", "desiredStatus": "RUNNING", "startedBy": deployment["id"], "createdAt": deployment["createdAt"],
        "startedAt": deployment["createdAt"], "containers": containers,
        "enableExecuteCommand": bool(getattr(service, "enable_execute_command", False)),
        "healthStatus": "HEALTHY" if any(item["healthStatus"] == "HEALTHY" for item in containers) else "UNKNOWN",
        **_place(account, region, service, _arns(service).index(arn)),
    }  # fmt: skip


def _targets(backend: Any, group: str) -> list[FakeHealthStatus]:
    """The tasks of the services in a target group, as the load balancer finds them."""
    ports = [
        str(balancer.get("containerPort", 80))
        for service in backend.services.values()
        for balancer in service.load_balancers
        if balancer.get("targetGroupArn") == group
        for _ in range(_count(service))
    ]
    return [FakeHealthStatus(f"10.0.0.{10 + number}", port, port, "healthy") for number, port in enumerate(ports)]


def install() -> None:
    """Lets ECS tell of the tasks of services."""
    answers = EC2ContainerServiceResponse
    before_services, before_list, before_describe = answers.describe_services, answers.list_tasks, answers.describe_tasks
    before_health = ELBv2Backend.describe_target_health

    def describe_services(self: Any) -> ActionResult:
        for service in _services(self, _cluster(self)):
            _settle(service)
        return before_services(self)

    def list_tasks(self: Any) -> ActionResult:
        wanted, cluster = self._get_param("serviceName"), _cluster(self)
        if self._get_param("family") or (self._get_param("desiredStatus") or "RUNNING") != "RUNNING":
            return before_list(self)
        services = [item for item in _services(self, cluster) if wanted is None or item.name == wanted.rsplit("/", 1)[-1]]
        return ActionResult({"taskArns": [arn for service in services for arn in _arns(service)]})

    def describe_tasks(self: Any) -> ActionResult:
        known = {arn: service for service in _services(self, _cluster(self)) for arn in _arns(service)}
        wanted = [arn for arn in self._get_param("tasks", []) if arn in known]
        return ActionResult({"tasks": [_task(self.current_account, self.region, known[arn], arn) for arn in wanted], "failures": []}) if wanted else before_describe(self)

    def describe_target_health(self: Any, target_group_arn: str, targets: Any) -> Any:
        known = before_health(self, target_group_arn, targets)
        return known or _targets(ecs_backends[self.account_id][self.region_name], target_group_arn)

    ELBv2Backend.describe_target_health = describe_target_health
    answers.describe_services, answers.list_tasks, answers.describe_tasks = describe_services, list_tasks, describe_tasks
