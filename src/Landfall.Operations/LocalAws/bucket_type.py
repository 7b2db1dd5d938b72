"""S3 buckets with all their settings; moto's own model of the type keeps encryption and tags only."""

from typing import Any

from api_resource import ApiType, Call, Properties

# Members of a lifecycle rule that both spell alike.
_SAME = ("Status", "NoncurrentVersionExpiration", "AbortIncompleteMultipartUpload")


def _lifecycle_rule(number: int, rule: Properties) -> Properties:
    """A rule in the API's spelling, which nests what CloudFormation writes flat."""
    made: dict[str, Any] = {name: rule[name] for name in _SAME if name in rule}
    made |= {"ID": rule.get("Id", f"rule-{number}"), "Filter": {"Prefix": rule.get("Prefix", "")}}
    if "ExpirationInDays" in rule:
        made["Expiration"] = {"Days": rule["ExpirationInDays"]}
    if "Transitions" in rule:
        made["Transitions"] = [
            {"StorageClass": item["StorageClass"], "Days": item.get("TransitionInDays", 0)} for item in rule["Transitions"]
        ]
    return made


def _prepare(parameters: Properties, call: Call) -> Properties:
    """Spells the settings as their operations take them."""
    if call.region != "us-east-1":
        parameters["CreateBucketConfiguration"] = {"LocationConstraint": call.region}
    rules = parameters.get("BucketEncryption", {}).get("ServerSideEncryptionConfiguration", [])
    if rules:
        parameters["Encryption"] = {
            "Rules": [{**rule, "ApplyServerSideEncryptionByDefault": rule["ServerSideEncryptionByDefault"]} for rule in rules]
        }
    if "Tags" in parameters:
        parameters["Tagging"] = {"TagSet": parameters.pop("Tags")}
    if "LifecycleConfiguration" in parameters:
        given = parameters.pop("LifecycleConfiguration")["Rules"]
        parameters["Lifecycle"] = {"Rules": [_lifecycle_rule(number, rule) for number, rule in enumerate(given, 1)]}
    return parameters


BUCKET = ApiType(
    "s3",
    create="create_bucket",
    delete="delete_bucket",
    name="BucketName",
    rename={"BucketName": "Bucket"},
    key="Bucket",
    attributes={
        "Arn": "arn:aws:s3:::{id}",
        "DomainName": "{id}.s3.amazonaws.com",
        "RegionalDomainName": "{id}.s3.{region}.amazonaws.com",
    },
    extras=(
        ("Encryption", "put_bucket_encryption", "ServerSideEncryptionConfiguration"),
        ("PublicAccessBlockConfiguration", "put_public_access_block", "PublicAccessBlockConfiguration"),
        ("VersioningConfiguration", "put_bucket_versioning", "VersioningConfiguration"),
        ("OwnershipControls", "put_bucket_ownership_controls", "OwnershipControls"),
        ("CorsConfiguration", "put_bucket_cors", "CORSConfiguration"),
        ("Lifecycle", "put_bucket_lifecycle_configuration", "LifecycleConfiguration"),
        ("Tagging", "put_bucket_tagging", "Tagging"),
    ),
    prepare=_prepare,
)
