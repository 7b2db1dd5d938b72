"""What AWS refuses and moto does not, in AWS's own words with the error's code. Each names the page of AWS's that says so."""

from collections.abc import Callable
from typing import Any

from moto.acm.models import acm_backends
from moto.dynamodb.models import dynamodb_backends
from moto.ecs.models import ecs_backends
from moto.elbv2.models import elbv2_backends
from moto.iam.models import iam_backends
from moto.utilities.utils import get_partition

import api
import database_offers
import distributions
import limits
import regions
from existing import exists
from live import Live, everything

Properties = dict[str, Any]


class RefusedError(Exception):
    """A refusal; CloudFormation tells the service's words and its code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{message} (Error Code: {code})")


def before_creation(kind: str, properties: Properties, name: Any, account: str, region: str) -> None:
    """Raises where AWS would not create a resource. A name is the one that the template gives, or None.

    CloudFormation CLI User Guide, Handler error codes: AlreadyExists.
    """
    identifier = properties.get("ResourceId") if kind == "AWS::ApplicationAutoScaling::ScalableTarget" else name
    if isinstance(identifier, str) and exists(kind, identifier, properties, account, region):
        raise RefusedError("AlreadyExists", f"Resource of type '{kind}' with identifier '{identifier}' already exists.")
    _limits(kind, properties)
    if kind in _CREATIONS:
        _CREATIONS[kind](properties, "", account, region)


def before_change(kind: str, before: Properties, after: Properties, resource_id: str, account: str, region: str) -> None:
    """Raises where AWS would not change a resource in place."""
    _limits(kind, after)
    if kind in _CHANGES:
        _CHANGES[kind](before, after)
    if kind in _CREATIONS:
        _CREATIONS[kind](after, resource_id, account, region)


def before_deletion(kind: str, properties: Properties, resource_id: str, account: str, region: str) -> None:
    """Raises where AWS would not delete a resource."""
    if kind in _DELETIONS:
        _DELETIONS[kind](properties, resource_id, account, region)


def _limits(kind: str, properties: Properties) -> None:
    """Every service: lengths, numbers and forms of names, of which moto checks few."""
    breach = next(limits.breaches(kind, properties), None)
    if breach is not None:
        raise RefusedError("ValidationException", breach)


def _ecs_service(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """ECS: a target group without a listener never gets traffic (ECS API, CreateService, loadBalancers)."""
    kinds = ("AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::ListenerRule")
    senders = [item for item in everything(account, region) if item.type in kinds]
    for arn in (item.get("TargetGroupArn") for item in properties.get("LoadBalancers", [])):
        if arn and not any(_mentions(item.properties, arn) for item in senders):
            raise RefusedError(
                "InvalidParameterException",
                f"The target group with targetGroupArn {arn} does not have an associated load balancer.",
            )


def _listener_rule(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """Elastic Load Balancing: a target group belongs to one load balancer.

    Elastic Load Balancing API, CreateRule, TargetGroupAssociationLimit; Create a target group for your Application Load Balancer:
    "you must verify that the target group is not in use by a listener for any other load balancer".
    """
    kinds = ("AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::ListenerRule")
    found = list(everything(account, region))
    groups = [item.id for item in found if item.type == "AWS::ElasticLoadBalancingV2::TargetGroup"]
    wanted = _load_balancer_of(properties)
    for item in found:
        if item.type not in kinds or item.id == resource_id or _load_balancer_of(item.properties) in ("", wanted):
            continue
        for group in (group for group in groups if _mentions(properties, group) and _mentions(item.properties, group)):
            raise RefusedError(
                "TargetGroupAssociationLimit",
                f"The following target groups cannot be associated with more than one load balancer: {group}",
            )


def _load_balancer_of(properties: Properties) -> str:
    """The load balancer that a listener, or a rule of one, belongs to: a listener's ARN has the balancer's name and id."""
    arn = str(properties.get("LoadBalancerArn") or properties.get("ListenerArn") or "")
    return "/".join(arn.split(":")[-1].split("/")[1:4]) if "/" in arn else ""


def _endpoint(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """EC2: an endpoint leads to a service that is there, by the name that it has in this region."""
    name = properties["ServiceName"]
    if not regions.has_endpoint(name, region, properties.get("VpcEndpointType", "Gateway") == "Gateway"):
        raise RefusedError("InvalidServiceName", f"The Vpc Endpoint Service '{name}' does not exist")


def _distribution(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """CloudFront: what behaviours name is there, and an alias belongs to one distribution in the whole world
    (CloudFront API, CreateDistribution: NoSuchOrigin, CNAMEAlreadyExists)."""
    breach = distributions.breach(properties["DistributionConfig"])
    if breach is not None:
        raise RefusedError(*breach)
    aliases = set(properties["DistributionConfig"].get("Aliases", []))
    for item in everything(account, region):
        if item.type != "AWS::CloudFront::Distribution" or item.id == resource_id:
            continue
        if aliases & set(item.properties.get("DistributionConfig", {}).get("Aliases", [])):
            raise RefusedError(
                "CNAMEAlreadyExists",
                "One or more of the CNAMEs you provided are already associated with a different resource.",
            )


def _role_deletion(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """IAM: a role goes only when nothing is attached to it but what the template gave it (IAM API, DeleteRole)."""
    role = next((r for r in iam_backends[account][get_partition(region)].roles.values() if r.name == resource_id), None)
    if role is None:
        return
    if set(role.policies) - {policy["PolicyName"] for policy in properties.get("Policies", [])}:
        raise RefusedError("DeleteConflict", "Cannot delete entity, must delete policies first.")
    if set(role.managed_policies) - set(properties.get("ManagedPolicyArns", [])):
        raise RefusedError("DeleteConflict", "Cannot delete entity, must detach all policies first.")


def _table(before: Properties, after: Properties) -> None:
    """DynamoDB: one index comes or goes at a time, an index is never changed, and another TTL has to wait for an hour.

    DynamoDB API, UpdateTable ("one of the following operations at once"); UpdateTimeToLive ("It can take up to one hour").
    """
    old, new = (
        {index["IndexName"]: index for index in given.get("GlobalSecondaryIndexes", [])} for given in (before, after)
    )
    for name in old.keys() & new.keys():
        if any(old[name].get(part) != new[name].get(part) for part in ("KeySchema", "Projection")):
            raise RefusedError(
                "ValidationException",
                "Cannot update GSI's properties other than Provisioned Throughput and Contributor Insights Specification. "
                "You can create a new GSI with a different name.",
            )
    if len(old.keys() ^ new.keys()) > 1:
        raise RefusedError("ValidationException", "Cannot perform more than one GSI creation or deletion in a single update")
    was, wanted = (_expiry(given) for given in (before, after))
    if was and wanted and was != wanted:
        raise RefusedError(
            "ValidationException", f"TimeToLive is active on a different AttributeName: current AttributeName is {was}"
        )


def _expiry(properties: Properties) -> Any:
    """The attribute by which items expire; None where they do not."""
    given = properties.get("TimeToLiveSpecification") or {}
    return given.get("AttributeName") if str(given.get("Enabled")).lower() == "true" else None


def _database(before: Properties, after: Properties) -> None:
    """RDS: a new major version has to be asked for, and neither version nor storage goes back.

    RDS API, ModifyDBInstance: AllowMajorVersionUpgrade, EngineVersion, AllocatedStorage ("the value supplied must be at least
    10% greater than the current value").
    """
    if _gibibytes(after) < _gibibytes(before):
        raise RefusedError("InvalidParameterCombination", f"Invalid storage size: {after['AllocatedStorage']}. It cannot be reduced.")
    old, new = str(before.get("EngineVersion", "")), str(after.get("EngineVersion", ""))
    if not old or not new or old == new:
        return
    if _version(new) < _version(old):
        raise RefusedError("InvalidParameterCombination", f"Cannot upgrade {after.get('Engine')} from {old} to {new}")
    if _major(new, after) != _major(old, before) and str(after.get("AllowMajorVersionUpgrade")).lower() != "true":
        raise RefusedError(
            "InvalidParameterCombination",
            "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.",
        )


def _database_class(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """RDS: a class that the region does not have for the engine (RDS API, CreateDBInstance, DBInstanceClass)."""
    engine, name = properties.get("Engine"), properties.get("DBInstanceClass")
    if isinstance(engine, str) and isinstance(name, str) and not database_offers.has(engine, name, region):
        raise RefusedError("InvalidParameterValue", f"Invalid DB Instance class: {name}")


def _gibibytes(properties: Properties) -> int:
    return int(properties.get("AllocatedStorage") or 0)


def _major(version: str, properties: Properties) -> str:
    """PostgreSQL counts major versions in the first number, MySQL and MariaDB in the first two."""
    return ".".join(version.split(".")[: 1 if "postgres" in str(properties.get("Engine")) else 2])


def _version(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdigit()]


def _user_pool(before: Properties, after: Properties) -> None:
    """Cognito: how users sign in and what is known of them is settled when the pool is made; attributes may be added.

    Cognito Developer Guide, Updating user pool and app client configuration ("You can't change these settings after you create").
    """
    for name in ("AliasAttributes", "UsernameAttributes", "UsernameConfiguration"):
        if before.get(name) != after.get(name):
            raise RefusedError("InvalidParameterException", f"Updates are not allowed for property - {name}.")
    added = [attribute for attribute in after.get("Schema", []) if attribute not in before.get("Schema", [])]
    if len(before.get("Schema", [])) + len(added) != len(after.get("Schema", [])):
        raise RefusedError("InvalidParameterException", "Existing schema attributes cannot be modified or deleted.")


def _protected_table(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """DynamoDB: deletion protection (DynamoDB Developer Guide, Using deletion protection to protect your table)."""
    table = dynamodb_backends[account][region].tables.get(resource_id)
    if table is not None and table.deletion_protection_enabled:
        raise RefusedError(
            "ValidationException",
            "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
        )


def _security_group(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """EC2: a group that an interface or another group's rule names cannot go (EC2 API, DeleteSecurityGroup)."""
    if any(_names_group(item, resource_id) for item in everything(account, region)):
        raise RefusedError("DependencyViolation", f"resource {resource_id} has a dependent object")


def _names_group(item: Live, group: str) -> bool:
    if item.type in ("AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress"):
        peers = (item.properties.get("SourceSecurityGroupId"), item.properties.get("DestinationSecurityGroupId"))
        return group in peers and item.properties.get("GroupId") != group
    return item.type in _WITH_INTERFACES and _mentions(item.properties, group)


# Types that put network interfaces into subnets, with security groups.
_WITH_INTERFACES = {
    "AWS::EC2::VPCEndpoint",
    "AWS::ECS::Service",
    "AWS::EFS::MountTarget",
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
    "AWS::Lambda::Function",
    "AWS::RDS::DBCluster",
    "AWS::RDS::DBInstance",
}


def _subnet(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """EC2: a subnet with interfaces in it cannot go (EC2 API, DeleteSubnet; Amazon VPC, Delete a subnet)."""
    kinds = _WITH_INTERFACES | {"AWS::EC2::NatGateway"}
    found = list(everything(account, region))
    groups = {item.id for item in found if item.type == "AWS::RDS::DBSubnetGroup" and _mentions(item.properties, resource_id)}
    if any(
        (item.type in kinds and _mentions(item.properties, resource_id)) or item.properties.get("DBSubnetGroupName") in groups
        for item in found
    ):
        raise RefusedError("DependencyViolation", f"The subnet '{resource_id}' has dependencies and cannot be deleted.")


def _gateway_attachment(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """EC2: the internet gateway stays while something in the VPC has a public address (EC2 API, DetachInternetGateway)."""
    found = list(everything(account, region))
    subnets = {item.id for item in found if item.type == "AWS::EC2::Subnet" and item.properties.get("VpcId") == properties["VpcId"]}
    for item in found:
        public = item.type == "AWS::EC2::NatGateway" or item.properties.get("Scheme") == "internet-facing"
        if public and any(_mentions(item.properties, subnet) for subnet in subnets):
            raise RefusedError(
                "DependencyViolation",
                f"Network {properties['VpcId']} has some mapped public address(es). "
                "Please unmap those public address(es) before detaching the gateway.",
            )


def _subnets_of_group(before: Properties, after: Properties) -> None:
    """RDS: databases do not move to other subnets (RDS API, ModifyDBSubnetGroup, SubnetAlreadyInUse)."""
    old, new = (set(given.get("SubnetIds", [])) for given in (before, after))
    if old and not old & new:
        raise RefusedError("InvalidParameterValue", "Some of the subnets to be deleted are currently in use.")


def _subnet_group(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """RDS: a subnet group stays while a database is in it (RDS API, DeleteDBSubnetGroup, InvalidDBSubnetGroupStateFault)."""
    for item in everything(account, region):
        if item.type in ("AWS::RDS::DBCluster", "AWS::RDS::DBInstance") and item.properties.get("DBSubnetGroupName") == resource_id:
            raise RefusedError(
                "InvalidDBSubnetGroupStateFault",
                f"Cannot delete the subnet group '{resource_id}' because at least one database instance: {item.id} is still using it.",
            )


def _cluster(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """ECS: a cluster stays while services run in it (ECS API, DeleteCluster, ClusterContainsServicesException)."""
    services = ecs_backends[account][region].services.values()
    if any(service.cluster_name == resource_id and service.status == "ACTIVE" for service in services):
        raise RefusedError("ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.")


def _namespace(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """Cloud Map: a namespace stays while services are in it (Cloud Map API, DeleteNamespace, ResourceInUse)."""
    for item in everything(account, region):
        if item.type == "AWS::ServiceDiscovery::Service" and _mentions(item.properties, resource_id):
            raise RefusedError("ResourceInUse", "Namespace has associated services; delete the services before deleting the namespace")


def _certificate(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """ACM: a certificate stays while something presents it (ACM API, DeleteCertificate, ResourceInUseException)."""
    kinds = ("AWS::ElasticLoadBalancingV2::Listener", "AWS::CloudFront::Distribution", "AWS::Cognito::UserPoolDomain")
    if resource_id in acm_backends[account][region]._certificates and any(
        item.type in kinds and _mentions(item.properties, resource_id) for item in everything(account, region)
    ):
        raise RefusedError("ResourceInUseException", f"Certificate {resource_id} in account {account} is in use.")


def _load_balancer(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """Elastic Load Balancing: deletion protection (Elastic Load Balancing API, DeleteLoadBalancer, OperationNotPermitted)."""
    if resource_id not in elbv2_backends[account][region].load_balancers:
        return
    attributes = api.call("elbv2", "describe_load_balancer_attributes", region, {"LoadBalancerArn": resource_id})["Attributes"]
    if {"Key": "deletion_protection.enabled", "Value": "true"} in attributes:
        raise RefusedError(
            "OperationNotPermitted", f"Load balancer '{resource_id}' cannot be deleted because deletion protection is enabled"
        )


def _protected_user_pool(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """Cognito: deletion protection, and a domain that has to go first (Cognito API, UpdateUserPool, DeletionProtection; DeleteUserPool)."""
    client = api.client("cognito-idp", region)
    try:
        pool = client.describe_user_pool(UserPoolId=resource_id)["UserPool"]
    except client.exceptions.ResourceNotFoundException:
        return
    if pool.get("DeletionProtection") == "ACTIVE":
        raise RefusedError(
            "InvalidParameterException",
            "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.",
        )
    if pool.get("Domain"):
        raise RefusedError(
            "InvalidParameterException", "User pool cannot be deleted. It has a domain configured that should be deleted first."
        )


def _mentions(value: Any, text: str) -> bool:
    """Whether a text is among the values of properties."""
    if isinstance(value, dict):
        return any(_mentions(item, text) for item in value.values())
    if isinstance(value, list):
        return any(_mentions(item, text) for item in value)
    return bool(value == text)


_CREATIONS: dict[str, Callable[[Properties, str, str, str], None]] = {
    "AWS::CloudFront::Distribution": _distribution,
    "AWS::EC2::VPCEndpoint": _endpoint,
    "AWS::ECS::Service": _ecs_service,
    "AWS::ElasticLoadBalancingV2::Listener": _listener_rule,
    "AWS::ElasticLoadBalancingV2::ListenerRule": _listener_rule,
    "AWS::RDS::DBInstance": _database_class,
}
_CHANGES: dict[str, Callable[[Properties, Properties], None]] = {
    "AWS::Cognito::UserPool": _user_pool,
    "AWS::DynamoDB::GlobalTable": _table,
    "AWS::DynamoDB::Table": _table,
    "AWS::RDS::DBCluster": _database,
    "AWS::RDS::DBInstance": _database,
    "AWS::RDS::DBSubnetGroup": _subnets_of_group,
}
_DELETIONS: dict[str, Callable[[Properties, str, str, str], None]] = {
    "AWS::CertificateManager::Certificate": _certificate,
    "AWS::Cognito::UserPool": _protected_user_pool,
    "AWS::DynamoDB::GlobalTable": _protected_table,
    "AWS::DynamoDB::Table": _protected_table,
    "AWS::EC2::SecurityGroup": _security_group,
    "AWS::EC2::Subnet": _subnet,
    "AWS::EC2::VPCGatewayAttachment": _gateway_attachment,
    "AWS::ECS::Cluster": _cluster,
    "AWS::ElasticLoadBalancingV2::LoadBalancer": _load_balancer,
    "AWS::IAM::Role": _role_deletion,
    "AWS::RDS::DBSubnetGroup": _subnet_group,
    "AWS::ServiceDiscovery::HttpNamespace": _namespace,
    "AWS::ServiceDiscovery::PrivateDnsNamespace": _namespace,
}
