"""What AWS refuses and moto does not, in AWS's own words with the error's code. Each names the page of AWS's that says so."""

from collections.abc import Callable
from typing import Any

import database_offers
import cdn_region
import distributions
import limits
import record_sets
import regions
from existing import exists, taken
from live import anywhere, everything, mentions
from refused import RefusedError

Properties = dict[str, Any]


def before_creation(kind: str, properties: Properties, name: Any, account: str, region: str) -> None:
    """Raises where AWS would not create a resource. A name is the one that the template gives, or None.

    CloudFormation CLI User Guide, Handler error codes: AlreadyExists.
    """
    identifier = properties.get("ResourceId") if kind == "AWS::ApplicationAutoScaling::ScalableTarget" else name
    if not isinstance(identifier, str) or not exists(kind, identifier, properties, account, region):
        identifier = taken(kind, properties, account, region)
    if identifier:
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
        if arn and not any(mentions(item.properties, arn) for item in senders):
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
        for group in (group for group in groups if mentions(properties, group) and mentions(item.properties, group)):
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
    """CloudFront: what behaviours name is there, certificate and firewall are of its own region, and an alias belongs to one
    distribution in the whole world (CloudFront API, CreateDistribution: NoSuchOrigin, InvalidViewerCertificate,
    InvalidWebACLId, CNAMEAlreadyExists)."""
    config = properties["DistributionConfig"]
    breach = distributions.breach(config)
    if breach is not None:
        raise RefusedError(*breach)
    refused = cdn_region.certificate_breach(config, account, region)
    if refused is not None:
        raise RefusedError("InvalidViewerCertificate", refused)
    if config.get("WebACLId") and not cdn_region.is_for_cdn(config["WebACLId"]):
        raise RefusedError("InvalidWebACLId", "Web ACL is not accessible by the requester.")
    aliases = set(properties["DistributionConfig"].get("Aliases", []))
    for item in anywhere(account):
        if item.type != "AWS::CloudFront::Distribution" or item.id == resource_id:
            continue
        if aliases & set(item.properties.get("DistributionConfig", {}).get("Aliases", [])):
            raise RefusedError(
                "CNAMEAlreadyExists",
                "One or more of the CNAMEs you provided are already associated with a different resource.",
            )


def _firewall(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """AWS WAF: a firewall for CloudFront is in CloudFront's region."""
    refused = cdn_region.scope_breach(properties, region)
    if refused is not None:
        raise RefusedError("WAFInvalidParameterException", refused)


def _record(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """Route 53: one record of a name and type, in its own zone, and nothing beside a CNAME."""
    breach = record_sets.breach(properties, resource_id, account, region)
    if breach is not None:
        raise RefusedError("InvalidChangeBatch", breach)


def _role_policy(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """IAM: the inline policies of a role have one size together (IAM User Guide, IAM and AWS STS quotas: "You can add as many
    inline policies as you want [...]. But the total aggregate policy size [...] can't exceed")."""
    for role in properties.get("Roles", []):
        policies = [{"PolicyDocument": properties["PolicyDocument"]}]
        for item in everything(account, region):
            if item.type == "AWS::IAM::Policy" and item.id != resource_id and role in item.properties.get("Roles", []):
                policies.append({"PolicyDocument": item.properties["PolicyDocument"]})
            elif item.type == "AWS::IAM::Role" and item.id == role:
                policies += item.properties.get("Policies", [])
        if any(limits.breaches("AWS::IAM::Role", {"Policies": policies})):
            raise RefusedError("LimitExceeded", f"Maximum policy size of 10240 bytes exceeded for role {role}")


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


def _subnets_of_group(before: Properties, after: Properties) -> None:
    """RDS: databases do not move to other subnets (RDS API, ModifyDBSubnetGroup, SubnetAlreadyInUse)."""
    old, new = (set(given.get("SubnetIds", [])) for given in (before, after))
    if old and not old & new:
        raise RefusedError("InvalidParameterValue", "Some of the subnets to be deleted are currently in use.")


_CREATIONS: dict[str, Callable[[Properties, str, str, str], None]] = {
    "AWS::CloudFront::Distribution": _distribution,
    "AWS::EC2::VPCEndpoint": _endpoint,
    "AWS::ECS::Service": _ecs_service,
    "AWS::ElasticLoadBalancingV2::Listener": _listener_rule,
    "AWS::ElasticLoadBalancingV2::ListenerRule": _listener_rule,
    "AWS::IAM::Policy": _role_policy,
    "AWS::RDS::DBInstance": _database_class,
    "AWS::Route53::RecordSet": _record,
    "AWS::WAFv2::WebACL": _firewall,
}
_CHANGES: dict[str, Callable[[Properties, Properties], None]] = {
    "AWS::Cognito::UserPool": _user_pool,
    "AWS::DynamoDB::GlobalTable": _table,
    "AWS::DynamoDB::Table": _table,
    "AWS::RDS::DBCluster": _database,
    "AWS::RDS::DBInstance": _database,
    "AWS::RDS::DBSubnetGroup": _subnets_of_group,
}
