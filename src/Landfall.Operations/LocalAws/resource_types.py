"""Which model stands behind a CloudFormation type, and how the models that cannot delete themselves are deleted."""

from collections.abc import Callable
from typing import Any

from moto.cloudformation import parsing
from moto.core.common_models import CloudFormationModel

import api
from api_resource import ApiResource
from api_types import API_TYPES as TYPES_BY_TABLE
from bucket_type import BUCKET
from custom_resources import CUSTOM_RESOURCES
from queue_type import QUEUE
from recorded import LocalResource, RecordedResource
from templates import reference

API_TYPES = TYPES_BY_TABLE | {"AWS::S3::Bucket": BUCKET, "AWS::SQS::Queue": QUEUE}
_moto_class_of = parsing.resource_class_from_type
_modelled = {kind for kind in parsing.get_model_map() if kind.startswith("AWS::")} - {"AWS::CloudFormation::CustomResource"}
_api_classes: dict[str, type[CloudFormationModel]] = {}


def class_of(kind: str) -> type[CloudFormationModel] | None:
    """The model of a type; None for types without any effect."""
    if kind in parsing.NULL_MODELS:
        return None
    if kind in CUSTOM_RESOURCES:
        return CUSTOM_RESOURCES[kind]
    if kind in API_TYPES:
        return _api_class(kind)
    return _moto_class_of(kind) if kind in _modelled else RecordedResource


def name_property(kind: str) -> str:
    """The property that names a resource of a type; empty where there is none."""
    return API_TYPES[kind].name if kind in API_TYPES else parsing.resource_name_property_from_type(kind) or ""


def _api_class(kind: str) -> type[CloudFormationModel]:
    """A class per type, because moto hands the type of a resource to its creation only."""
    if kind not in _api_classes:

        def create(
            cls: Any, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **_: Any
        ) -> ApiResource:
            properties = cloudformation_json["Properties"]
            resource = ApiResource(kind, API_TYPES[kind], resource_name, account_id, region_name)
            resource.create(properties)
            return resource

        members = {
            "__module__": ApiResource.__module__,
            "create_from_cloudformation_json": classmethod(create),
            "cloudformation_type": staticmethod(lambda: "Landfall::Local::" + kind),
        }
        _api_classes[kind] = type("Api" + kind.replace(":", ""), (ApiResource,), members)
    return _api_classes[kind]


# Types whose moto model has no deletion: service, operation, and its parameters from (id, properties, model).
_DELETIONS: dict[str, tuple[str, str, Callable[[str, dict[str, Any], Any], dict[str, Any]]]] = {
    "AWS::EC2::EIP": ("ec2", "release_address", lambda i, p, m: {"AllocationId": m.allocation_id}),
    "AWS::EC2::FlowLog": ("ec2", "delete_flow_logs", lambda i, p, m: {"FlowLogIds": [i]}),
    "AWS::EC2::InternetGateway": ("ec2", "delete_internet_gateway", lambda i, p, m: {"InternetGatewayId": i}),
    "AWS::EC2::NatGateway": ("ec2", "delete_nat_gateway", lambda i, p, m: {"NatGatewayId": i}),
    "AWS::EC2::Route": (
        "ec2",
        "delete_route",
        lambda i, p, m: {"RouteTableId": p["RouteTableId"], "DestinationCidrBlock": p.get("DestinationCidrBlock")},
    ),
    "AWS::EC2::RouteTable": ("ec2", "delete_route_table", lambda i, p, m: {"RouteTableId": i}),
    "AWS::EC2::VPCEndpoint": ("ec2", "delete_vpc_endpoints", lambda i, p, m: {"VpcEndpointIds": [i]}),
    "AWS::EC2::VPCGatewayAttachment": (
        "ec2",
        "detach_internet_gateway",
        lambda i, p, m: {"InternetGatewayId": p.get("InternetGatewayId"), "VpcId": p["VpcId"]},
    ),
    "AWS::IAM::ManagedPolicy": ("iam", "delete_policy", lambda i, p, m: {"PolicyArn": i}),
    "AWS::Route53::HostedZone": ("route53", "delete_hosted_zone", lambda i, p, m: {"Id": i}),
}


def delete_model(model: Any, kind: str, properties: dict[str, Any], account: str, region: str) -> None:
    """Deletes what stands behind a resource."""
    resource_id = reference(model)
    if isinstance(model, LocalResource):
        if hasattr(model, "delete"):
            model.delete(account, region)
    elif kind in _DELETIONS:
        service, operation, parameters = _DELETIONS[kind]
        api.call(service, operation, region, parameters(resource_id, properties, model))
    elif hasattr(model, "delete") and kind != "AWS::CloudFormation::Stack":
        model.delete(account, region)
    elif not hasattr(type(model).delete_from_cloudformation_json, "__isabstractmethod__"):
        type(model).delete_from_cloudformation_json(
            resource_id, {"Type": kind, "Properties": properties}, account, region
        )
