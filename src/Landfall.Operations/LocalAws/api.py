"""Calls the local AWS's own service APIs, shaping CloudFormation properties into what an operation takes."""

import functools
from typing import Any

import boto3
from botocore.config import Config
from botocore.model import ListShape, MapShape, Shape, StructureShape

_endpoint = ""


def use_endpoint(endpoint: str) -> None:
    """Names the server that every call goes to."""
    global _endpoint
    _endpoint = endpoint


@functools.lru_cache(maxsize=None)
def client(service: str, region: str) -> Any:
    """A client of a service."""
    return boto3.client(
        service,
        endpoint_url=_endpoint,
        region_name=region,
        aws_access_key_id="local",
        aws_secret_access_key="local",
        config=Config(retries={"total_max_attempts": 1}, parameter_validation=False),
    )


def input_of(service: str, operation: str, region: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """The input of an operation (its name in snake case) from parameters in CloudFormation's spelling and types."""
    api = client(service, region)
    shape = api.meta.service_model.operation_model(api.meta.method_to_api_mapping[operation]).input_shape
    return shaped(parameters, shape) if shape else {}


def call(service: str, operation: str, region: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """Calls an operation with parameters in CloudFormation's spelling and types."""
    values = input_of(service, operation, region, parameters)
    return getattr(client(service, region), operation)(**values)


def shaped(value: Any, shape: Shape) -> Any:
    """Converts a value to a shape of the API: the case of names, text to numbers and truth values, lists to CloudFront's
    counted lists. Members that the API does not have are left out."""
    if isinstance(shape, StructureShape):
        members = shape.members
        if isinstance(value, list) and "Items" in members and "Quantity" in members:
            return {"Quantity": len(value), "Items": shaped(value, members["Items"])}
        if not isinstance(value, dict):
            return value
        names = {name.lower(): name for name in members}
        found = {names[key.lower()]: item for key, item in value.items() if key.lower() in names and item is not None}
        return {name: shaped(item, members[name]) for name, item in found.items()}
    if isinstance(shape, ListShape):
        items = value if isinstance(value, list) else [value]
        return [shaped(item, shape.member) for item in items]
    if isinstance(shape, MapShape):
        if isinstance(value, list):  # tags: a list of pairs in CloudFormation
            return {item["Key"]: item["Value"] for item in value}
        return {key: shaped(item, shape.value) for key, item in value.items()}
    if shape.type_name in ("integer", "long"):
        return int(float(value))
    if shape.type_name in ("float", "double"):
        return float(value)
    if shape.type_name == "boolean":
        return value if isinstance(value, bool) else str(value).lower() == "true"
    if shape.type_name == "string":
        return str(value).lower() if isinstance(value, bool) else str(value)
    return value
