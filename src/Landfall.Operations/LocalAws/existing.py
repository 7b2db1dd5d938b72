"""Whether a thing of a name is there already, where its service would take a second creation for the first."""

from collections.abc import Callable
from typing import Any

import api

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
