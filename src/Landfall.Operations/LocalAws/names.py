"""Names for resources that a template leaves unnamed, within what each service allows."""

import secrets
import string
from typing import Any

# Longest name of a type, where it is short enough to matter.
_LONGEST = {
    "AWS::ElasticLoadBalancingV2::LoadBalancer": 32,
    "AWS::ElasticLoadBalancingV2::TargetGroup": 32,
    "AWS::Events::Rule": 64,
    "AWS::IAM::Role": 64,
    "AWS::Lambda::Function": 64,
    "AWS::RDS::DBCluster": 63,
    "AWS::RDS::DBInstance": 63,
    "AWS::S3::Bucket": 63,
    "AWS::SQS::Queue": 80,
    "AWS::Scheduler::Schedule": 64,
    "AWS::ServiceDiscovery::Service": 64,
}
_LOWER_CASE = ("AWS::ECR::", "AWS::RDS::", "AWS::S3::")


def generated(resource_type: str, stack: str, logical_id: str, properties: dict[str, Any]) -> str:
    """The stack's and the resource's name with a random ending, as CloudFormation builds them."""
    fifo = ".fifo" if str(properties.get("FifoQueue") or properties.get("FifoTopic")).lower() == "true" else ""
    ending = "-" + "".join(secrets.choice(string.ascii_uppercase + string.digits) for _ in range(12)) + fifo
    longest = _LONGEST.get(resource_type, 128) - len(ending)
    name = f"{stack}-{logical_id}"
    if len(name) > longest:  # both stay recognisable
        name = f"{stack[: max(8, longest - len(logical_id) - 1)].rstrip('-')}-{logical_id}"[:longest]
    name = name.rstrip("-") + ending
    return name.lower() if resource_type.startswith(_LOWER_CASE) else name
