"""Writes src/Landfall.Operations/Changes/property-table.json from CloudFormation's registry schemas.

The schemas are those of us-east-1 that cfn-lint ships. The table says for each resource type which properties
CloudFormation cannot change in place. `property_table.py` of the local AWS and PropertyTable.cs read it.

usage: python3 eng/property-table.py           writes the table
       python3 eng/property-table.py --check   exits with 1 where the table is not what this cfn-lint gives

The words of the registry schemas: createOnlyProperties "can be specified only during resource creation",
conditionalCreateOnlyProperties are create-only "under certain conditions", readOnlyProperties "are returned but cannot
be specified", writeOnlyProperties "can be specified but are not returned" (CloudFormation CLI user guide, "Resource type
definition schema"). A property is written as its JSON pointer below /properties, with `*` for each item of a list.
"""

import importlib
import json
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import cfnlint
from cfnlint.version import __version__ as version

from generated_table import write_or_check

TABLE = Path(__file__).parents[1] / "src/Landfall.Operations/Changes/property-table.json"
SCHEMAS = Path(cfnlint.__file__).parent / "data" / "schemas" / "resources"
KEYS = {
    "createOnly": "createOnlyProperties",
    "conditionalCreateOnly": "conditionalCreateOnlyProperties",
    "readOnly": "readOnlyProperties",
    "writeOnly": "writeOnlyProperties",
    "primaryIdentifier": "primaryIdentifier",
}

# What Landfall writes, and what the host of a web application adds. A type of another service has no entry: whether
# CloudFormation would replace it is then unknown.
SERVICES = """
    ACMPCA APS AmazonMQ ApiGateway ApiGatewayV2 AppConfig AppRunner AppSync ApplicationAutoScaling Athena AutoScaling
    AutoScalingPlans Backup Batch Bedrock Budgets CertificateManager Chatbot CloudFormation CloudFront CloudTrail CloudWatch
    CodeBuild CodeCommit CodeConnections CodeDeploy CodePipeline CodeStarConnections CodeStarNotifications Cognito Config
    DAX DMS DocDB DynamoDB EC2 ECR ECS EFS EKS EMR EMRServerless ElastiCache ElasticLoadBalancing ElasticLoadBalancingV2
    Elasticsearch EventSchemas Events FSx GlobalAccelerator Glue Grafana GuardDuty IAM InternetMonitor KMS Kinesis
    KinesisAnalyticsV2 KinesisFirehose LakeFormation Lambda Location Logs MSK MWAA MemoryDB Neptune NeptuneGraph
    NetworkFirewall OpenSearchServerless OpenSearchService Pipes RAM RDS Redshift RedshiftServerless ResourceGroups Route53
    Route53Resolver S3 S3Express S3Tables SES SNS SQS SSM Scheduler SecretsManager ServiceDiscovery Shield Signer
    StepFunctions Synthetics Timestream Transfer VpcLattice WAFv2 XRay
""".split()


def entry(schema: dict[str, Any]) -> dict[str, list[str]]:
    """One type's properties; the order of a primary identifier has a meaning, that of the others has none."""
    found = {}
    for name, key in KEYS.items():
        paths = [pointer.removeprefix("/properties/") for pointer in schema.get(key) or []]
        if paths:
            found[name] = paths if name == "primaryIdentifier" else sorted(set(paths))
    return found


def types() -> dict[str, dict[str, list[str]]]:
    """All types of the chosen services, by name."""
    files = importlib.import_module("cfnlint.data.schemas.providers.us_east_1").types
    return {
        name: entry(json.loads((SCHEMAS / f"{file}.json").read_text()))
        for name, file in sorted(files.items())
        if name.split("::")[0] == "AWS" and name.split("::")[1] in SERVICES
    }


def text(found: dict[str, dict[str, list[str]]]) -> str:
    """The file: a line for each type, so that an update of cfn-lint shows as what it changes."""
    today = datetime.now(timezone.utc).date().isoformat()
    lines = ",\n".join(f"    {json.dumps(name)}: {json.dumps(value)}" for name, value in found.items())
    return f'{{\n  "cfnLint": "{version}",\n  "written": "{today}",\n  "types": {{\n{lines}\n  }}\n}}\n'


if __name__ == "__main__":
    sys.exit(write_or_check(TABLE, "types", types(), text))
