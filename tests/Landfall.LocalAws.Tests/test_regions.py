"""What is not there in a region."""

import json
import unittest

from botocore.exceptions import ClientError
from local_aws import endpoint


class RegionTest(unittest.TestCase):
    def setUp(self) -> None:
        endpoint()
        import api

        self.cloudformation = api.client("cloudformation", "cn-north-1")

    def endpoint_of(self, name: str, kind: str = "Interface") -> tuple[str, list[str]]:
        """Creates an endpoint; gives the stack's status and the reasons."""
        stack = f"endpoint-{name.replace('.', '-')}"
        resources = {
            "Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.7.0.0/16"}},
            "Endpoint": {
                "Type": "AWS::EC2::VPCEndpoint",
                "Properties": {
                    "VpcId": {"Ref": "Vpc"},
                    "ServiceName": name,
                    "VpcEndpointType": kind,
                    **({"RouteTableIds": []} if kind == "Gateway" else {}),
                },
            },
        }
        self.cloudformation.create_stack(StackName=stack, TemplateBody=json.dumps({"Resources": resources}))
        events = self.cloudformation.describe_stack_events(StackName=stack)["StackEvents"]
        status = self.cloudformation.describe_stacks(StackName=stack)["Stacks"][0]["StackStatus"]
        return status, [event.get("ResourceStatusReason", "") for event in events]

    def test_endpoint_with_its_true_name_is_created(self) -> None:
        for name, kind in (
            ("cn.com.amazonaws.cn-north-1.ecr.api", "Interface"),
            ("com.amazonaws.cn-north-1.logs", "Interface"),
            ("com.amazonaws.cn-north-1.s3", "Gateway"),
        ):
            with self.subTest(name):
                status, reasons = self.endpoint_of(name, kind)
                self.assertEqual("CREATE_COMPLETE", status, reasons)

    def test_endpoint_with_another_name_is_refused(self) -> None:
        for name, kind in (
            ("com.amazonaws.cn-north-1.ecr.api", "Interface"),
            ("cn.com.amazonaws.cn-north-1.logs", "Interface"),
            ("cn.com.amazonaws.cn-north-1.s3", "Gateway"),
            ("com.amazonaws.cn-north-1.cognito-idp", "Interface"),
            ("com.amazonaws.us-east-1.logs", "Interface"),
        ):
            with self.subTest(name):
                status, reasons = self.endpoint_of(name, kind)
                self.assertEqual("ROLLBACK_COMPLETE", status)
                self.assertTrue(any(f"The Vpc Endpoint Service '{name}' does not exist" in reason for reason in reasons), reasons)

    def test_type_that_the_region_does_not_know_is_refused_at_once(self) -> None:
        body = json.dumps({"Resources": {"Pool": {"Type": "AWS::Cognito::UserPool", "Properties": {}}}})
        with self.assertRaisesRegex(ClientError, r"Unrecognized resource types: \[AWS::Cognito::UserPool\]"):
            self.cloudformation.create_change_set(
                StackName="pool", ChangeSetName="c", ChangeSetType="CREATE", TemplateBody=body
            )
