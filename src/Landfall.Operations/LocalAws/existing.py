"""Whether a thing of a name is there already, where its service would take a second creation for the first."""

from collections.abc import Callable
from typing import Any

import api
from live import anywhere, everything

Properties = dict[str, Any]

# Service, operation, its parameters from (name, properties, account, region), and where the reply lists what was found; an
# operation that raises for what it does not find lists nothing.
_LOOK_UPS: dict[str, tuple[str, str, Callable[[str, Properties, str, str], Properties], str]] = {
    "AWS::ApplicationAutoScaling::ScalableTarget": (
        "application-autoscaling",
        "describe_scalable_targets",
        lambda n, p, a, r: {
            "ServiceNamespace": p["ServiceNamespace"],
            "ResourceIds": [p["ResourceId"]],
            "ScalableDimension": p["ScalableDimension"],
        },
        "ScalableTargets",
    ),
    "AWS::CloudWatch::Alarm": ("cloudwatch", "describe_alarms", lambda n, p, a, r: {"AlarmNames": [n]}, "MetricAlarms"),
    "AWS::ECS::Cluster": ("ecs", "describe_clusters", lambda n, p, a, r: {"clusters": [n]}, "clusters"),
    "AWS::ECS::Service": (
        "ecs",
        "describe_services",
        lambda n, p, a, r: {"cluster": p.get("Cluster", "default"), "services": [n]},
        "services",
    ),
    "AWS::ElasticLoadBalancingV2::LoadBalancer": ("elbv2", "describe_load_balancers", lambda n, p, a, r: {"Names": [n]}, ""),
    "AWS::ElasticLoadBalancingV2::TargetGroup": ("elbv2", "describe_target_groups", lambda n, p, a, r: {"Names": [n]}, ""),
    "AWS::Events::Rule": ("events", "describe_rule", lambda n, p, a, r: {"Name": n}, ""),
    "AWS::Lambda::Function": ("lambda", "get_function", lambda n, p, a, r: {"FunctionName": n}, ""),
    "AWS::RDS::DBSubnetGroup": ("rds", "describe_db_subnet_groups", lambda n, p, a, r: {"DBSubnetGroupName": n}, ""),
    "AWS::S3::Bucket": ("s3", "head_bucket", lambda n, p, a, r: {"Bucket": n}, ""),
    "AWS::SNS::Topic": ("sns", "get_topic_attributes", lambda n, p, a, r: {"TopicArn": f"arn:aws:sns:{r}:{a}:{n}"}, ""),
    "AWS::SQS::Queue": ("sqs", "get_queue_url", lambda n, p, a, r: {"QueueName": n}, ""),
    "AWS::SSM::Parameter": ("ssm", "get_parameter", lambda n, p, a, r: {"Name": n}, ""),
}


def exists(kind: str, name: str, properties: Properties, account: str, region: str) -> bool:
    """Whether there is one of this name; False for types whose service refuses a second one itself."""
    if kind not in _LOOK_UPS:
        return False
    service, operation, parameters, found = _LOOK_UPS[kind]
    client = api.client(service, region)
    try:
        reply = getattr(client, operation)(**parameters(name, properties, account, region))
    except client.exceptions.ClientError:
        return False
    if not found:
        return True
    # ECS keeps deleted clusters and services for a while, as inactive.
    return any(item.get("status", "ACTIVE") != "INACTIVE" for item in reply[found])


# What tells a resource from the others of its type, as paths of properties, where no look-up above knows it; and whether it
# has to be unique in the whole account. CloudFront API: FunctionAlreadyExists, OriginAccessControlAlreadyExists,
# ResponseHeadersPolicyAlreadyExists; AWS WAF API: WAFDuplicateItemException ("You can't have two web ACLs with the same name" of
# a scope); Step Functions API: StateMachineAlreadyExists; Cloud Map API, CreateService: ServiceAlreadyExists,
# CreatePrivateDnsNamespace: NamespaceAlreadyExists; CloudWatch API, PutAlarmMuteRule and PutCompositeAlarm: "This name must be
# unique within" the account and region.
_TELLING: dict[str, tuple[bool, tuple[str, ...]]] = {
    "AWS::CloudFront::Function": (True, ("Name",)),
    "AWS::CloudFront::OriginAccessControl": (True, ("OriginAccessControlConfig/Name",)),
    "AWS::CloudFront::ResponseHeadersPolicy": (True, ("ResponseHeadersPolicyConfig/Name",)),
    "AWS::CloudWatch::AlarmMuteRule": (False, ("Name",)),
    "AWS::CloudWatch::CompositeAlarm": (False, ("AlarmName",)),
    "AWS::ServiceDiscovery::PrivateDnsNamespace": (False, ("Name", "Vpc")),
    "AWS::ServiceDiscovery::Service": (False, ("Name", "NamespaceId")),
    "AWS::StepFunctions::StateMachine": (False, ("StateMachineName",)),
    "AWS::WAFv2::WebACL": (False, ("Name", "Scope")),
}


def taken(kind: str, properties: Properties, account: str, region: str) -> str | None:
    """The name that a resource would have in common with one of a stack; None where it has none."""
    if kind not in _TELLING:
        return None
    global_name, paths = _TELLING[kind]
    wanted = [_at(properties, path) for path in paths]
    if wanted[0] is None:
        return None
    others = anywhere(account) if global_name else everything(account, region)
    found = any(item.type == kind and [_at(item.properties, path) for path in paths] == wanted for item in others)
    return str(wanted[0]) if found else None


def _at(value: Any, path: str) -> Any:
    for part in path.split("/"):
        value = value.get(part) if isinstance(value, dict) else None
    return value
