"""Writes src/Landfall.Config/Regions/region-capabilities.json: what there is in which AWS region.

Three kinds of facts, each with its source in the file: CloudFormation's registry schemas for every region (those that
cfn-lint ships) say which resource types and properties exist; botocore's endpoints.json says which partition a region is
of and how its names end; and what only AWS's pages say stands below in PAGES. Validation and constructs read the table.

usage: python3 eng/region-capabilities.py           writes the table
       python3 eng/region-capabilities.py --check   exits with 1 where the table is not what these sources give
"""

import importlib
import json
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import botocore
import cfnlint
from cfnlint.version import __version__ as lint_version

TABLE = Path(__file__).parents[1] / "src/Landfall.Config/Regions/region-capabilities.json"
SCHEMAS = Path(cfnlint.__file__).parent / "data" / "schemas" / "resources"
ENDPOINTS = Path(botocore.__file__).parent / "data" / "endpoints.json"

# The partitions that Landfall deploys to; those of closed networks have other CLIs and other documentation.
PARTITIONS = ("aws", "aws-cn", "aws-us-gov")

# Every resource type that Landfall can write. A test compares this with the templates.
TYPES = """
    Budgets::Budget
    ApplicationAutoScaling::ScalableTarget ApplicationAutoScaling::ScalingPolicy
    CertificateManager::Certificate
    CloudFront::Distribution CloudFront::Function CloudFront::OriginAccessControl CloudFront::ResponseHeadersPolicy
    CloudWatch::Alarm CloudWatch::AlarmMuteRule CloudWatch::CompositeAlarm CloudWatch::Dashboard
    CodeBuild::Project CodeConnections::Connection CodePipeline::Pipeline
    Cognito::UserPool Cognito::UserPoolClient Cognito::UserPoolDomain
    DynamoDB::Table
    EC2::EIP EC2::FlowLog EC2::InternetGateway EC2::NatGateway EC2::Route EC2::RouteTable EC2::SecurityGroup
    EC2::SecurityGroupEgress EC2::SecurityGroupIngress EC2::Subnet EC2::SubnetRouteTableAssociation EC2::VPC
    EC2::VPCEndpoint EC2::VPCGatewayAttachment
    ECR::Repository
    ECS::Cluster ECS::Service ECS::TaskDefinition
    EFS::AccessPoint EFS::FileSystem EFS::MountTarget
    ElasticLoadBalancingV2::Listener ElasticLoadBalancingV2::ListenerCertificate ElasticLoadBalancingV2::ListenerRule
    ElasticLoadBalancingV2::LoadBalancer ElasticLoadBalancingV2::TargetGroup
    Events::Rule
    IAM::ManagedPolicy IAM::Policy IAM::Role
    Lambda::Function Lambda::LayerVersion Lambda::Permission
    Logs::LogGroup
    RDS::DBCluster RDS::DBClusterParameterGroup RDS::DBInstance RDS::DBParameterGroup RDS::DBSubnetGroup
    Route53::RecordSet
    S3::Bucket S3::BucketPolicy
    SNS::Subscription SNS::Topic SNS::TopicPolicy
    SQS::Queue SQS::QueuePolicy
    SSM::Parameter
    Scheduler::Schedule
    SecretsManager::RotationSchedule SecretsManager::Secret
    ServiceDiscovery::Instance ServiceDiscovery::PrivateDnsNamespace ServiceDiscovery::Service
    StepFunctions::StateMachine
    WAFv2::WebACL WAFv2::WebACLAssociation
""".split()

# The services whose interface endpoints have a name that begins with cn. in both regions of China: what
# DescribeVpcEndpointServices answered there (the pages of "cnEndpoints"). All others begin with com.amazonaws.
CN_ENDPOINTS = """
    application-autoscaling appmesh-envoy-management athena autoscaling awsconnector backup batch cassandra
    cloudcontrolapi cloudformation codedeploy-commands-secure databrew dms ebs ec2 ecr.api ecr.dkr eks elasticache
    elasticbeanstalk elasticfilesystem elasticfilesystem-fips emr-containers execute-api fsx imagebuilder iot.data
    kinesis-streams lambda license-manager monitoring rds redshift redshift-data s3 sagemaker.api
    sagemaker.featurestore-runtime sagemaker.runtime securityhub servicecatalog sms sqs states sts sync-states
    synthetics transcribe transcribestreaming transfer xray
""".split()

# The services whose interface endpoints Landfall can make. A test compares this with what it makes.
MADE_ENDPOINTS = """
    aps-workspaces ecr.api ecr.dkr elasticmapreduce logs rds-data secretsmanager sqs ssmmessages xray
""".split()

# What only AWS's pages say. Each has the pages that say so, and holds for the regions or the partitions that it names.
PAGES: list[dict[str, Any]] = [
    {
        "fact": "fargateZones",
        "values": {
            "ap-northeast-1": ["apne1-az1", "apne1-az2", "apne1-az4"],
            "cn-north-1": ["cnn1-az1", "cnn1-az2"],
            "us-west-1": ["usw1-az1", "usw1-az3"],
        },
        "pages": ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate-Regions.html"],
    },
    {
        # The letters that accounts have, where they are not a, b and c: a zone that takes no new customers keeps its own.
        "fact": "zoneLetters",
        "values": {"ap-northeast-1": "acd", "ca-central-1": "abd", "cn-north-1": "ab", "us-west-1": "ac"},
        "pages": ["https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html"],
    },
    {
        "fact": "cnEndpoints",
        "values": {
            "cn-north-1": sorted([*CN_ENDPOINTS, "iotsitewise.api", "iotsitewise.data"]),
            "cn-northwest-1": sorted([*CN_ENDPOINTS, "account", "polly", "workspaces"]),
        },
        "pages": ["https://github.com/aws/aws-cdk/pull/25333", "https://github.com/aws/aws-cdk/pull/16139"],
    },
    {
        "fact": "missingEndpoints",
        "values": {"aws-cn": ["aps-workspaces", "cognito-idp", "rds-data"]},
        "pages": [
            "https://docs.amazonaws.cn/en_us/aws/latest/userguide/cognito.html",
            "https://github.com/aws/aws-cdk/pull/25333",
        ],
    },
    {
        "fact": "cdnZone",
        "values": {"aws": "Z2FDTNDATAQYW2", "aws-cn": "Z3RFFRIM2A3IF5"},
        "pages": [
            "https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html",
            "https://docs.amazonaws.cn/en_us/aws/latest/userguide/route53.html",
        ],
    },
    {
        # The one region that CloudFront takes certificates and firewalls of. In China it takes neither: certificates come
        # from IAM, and AWS WAF "is supported at a regional level only".
        "fact": "cdnRegion",
        "values": {"aws": "us-east-1"},
        "pages": [
            "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html",
            "https://docs.amazonaws.cn/en_us/aws/latest/userguide/cloudfront.html",
            "https://docs.amazonaws.cn/en_us/aws/latest/userguide/waf.html",
        ],
    },
    {
        "fact": "missingFeatures",
        "values": {
            "aws-cn": ["amp", "bedrock", "dataApi"],
            "aws-us-gov": ["dataApi"],
            "ap-south-2": ["dataApi"],
            "ap-southeast-4": ["dataApi"],
            "ap-southeast-6": ["amp", "dataApi"],
        },
        "pages": [
            "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/"
            "Concepts.Aurora_Fea_Regions_DB-eng.Feature.Data_API.html",
            "https://docs.aws.amazon.com/prometheus/latest/userguide/what-is-Amazon-Managed-Service-Prometheus.html",
            "https://docs.aws.amazon.com/bedrock/latest/userguide/models-regions.html",
        ],
    },
]


def properties(schema: dict[str, Any]) -> tuple[set[str], set[str]]:
    """Paths of a schema's properties and of the needed ones, with `*` for the items of a list or the values of a map."""
    found: set[str] = set()
    needed: set[str] = set()
    definitions = schema.get("definitions", {})

    def walk(node: Any, path: str, seen: frozenset[str]) -> None:
        if not isinstance(node, dict):
            return
        if "$ref" in node:
            name = node["$ref"].split("/")[-1]
            if name not in seen:
                walk(definitions.get(name, {}), path, seen | {name})
        for key in ("oneOf", "anyOf", "allOf"):
            for part in node.get(key) or []:
                walk(part, path, seen)
        needed.update(f"{path}/{key}".lstrip("/") for key in node.get("required") or [])
        for key, value in (node.get("properties") or {}).items():
            found.add(f"{path}/{key}".lstrip("/"))
            walk(value, f"{path}/{key}", seen)
        walk(node.get("items"), f"{path}/*", seen)
        for value in (node.get("patternProperties") or {}).values():
            walk(value, f"{path}/*", seen)

    walk(schema, "", frozenset())
    return found, needed


def schemas(region: str) -> dict[str, str]:
    """The file of each resource type's schema in a region."""
    return importlib.import_module(f"cfnlint.data.schemas.providers.{region.replace('-', '_')}").types


def missing(region: str) -> dict[str, Any]:
    """What a region lacks, or needs besides, against us-east-1, which lacks nothing."""
    here, there = schemas(region), schemas("us-east-1")
    types = [f"AWS::{name}" for name in sorted(TYPES)]
    lacking: dict[str, list[str]] = {}
    needing: dict[str, list[str]] = {}
    for name in types:
        if name in here and here[name] != there[name]:
            whole, part = (properties(json.loads((SCHEMAS / f"{t[name]}.json").read_text())) for t in (there, here))
            gone = sorted(whole[0] - part[0])
            more = sorted(part[1] - whole[1])
            if more:
                needing[name] = more
            # A property that is gone takes what is below it along.
            top = [path for path in gone if not any(path.startswith(f"{other}/") for other in gone)]
            if top:
                lacking[name] = top
    return {
        "missingTypes": [name for name in types if name not in here],
        "missingProperties": lacking,
        "neededProperties": needing,
    }


def page_facts(region: str, partition: str) -> dict[str, Any]:
    """What PAGES says of a region, or of the partition that it is in."""
    found = {}
    for entry in PAGES:
        value = entry["values"].get(region, entry["values"].get(partition))
        if value is not None:
            found[entry["fact"]] = value.replace("{region}", region) if isinstance(value, str) else value
    return found


def regions() -> dict[str, dict[str, Any]]:
    """Every region with what is not there, and what is different."""
    found: dict[str, dict[str, Any]] = {}
    for partition in json.loads(ENDPOINTS.read_text())["partitions"]:
        if partition["partition"] not in PARTITIONS:
            continue
        for region in partition["regions"]:
            facts = {
                "partition": partition["partition"],
                "dnsSuffix": partition["dnsSuffix"],
                **missing(region),
                **page_facts(region, partition["partition"]),
            }
            found[region] = {key: value for key, value in facts.items() if value}
    return dict(sorted(found.items()))


def text(table: dict[str, Any]) -> str:
    """The file: a line for each source and region, so that an update shows as what it changes."""
    def lines(entries: list[str]) -> str:
        return ",\n".join(f"    {entry}" for entry in entries)

    head = "".join(f"  {json.dumps(key)}: {json.dumps(table[key])},\n" for key in ("written", "cfnLint", "botocore"))
    pages = lines([f"{json.dumps(fact)}: {json.dumps(urls)}" for fact, urls in table["pages"].items()])
    types = lines([json.dumps(name) for name in table["types"]])
    rows = lines([f"{json.dumps(name)}: {json.dumps(value)}" for name, value in table["regions"].items()])
    endpoints = json.dumps(table["endpoints"])
    return (
        f'{{\n{head}  "pages": {{\n{pages}\n  }},\n  "types": [\n{types}\n  ],\n'
        f'  "endpoints": {endpoints},\n  "regions": {{\n{rows}\n  }}\n}}\n'
    )


def main() -> int:
    """Writes or checks."""
    committed = json.loads(TABLE.read_text()) if TABLE.exists() else {}
    found = {
        "pages": {entry["fact"]: entry["pages"] for entry in PAGES},
        "types": [f"AWS::{name}" for name in sorted(TYPES)],
        "endpoints": MADE_ENDPOINTS,
        "regions": regions(),
    }
    differing = [key for key, value in found.items() if committed.get(key) != value]
    if "--check" in sys.argv:
        print("\n".join(f"The table's '{key}' is not what its sources give." for key in differing) or "The table is up to date.")
        return 1 if differing else 0
    if differing:
        today = datetime.now(timezone.utc).date().isoformat()
        TABLE.write_text(text({"written": today, "cfnLint": lint_version, "botocore": botocore.__version__, **found}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
