"""Cloud Control's GetResource, which moto does not know: what a table, bucket or queue is, in the words of its CloudFormation type.

Cloud Control API Reference, GetResource: "Returns information about the current state of the specified resource"; it refuses with
ResourceNotFoundException and UnsupportedActionException. What was never set is not among the properties.
"""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

import api

Properties = dict[str, Any]

_SCOPE = re.compile(r"Credential=([^/]+)/[^/]+/([^/]+)/cloudcontrolapi/aws4_request")


def _table(name: str, region: str) -> Properties:
    client = api.client("dynamodb", region)
    table = client.describe_table(TableName=name)["Table"]
    properties = {key: table[key] for key in ("TableName", "AttributeDefinitions", "KeySchema")} | {"Arn": table["TableArn"]}
    on_demand = table.get("BillingModeSummary", {}).get("BillingMode") == "PAY_PER_REQUEST"
    properties["BillingMode"] = "PAY_PER_REQUEST" if on_demand else "PROVISIONED"
    units = ("ReadCapacityUnits", "WriteCapacityUnits")
    properties["ProvisionedThroughput"] = {unit: table["ProvisionedThroughput"][unit] for unit in units}
    for kind in ("GlobalSecondaryIndexes", "LocalSecondaryIndexes"):
        if table.get(kind):
            properties[kind] = [{key: index[key] for key in ("IndexName", "KeySchema", "Projection")} for index in table[kind]]
    backups = client.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
    recovery = backups.get("PointInTimeRecoveryDescription", {}).get("PointInTimeRecoveryStatus")
    properties["PointInTimeRecoverySpecification"] = {"PointInTimeRecoveryEnabled": recovery == "ENABLED"}
    expiry = client.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    if expiry.get("TimeToLiveStatus") == "ENABLED":
        properties["TimeToLiveSpecification"] = {"Enabled": True, "AttributeName": expiry["AttributeName"]}
    return properties | {"DeletionProtectionEnabled": bool(table.get("DeletionProtectionEnabled"))}


def _bucket(name: str, region: str) -> Properties:
    client = api.client("s3", region)
    client.head_bucket(Bucket=name)
    properties: Properties = {"BucketName": name, "Arn": f"arn:aws:s3:::{name}"}

    def set_(key: str, operation: str, read: Callable[[Any], Any]) -> None:
        try:
            value = read(getattr(client, operation)(Bucket=name))
        except client.exceptions.ClientError:
            return  # S3 answers that there is none
        if value:
            properties[key] = value

    set_("BucketEncryption", "get_bucket_encryption", lambda r: {
        "ServerSideEncryptionConfiguration": [
            {"ServerSideEncryptionByDefault": {"SSEAlgorithm": rule["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"]}}
            for rule in r["ServerSideEncryptionConfiguration"]["Rules"]
        ]
    })  # fmt: skip
    set_("PublicAccessBlockConfiguration", "get_public_access_block", lambda r: r["PublicAccessBlockConfiguration"])
    set_("OwnershipControls", "get_bucket_ownership_controls", lambda r: {"Rules": r["OwnershipControls"]["Rules"]})
    set_("VersioningConfiguration", "get_bucket_versioning", lambda r: {"Status": r["Status"]} if "Status" in r else None)
    set_("CorsConfiguration", "get_bucket_cors", lambda r: {"CorsRules": r["CORSRules"]})
    return properties


def _queue(url: str, region: str) -> Properties:
    found = api.client("sqs", region).get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    names = ("VisibilityTimeout", "MessageRetentionPeriod", "DelaySeconds", "ReceiveMessageWaitTimeSeconds")
    return {"QueueUrl": url, "QueueName": url.rsplit("/", 1)[-1], "Arn": found["QueueArn"]} | {name: int(found[name]) for name in names if name in found}


# By type: the property that identifies it, which is its primaryIdentifier in CloudFormation's registry, and what reads it.
READERS: dict[str, tuple[str, Callable[[str, str], Properties]]] = {
    "AWS::DynamoDB::Table": ("TableName", _table),
    "AWS::S3::Bucket": ("BucketName", _bucket),
    "AWS::SQS::Queue": ("QueueUrl", _queue),
}


def find(kind: str, identifier: str, region: str) -> Properties | None:
    """What a resource is; None where there is none."""
    from botocore.exceptions import ClientError

    try:
        return READERS[kind][1](identifier, region)
    except ClientError:
        return None


def _reply(region: str, given: Properties) -> tuple[int, Properties]:
    kind, identifier = given.get("TypeName", ""), given.get("Identifier", "")
    if kind not in READERS:
        return 400, {"__type": "UnsupportedActionException", "Message": f"Resource type {kind} does not support READ action"}
    properties = find(kind, identifier, region)
    if properties is None:
        return 400, {"__type": "ResourceNotFoundException", "Message": f"Resource of type '{kind}' with identifier '{identifier}' was not found."}
    return 200, {"TypeName": kind, "ResourceDescription": {"Identifier": identifier, "Properties": json.dumps(properties)}}


def before(aws: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """Answers requests that are signed for Cloud Control, and lets all others pass."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        scope = _SCOPE.search(environ.get("HTTP_AUTHORIZATION", ""))
        if scope is None:
            return aws(environ, start_response)
        given = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
        if not environ.get("HTTP_X_AMZ_TARGET", "").endswith(".GetResource"):
            status, body = 400, {"__type": "UnsupportedActionException", "Message": "The local AWS knows GetResource of Cloud Control alone."}
        else:
            status, body = _reply(scope[2], given)
        start_response("200 OK" if status == 200 else "400 Bad Request", [("Content-Type", "application/x-amz-json-1.0")])
        return [json.dumps(body).encode()]

    return application
