"""Stacks in stacks: an update changes them in place, and what a policy retains outlives them."""

import json
from typing import Any

from botocore.exceptions import ClientError

from local_aws import LocalAwsTest, aws, parameter


class NestedStackTest(LocalAwsTest):
    def setUp(self) -> None:
        super().setUp()
        self.s3 = aws("s3")
        self.templates = f"{self.stack}-templates"
        self.data = f"{self.stack}-data"
        self.s3.create_bucket(Bucket=self.templates)

    def addons(self, name: str, bucket: dict[str, Any], **more: Any) -> dict[str, Any]:
        """A resource that is a stack with a bucket in it, as AWS Copilot has its addons."""
        template = {"Resources": {"Data": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": self.data}, **bucket}, **more}}
        self.s3.put_object(Bucket=self.templates, Key=name, Body=json.dumps(template).encode())
        url = f"https://{self.templates}.s3.amazonaws.com/{name}"
        return {"AddonsStack": {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": url}}}

    def content(self) -> bytes:
        """What the bucket's one object has in it."""
        found: bytes = self.s3.get_object(Bucket=self.data, Key="one")["Body"].read()
        return found

    def test_an_update_keeps_the_stack_and_what_is_in_it(self) -> None:
        self.create(self.addons("before", {}))
        inner = self.physical_ids()
        self.s3.put_object(Bucket=self.data, Key="one", Body=b"kept")

        new = parameter(f"/{self.stack}/new", "1")
        self.assertEqual(self.update(self.addons("after", {}, New=new)), "UPDATE_COMPLETE")

        self.assertEqual(self.physical_ids(), inner)
        self.assertEqual(self.description(inner["AddonsStack"])["StackStatus"], "UPDATE_COMPLETE")
        self.assertEqual(self.content(), b"kept")
        self.assertEqual(self.values(), {"new": "1"})

    def test_what_an_update_has_retained_outlives_both_stacks(self) -> None:
        self.create(self.addons("before", {}))
        self.s3.put_object(Bucket=self.data, Key="one", Body=b"kept")
        self.update(self.addons("after", {"DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain"}))

        inner = self.physical_ids()["AddonsStack"]
        self.cloudformation.delete_stack(StackName=self.stack)

        for gone in (self.stack, inner):
            with self.assertRaises(ClientError):
                self.description(gone)
        self.assertEqual(self.content(), b"kept")

    def test_what_nothing_retains_goes_with_them(self) -> None:
        self.create(self.addons("before", {}))
        self.cloudformation.delete_stack(StackName=self.stack)
        with self.assertRaises(ClientError):
            self.s3.head_bucket(Bucket=self.data)

    def test_a_failure_inside_puts_the_outer_stack_back(self) -> None:
        self.create({**self.addons("before", {}), "Outer": parameter(f"/{self.stack}/outer", "1")})
        self.ssm.put_parameter(Name=f"/{self.stack}/taken", Value="x", Type="String")

        taken = parameter(f"/{self.stack}/taken", "1")
        status = self.update({**self.addons("after", {}, Taken=taken), "Outer": parameter(f"/{self.stack}/outer", "2")})

        self.assertEqual(status, "UPDATE_ROLLBACK_COMPLETE")
        self.assertTrue(any("was not successfully updated. Currently in UPDATE_ROLLBACK_COMPLETE" in reason for reason in self.reasons()))
        self.assertEqual(self.values(), {"outer": "1", "taken": "x"})
