"""Stand-ins for what a plan takes for granted: a VPC to import with its internet gateway and an EMR cluster's security
group, a hosted zone, certificates; with the ids that the plan names. AWS has them before Landfall comes; the local AWS starts empty."""

import hashlib
from typing import Any
from unittest.mock import patch

from moto.acm.models import CertBundle, acm_backends
from moto.ec2.models import ec2_backends
from moto.route53.models import route53_backends
from moto.utilities.utils import get_partition


def ensure_network(account: str, region: str, network: dict[str, Any]) -> list[str]:
    """Creates what is missing and returns the ids of what it created."""
    backend = ec2_backends[account][region]
    vpc_id, gateway_id = network["vpcId"], network.get("internetGatewayId")
    owners = {network.get("emrSecurityGroup"): "the EMR cluster"}
    owners |= {endpoint["securityGroup"]: "the VPC's endpoints" for endpoint in network.get("endpoints", [])}
    created = []
    if vpc_id not in backend.vpcs:
        with patch("moto.ec2.models.vpcs.random_vpc_id", lambda: vpc_id):
            backend.create_vpc(network["vpcCidr"])
        created.append(vpc_id)
    if gateway_id and gateway_id not in backend.internet_gateways:
        with patch("moto.ec2.models.internet_gateways.random_internet_gateway_id", lambda: gateway_id):
            backend.create_internet_gateway()
        backend.attach_internet_gateway(gateway_id, vpc_id)
        created.append(gateway_id)
    for group_id, owner in owners.items():
        if group_id and group_id not in backend.groups.get(vpc_id, {}):
            with patch("moto.ec2.models.security_groups.random_security_group_id", lambda: group_id):
                backend.create_security_group(group_id, f"Stand-in for the one of {owner}", vpc_id=vpc_id)
            created.append(group_id)
    return created


def ensure_hosted_zone(account: str, region: str, zone: dict[str, Any]) -> list[str]:
    """Creates a public hosted zone unless it is there, and returns the ids of what it created. A zone without an id goes by
    its name, as CloudFormation takes it (HostedZoneName)."""
    backend = route53_backends[account][get_partition(region)]
    name = f"{zone['name'].rstrip('.').lower()}."
    if zone["id"] in backend.zones or (zone["id"] is None and any(other.name == name for other in backend.zones.values())):
        return []
    zone_id = zone["id"] or f"Z{hashlib.sha256(name.encode()).hexdigest()[:20].upper()}"
    with patch("moto.route53.models.create_route53_zone_id", lambda **_: zone_id):
        backend.create_hosted_zone(name, private_zone=False)
    return [zone_id]


def ensure_certificates(account: str, domain: str, arns: list[str]) -> list[str]:
    """Creates issued certificates for a domain, each in its ARN's region, and returns the ARNs of those created."""
    created = []
    for arn in arns:
        region = arn.split(":")[3]
        certificates = acm_backends[account][region]._certificates
        if arn not in certificates:
            certificates[arn] = CertBundle.generate_cert(domain, account, region)
            certificates[arn].arn = arn
            certificates[arn].status = "ISSUED"
            certificates[arn].landfall_stand_in = True  # whoever names it knows what it covers
            created.append(arn)
    return created
