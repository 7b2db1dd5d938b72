"""What the CDK's own custom resources do, done here: there are no containers for their Lambda functions."""

import fnmatch
import io
import mimetypes
import zipfile
from typing import Any

import api
from moto.core.common_models import CloudFormationModel
from recorded import RecordedResource


class BucketDeployment(RecordedResource):
    """Unpacks archives into a bucket, and prunes what they no longer have."""

    __module__ = "moto.landfall.custom_resources"

    def deploy(self) -> None:
        """Makes the destination hold what the sources hold."""
        given = self.properties
        bucket, prefix = given["DestinationBucketName"], given.get("DestinationBucketKeyPrefix", "").rstrip("/")
        kept = {self.put(bucket, prefix, *file) for file in self.files()}
        if str(given.get("Prune", "true")).lower() == "true":
            for key in keys(bucket, self.region):
                if (not prefix or key.startswith(f"{prefix}/")) and key not in kept and not excluded(key, given):
                    self.s3("delete_object", {"Bucket": bucket, "Key": key})

    def files(self) -> list[tuple[str, bytes]]:
        """Name and content of every file in the sources."""
        found: dict[str, bytes] = {}
        given = self.properties
        extract = str(given.get("Extract", "true")).lower() == "true"
        markers = given.get("SourceMarkers", [])
        for position, (bucket, key) in enumerate(zip(given["SourceBucketNames"], given["SourceObjectKeys"], strict=True)):
            content = self.s3("get_object", {"Bucket": bucket, "Key": key})["Body"].read()
            if not extract:
                found[key.rsplit("/", 1)[-1]] = content
                continue
            replacements = markers[position] if position < len(markers) else {}
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for name in archive.namelist():
                    if not name.endswith("/") and not excluded(name, given):
                        found[name] = replaced(archive.read(name), replacements)
        return sorted(found.items())

    def put(self, bucket: str, prefix: str, name: str, content: bytes) -> str:
        """Writes one object; gives its key."""
        key = f"{prefix.rstrip('/')}/{name}" if prefix else name
        headers = {to: value for to, value in (self.properties.get("SystemMetadata") or {}).items()}
        kind = headers.get("content-type") or mimetypes.guess_type(name)[0] or "binary/octet-stream"
        parameters: dict[str, Any] = {"Bucket": bucket, "Key": key, "Body": content, "ContentType": kind}
        if "cache-control" in headers:
            parameters["CacheControl"] = headers["cache-control"]
        self.s3("put_object", parameters)
        return key

    def s3(self, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
        """Calls S3."""
        return api.call("s3", operation, self.region, parameters)

    def get_cfn_attribute(self, attribute_name: str) -> Any:
        """What Fn::GetAtt gives."""
        if attribute_name == "DestinationBucketArn":
            return f"arn:aws:s3:::{self.properties['DestinationBucketName']}"
        return super().get_cfn_attribute(attribute_name)

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **kwargs: Any
    ) -> "BucketDeployment":
        made = cls(kwargs["ResourceType"], resource_name, cloudformation_json["Properties"], account_id, region_name)
        made.deploy()
        return made

    @classmethod
    def update_from_cloudformation_json(
        cls, original_resource: Any, new_resource_name: str, cloudformation_json: Any, account_id: str, region_name: str
    ) -> "BucketDeployment":
        original_resource.properties = cloudformation_json["Properties"]
        original_resource.deploy()
        return original_resource


class AutoDeleteObjects(RecordedResource):
    """Empties a bucket before it is deleted."""

    __module__ = "moto.landfall.custom_resources"

    def delete(self, account: str, region: str) -> None:
        """Deletes every object of the bucket, in every version."""
        bucket = self.properties["BucketName"]
        listed = api.call("s3", "list_object_versions", region, {"Bucket": bucket})
        for item in [*listed.get("Versions", []), *listed.get("DeleteMarkers", [])]:
            parameters = {"Bucket": bucket, "Key": item["Key"], "VersionId": item["VersionId"]}
            api.call("s3", "delete_object", region, parameters)


def keys(bucket: str, region: str) -> list[str]:
    """The keys of a bucket."""
    pages = api.client("s3", region).get_paginator("list_objects_v2").paginate(Bucket=bucket)
    return [item["Key"] for page in pages for item in page.get("Contents", [])]


def excluded(name: str, properties: dict[str, Any]) -> bool:
    """Whether the patterns of a deployment leave a file out; a later include wins over an exclude."""
    out = any(fnmatch.fnmatch(name, pattern) for pattern in properties.get("Exclude", []))
    return out and not any(fnmatch.fnmatch(name, pattern) for pattern in properties.get("Include", []))


def replaced(content: bytes, markers: dict[str, str]) -> bytes:
    """A file's content with deploy-time values in place of their markers."""
    for marker, value in markers.items():
        content = content.replace(marker.encode(), str(value).encode())
    return content


CUSTOM_RESOURCES: dict[str, type[CloudFormationModel]] = {
    "Custom::CDKBucketDeployment": BucketDeployment,
    "Custom::S3AutoDeleteObjects": AutoDeleteObjects,
}
