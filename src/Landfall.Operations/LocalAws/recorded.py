"""Stand-ins for resource types that the local AWS does not model: recorded, with plausible ids and attributes."""

import hashlib
from typing import Any

from moto.core.common_models import CloudFormationModel
from moto.utilities.utils import get_partition


def token(seed: str, length: int) -> str:
    """A stable stand-in for a random id: the same seed always gives the same text."""
    return hashlib.sha256(seed.encode()).hexdigest()[:length]


class LocalResource(CloudFormationModel):
    """What this folder's resources have in common."""

    # moto files every model under the second part of its module's name.
    __module__ = "moto.landfall.recorded"

    def __init__(self, resource_type: str, name: str, properties: dict[str, Any], account: str, region: str) -> None:
        self.resource_type = resource_type
        self.name = name
        self.properties = properties
        self.account = account
        self.region = region

    def get_cfn_attribute(self, attribute_name: str) -> Any:
        """What Fn::GetAtt gives."""
        return attribute(
            self.resource_type, self.physical_resource_id, attribute_name, self.properties, self.account, self.region
        )

    @staticmethod
    def cloudformation_name_type() -> str:
        return ""

    @staticmethod
    def cloudformation_type() -> str:
        return "Landfall::Local"

    @classmethod
    def has_cfn_attr(cls, attr: str) -> bool:
        return True


class RecordedResource(LocalResource):
    """A resource that exists only in its stack."""

    __module__ = LocalResource.__module__

    @property
    def physical_resource_id(self) -> str:
        """What Ref gives."""
        return physical_id(self.resource_type, self.name, self.properties, self.account, self.region)

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **kwargs: Any
    ) -> "RecordedResource":
        return cls(kwargs["ResourceType"], resource_name, cloudformation_json["Properties"], account_id, region_name)

    @classmethod
    def update_from_cloudformation_json(
        cls, original_resource: Any, new_resource_name: str, cloudformation_json: Any, account_id: str, region_name: str
    ) -> "RecordedResource":
        original_resource.properties = cloudformation_json["Properties"]
        return original_resource

    @classmethod
    def delete_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str
    ) -> None:
        """Nothing exists beyond the record."""


# Property that names a resource of a type, where that name is also what Ref gives.
_NAMED_BY = {
    "AWS::S3::BucketPolicy": "Bucket",
    "AWS::RDS::DBCluster": "DBClusterIdentifier",
    "AWS::RDS::DBInstance": "DBInstanceIdentifier",
    "AWS::SecretsManager::SecretTargetAttachment": "SecretId",
    "AWS::SecretsManager::RotationSchedule": "SecretId",
    "AWS::SecretsManager::ResourcePolicy": "SecretId",
    "AWS::Cognito::UserPoolDomain": "Domain",
    "AWS::Scheduler::Schedule": "Name",
    "AWS::CloudWatch::CompositeAlarm": "AlarmName",
}
# Types whose Ref gives an ARN: service, and the kind that stands before the name in it.
_REF_IS_ARN = {
    "AWS::CloudWatch::AlarmMuteRule": ("cloudwatch", "alarm-mute-rule:"),
    "AWS::CertificateManager::Certificate": ("acm", "certificate/"),
    "AWS::SecretsManager::Secret": ("secretsmanager", "secret:"),
    "AWS::SNS::Subscription": ("sns", ""),
    "AWS::ECS::TaskSet": ("ecs", "task-set/"),
    "AWS::CodeBuild::Fleet": ("codebuild", "fleet/"),
    "AWS::CodeConnections::Connection": ("codeconnections", "connection/"),
    "AWS::StepFunctions::Activity": ("states", "activity:"),
}


def physical_id(resource_type: str, name: str, properties: dict[str, Any], account: str, region: str) -> str:
    """The id that Ref gives for a recorded resource."""
    named = properties.get(_NAMED_BY.get(resource_type, ""))
    if isinstance(named, str):
        return named
    if resource_type in _REF_IS_ARN:
        service, kind = _REF_IS_ARN[resource_type]
        return f"arn:aws:{service}:{region}:{account}:{kind}{name}"
    if resource_type == "AWS::CloudFront::Distribution":
        return "E" + token(name, 13).upper()
    if resource_type == "AWS::WAFv2::WebACL":
        return f"{properties.get('Name', name)}|{token(name, 32)}|{properties.get('Scope', 'REGIONAL')}"
    return name


def web_acl_arn(resource_id: str, account: str, region: str) -> str:
    """The ARN of a firewall, whose reference is its name, id and scope (AWS WAF API, WebACL, ARN)."""
    name, token_id, scope = resource_id.split("|")
    return f"arn:{get_partition(region)}:wafv2:{region}:{account}:{'global' if scope == 'CLOUDFRONT' else 'regional'}/webacl/{name}/{token_id}"


def attribute(
    resource_type: str, resource_id: str, name: str, properties: dict[str, Any], account: str, region: str
) -> Any:
    """A plausible value for an attribute that nothing models, judged by the attribute's name."""
    service = resource_type.split("::")[1].lower() if "::" in resource_type else "cloudformation"
    kind = resource_type.rsplit("::", 1)[-1].lower()
    last = name.rsplit(".", 1)[-1]
    if last in properties and isinstance(properties[last], (str, int)):
        return str(properties[last])
    if resource_type == "AWS::WAFv2::WebACL" and last == "Arn":
        return web_acl_arn(resource_id, account, region)
    if last.lower().endswith("arn") and last != "Arn" and last.lower() != f"{kind}arn":
        return f"arn:aws:{service}:{region}:{account}:{last[:-3].lower()}/{token(resource_id + last, 12)}"
    if last.lower().endswith("arn"):
        return resource_id if resource_id.startswith("arn:") else f"arn:aws:{service}:{region}:{account}:{kind}/{resource_id}"
    if service == "cloudfront" and last == "DomainName":
        return f"d{token(resource_id, 13)}.cloudfront.net"
    if last in ("Address", "DomainName", "RegionalDomainName", "DNSName", "Endpoint"):
        return f"{token(resource_id, 12)}.{service}.{region}.amazonaws.com"
    if last == "Port":
        return "5432" if "mysql" not in str(properties.get("Engine", "")) else "3306"
    if last == "Id":
        return resource_id.split("|")[1] if "|" in resource_id else resource_id
    return f"{kind}-{last.lower()}-{token(resource_id + name, 12)}"
