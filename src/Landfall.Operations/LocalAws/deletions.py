"""What AWS does not delete and moto does, in AWS's own words. Each names the page of AWS's that says so."""

from collections.abc import Callable
from typing import Any

from moto.acm.models import acm_backends
from moto.dynamodb.models import dynamodb_backends
from moto.ecs.models import ecs_backends
from moto.elbv2.models import elbv2_backends
from moto.iam.models import iam_backends
from moto.utilities.utils import get_partition

import api
from live import Live, anywhere, everything, mentions
from recorded import web_acl_arn
from refused import RefusedError

Properties = dict[str, Any]


def require(kind: str, properties: Properties, resource_id: str, account: str, region: str) -> None:
    """Raises where AWS would not delete a resource."""
    if kind in _DELETIONS:
        _DELETIONS[kind](properties, resource_id, account, region)


def _role(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """IAM: a role goes only when nothing is attached to it but what the template gave it (IAM API, DeleteRole)."""
    role = next((r for r in iam_backends[account][get_partition(region)].roles.values() if r.name == resource_id), None)
    if role is None:
        return
    if set(role.policies) - {policy["PolicyName"] for policy in properties.get("Policies", [])}:
        raise RefusedError("DeleteConflict", "Cannot delete entity, must delete policies first.")
    if set(role.managed_policies) - set(properties.get("ManagedPolicyArns", [])):
        raise RefusedError("DeleteConflict", "Cannot delete entity, must detach all policies first.")


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
    return item.type in _WITH_INTERFACES and mentions(item.properties, group)


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
    groups = {item.id for item in found if item.type == "AWS::RDS::DBSubnetGroup" and mentions(item.properties, resource_id)}
    if any(
        (item.type in kinds and mentions(item.properties, resource_id)) or item.properties.get("DBSubnetGroupName") in groups
        for item in found
    ):
        raise RefusedError("DependencyViolation", f"The subnet '{resource_id}' has dependencies and cannot be deleted.")


def _gateway_attachment(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """EC2: the internet gateway stays while something in the VPC has a public address (EC2 API, DetachInternetGateway)."""
    found = list(everything(account, region))
    subnets = {item.id for item in found if item.type == "AWS::EC2::Subnet" and item.properties.get("VpcId") == properties["VpcId"]}
    for item in found:
        public = item.type == "AWS::EC2::NatGateway" or item.properties.get("Scheme") == "internet-facing"
        if public and any(mentions(item.properties, subnet) for subnet in subnets):
            raise RefusedError(
                "DependencyViolation",
                f"Network {properties['VpcId']} has some mapped public address(es). "
                "Please unmap those public address(es) before detaching the gateway.",
            )


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
        if item.type == "AWS::ServiceDiscovery::Service" and mentions(item.properties, resource_id):
            raise RefusedError("ResourceInUse", "Namespace has associated services; delete the services before deleting the namespace")


def _certificate(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """ACM: a certificate stays while something presents it (ACM API, DeleteCertificate, ResourceInUseException)."""
    kinds = ("AWS::ElasticLoadBalancingV2::Listener", "AWS::CloudFront::Distribution", "AWS::Cognito::UserPoolDomain")
    if resource_id in acm_backends[account][region]._certificates and any(
        item.type in kinds and mentions(item.properties, resource_id) for item in anywhere(account)
    ):
        raise RefusedError("ResourceInUseException", f"Certificate {resource_id} in account {account} is in use.")


def _firewall(properties: Properties, resource_id: str, account: str, region: str) -> None:
    """AWS WAF: a firewall stays while something stands behind it (AWS WAF API, DeleteWebACL, WAFAssociatedItemException)."""
    kinds = ("AWS::CloudFront::Distribution", "AWS::WAFv2::WebACLAssociation")
    arn = web_acl_arn(resource_id, account, region)
    if any(item.type in kinds and mentions(item.properties, arn) for item in anywhere(account)):
        raise RefusedError(
            "WAFAssociatedItemException",
            "AWS WAF couldn't perform the operation because your resource is being used by another resource or it's "
            "associated with another resource.",
        )


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
    "AWS::IAM::Role": _role,
    "AWS::RDS::DBSubnetGroup": _subnet_group,
    "AWS::ServiceDiscovery::HttpNamespace": _namespace,
    "AWS::ServiceDiscovery::PrivateDnsNamespace": _namespace,
    "AWS::WAFv2::WebACL": _firewall,
}
