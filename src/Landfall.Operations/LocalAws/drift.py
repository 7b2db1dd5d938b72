"""Drift of stacks: DetectStackDrift and what belongs to it, for the types whose state is compared here.

CloudFormation API Reference, DescribeStackResourceDrifts: there is one drift for each resource that was checked; what is not checked
is not listed. StackResourceDrift: "Only resource properties explicitly defined in the stack template are checked".
"""

import json
import uuid
from collections.abc import Callable, Iterator
from typing import Any

from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import Stack
from moto.cloudformation.responses import CloudFormationResponse
from moto.core.responses import ActionResult
from moto.core.utils import utcnow

import api
from api_hooks import security_group_rule
from api_resource import Call, Properties
from live import Live, live

# CloudFormation User Guide, "Detect unmanaged configuration changes": the states in which a stack can be looked at.
_CHECKABLE = ("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_FAILED")


def _log_group(item: Live, region: str) -> Properties | None:
    groups = api.client("logs", region).describe_log_groups(logGroupNamePrefix=item.id)["logGroups"]
    found = next((group for group in groups if group["logGroupName"] == item.id), None)
    return None if found is None else {"RetentionInDays": found.get("retentionInDays")}


def _queue(item: Live, region: str) -> Properties | None:
    client = api.client("sqs", region)
    if item.properties.get("QueueName", item.name) not in [url.split("/")[-1] for url in client.list_queues().get("QueueUrls", [])]:
        return None
    found = client.get_queue_attributes(QueueUrl=item.id, AttributeNames=["All"])["Attributes"]
    return {name: json.loads(value) if name == "RedrivePolicy" else value for name, value in found.items()}


def _bucket(item: Live, region: str) -> Properties | None:
    client = api.client("s3", region)
    if item.id not in [bucket["Name"] for bucket in client.list_buckets()["Buckets"]]:
        return None
    status = client.get_bucket_versioning(Bucket=item.id).get("Status")
    try:
        block = client.get_public_access_block(Bucket=item.id)["PublicAccessBlockConfiguration"]
    except client.exceptions.ClientError:
        block = None
    return {"VersioningConfiguration": {"Status": status} if status else None, "PublicAccessBlockConfiguration": block}


def _service(item: Live, region: str) -> Properties | None:
    found = api.client("ecs", region).describe_services(cluster=item.properties["Cluster"], services=[item.id])["services"]
    running = next((service for service in found if service["status"] == "ACTIVE"), None)
    return None if running is None else {"DesiredCount": running["desiredCount"], "TaskDefinition": running["taskDefinition"]}


def _scalable_target(item: Live, region: str) -> Properties | None:
    found = api.client("application-autoscaling", region).describe_scalable_targets(
        ServiceNamespace=item.properties["ServiceNamespace"], ResourceIds=[item.properties["ResourceId"]]
    )["ScalableTargets"]
    return {name: found[0][name] for name in ("MinCapacity", "MaxCapacity")} if found else None


def _ingress(item: Live, region: str) -> Properties | None:
    wanted = security_group_rule(dict(item.properties), Call("ec2", "", region, item.name))
    groups = api.client("ec2", region).describe_security_groups(Filters=[{"Name": "group-id", "Values": [wanted["GroupId"]]}])["SecurityGroups"]
    flat = _flat(wanted["IpPermissions"])
    return {} if groups and flat <= _flat(groups[0]["IpPermissions"]) else None


def _flat(permissions: list[dict[str, Any]]) -> set[tuple[str, ...]]:
    """Each peer of permissions with its ports."""
    peers = (("UserIdGroupPairs", "GroupId"), ("PrefixListIds", "PrefixListId"), ("IpRanges", "CidrIp"), ("Ipv6Ranges", "CidrIpv6"))
    return {
        (str(item["IpProtocol"]), str(item.get("FromPort", -1)), str(item.get("ToPort", -1)), peer[name])
        for item in permissions
        for members, name in peers
        for peer in item.get(members, [])
    }


_READERS: dict[str, Callable[[Live, str], Properties | None]] = {
    "AWS::ApplicationAutoScaling::ScalableTarget": _scalable_target,
    "AWS::EC2::SecurityGroupIngress": _ingress,
    "AWS::ECS::Service": _service,
    "AWS::Logs::LogGroup": _log_group,
    "AWS::S3::Bucket": _bucket,
    "AWS::SQS::Queue": _queue,
}


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else value if isinstance(value, str) else json.dumps(value) if isinstance(value, (dict, list)) else str(value)


def _differences(path: str, wanted: Any, found: Any) -> Iterator[dict[str, str]]:
    """What differs, by path."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        for name in wanted:
            yield from _differences(f"{path}/{name}", wanted[name], found.get(name))
    elif _text(wanted).lower() != _text(found).lower():
        gone = found is None
        yield {
            "PropertyPath": path, "ExpectedValue": _text(wanted), "ActualValue": "null" if gone else _text(found),
            "DifferenceType": "REMOVE" if gone else "NOT_EQUAL",
        }  # fmt: skip


def _look(stack: Stack, name: str, item: Live) -> dict[str, Any]:
    actual = _READERS[item.type](item, stack.region_name)
    found = [] if actual is None else [
        difference
        for key, wanted in item.properties.items()
        if key in actual
        for difference in _differences(f"/{key}", wanted, actual[key])
    ]  # fmt: skip
    return {
        "StackId": stack.stack_id, "LogicalResourceId": name, "PhysicalResourceId": item.id, "ResourceType": item.type,
        "ExpectedProperties": json.dumps(item.properties), "Timestamp": utcnow(), "PropertyDifferences": found,
        "StackResourceDriftStatus": "DELETED" if actual is None else "MODIFIED" if found else "IN_SYNC",
        **({} if actual is None else {"ActualProperties": json.dumps({**item.properties, **{key: actual[key] for key in item.properties if key in actual}})}),
    }  # fmt: skip


_detections: dict[str, dict[str, Any]] = {}
_found: dict[str, list[dict[str, Any]]] = {}


def _detect(self: CloudFormationResponse) -> ActionResult:
    stack = self.cloudformation_backend.get_stack(self._get_param("StackName"))
    if stack.status not in _CHECKABLE:
        raise ValidationError(message=f"Drift detection cannot be performed on stack [{stack.stack_id}] while it is in [{stack.status}] state.")
    drifts = [_look(stack, name, item) for name, item in live(stack).items() if item.type in _READERS]
    _found[stack.stack_id] = drifts
    drifted = [drift for drift in drifts if drift["StackResourceDriftStatus"] != "IN_SYNC"]
    detection = str(uuid.uuid4())
    _detections[detection] = {
        "StackId": stack.stack_id, "StackDriftDetectionId": detection, "DetectionStatus": "DETECTION_COMPLETE", "Timestamp": utcnow(),
        "StackDriftStatus": "DRIFTED" if drifted else "IN_SYNC", "DriftedStackResourceCount": len(drifted),
    }  # fmt: skip
    return ActionResult({"StackDriftDetectionId": detection})


def _status(self: CloudFormationResponse) -> ActionResult:
    detection = _detections.get(self._get_param("StackDriftDetectionId"))
    if detection is None:
        raise ValidationError(message="The drift detection id does not exist.")
    return ActionResult(detection)


def _drifts(self: CloudFormationResponse) -> ActionResult:
    stack = self.cloudformation_backend.get_stack(self._get_param("StackName"))
    return ActionResult({"StackResourceDrifts": _found.get(stack.stack_id, [])})


def install() -> None:
    """Lets CloudFormation look for drift."""
    CloudFormationResponse.detect_stack_drift = _detect
    CloudFormationResponse.describe_stack_drift_detection_status = _status
    CloudFormationResponse.describe_stack_resource_drifts = _drifts
