"""Deleting stacks: order, what policies retain, what protects, what refuses."""

import json

from botocore.exceptions import ClientError

from local_aws import LocalAwsTest, aws, parameter, queue


class DeleteTest(LocalAwsTest):
    def stack_id(self) -> str:
        return str(self.description()["StackId"])

    def delete(self) -> str:
        """Deletes the stack; gives its status, which only its id finds once it is gone."""
        identity = self.stack_id()
        self.cloudformation.delete_stack(StackName=self.stack)
        return str(self.description(identity)["StackStatus"])

    def test_what_refers_goes_before_what_it_refers_to(self) -> None:
        self.create({"A": queue(f"{self.stack}-a"), "Arn": parameter(f"/{self.stack}/arn", {"Fn::GetAtt": ["A", "Arn"]})})
        identity = self.stack_id()
        self.assertEqual(self.delete(), "DELETE_COMPLETE")
        events = self.cloudformation.describe_stack_events(StackName=identity)["StackEvents"]
        deleted = [item["LogicalResourceId"] for item in reversed(events) if item["ResourceStatus"] == "DELETE_COMPLETE"]
        self.assertEqual(deleted, ["Arn", "A", self.stack])
        self.assertEqual((self.queues(), self.values()), ([], {}))

    def test_a_deleted_stack_is_not_found_by_its_name(self) -> None:
        self.create({"A": queue()})
        self.delete()
        with self.assertRaisesRegex(ClientError, "does not exist"):
            self.description()

    def test_retained_resources_stay_and_others_go(self) -> None:
        self.create({"Kept": {**queue(f"{self.stack}-kept"), "DeletionPolicy": "Retain"}, "Gone": queue(f"{self.stack}-gone")})
        self.assertEqual(self.delete(), "DELETE_COMPLETE")
        self.assertEqual(self.queues(), [f"{self.stack}-kept"])

    def test_a_policy_that_an_update_brings_counts(self) -> None:
        self.create({"A": queue(f"{self.stack}-a")})
        self.update({"A": {**queue(f"{self.stack}-a"), "DeletionPolicy": "RetainExceptOnCreate"}})
        self.delete()
        self.assertEqual(self.queues(), [f"{self.stack}-a"])

    def test_a_retained_resource_that_leaves_the_template_stays(self) -> None:
        self.create({"A": {**queue(f"{self.stack}-a"), "DeletionPolicy": "Retain"}})
        self.update({"B": queue(f"{self.stack}-b")})
        self.assertEqual(self.queues(), [f"{self.stack}-a", f"{self.stack}-b"])
        self.assertEqual(set(self.physical_ids()), {"B"})
        self.assertIn("A DELETE_SKIPPED", self.events())

    def test_a_protected_stack_is_refused_until_the_protection_is_taken_off(self) -> None:
        self.create({"A": queue(f"{self.stack}-a")})
        self.cloudformation.update_termination_protection(StackName=self.stack, EnableTerminationProtection=True)
        with self.assertRaisesRegex(ClientError, "TerminationProtection"):
            self.delete()
        self.assertEqual(self.queues(), [f"{self.stack}-a"])
        self.cloudformation.update_termination_protection(StackName=self.stack, EnableTerminationProtection=False)
        self.assertEqual(self.delete(), "DELETE_COMPLETE")

    def test_a_role_that_somebody_gave_another_policy_fails_until_that_is_gone(self) -> None:
        statement = {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*"}
        policy = {"Version": "2012-10-17", "Statement": [statement]}
        trust = {"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}
        properties = {
            "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [trust]},
            "Policies": [{"PolicyName": "own", "PolicyDocument": policy}],
        }
        self.create({"Role": {"Type": "AWS::IAM::Role", "Properties": properties}})
        role, iam = self.physical_ids()["Role"], aws("iam")
        iam.put_role_policy(RoleName=role, PolicyName="by-hand", PolicyDocument=json.dumps(policy))
        self.assertEqual(self.delete(), "DELETE_FAILED")
        self.assertIn("Cannot delete entity, must delete policies first", str(self.cloudformation.describe_stack_events(StackName=self.stack)))
        iam.delete_role_policy(RoleName=role, PolicyName="by-hand")
        self.assertEqual(self.delete(), "DELETE_COMPLETE")

    def test_a_bucket_with_something_in_it_fails_until_it_is_empty(self) -> None:
        bucket = f"{self.stack}-bucket"
        self.create({"Bucket": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": bucket}}, "A": queue(f"{self.stack}-a")})
        aws("s3").put_object(Bucket=bucket, Key="file", Body=b"x")
        self.assertEqual(self.delete(), "DELETE_FAILED")
        self.assertIn("[Bucket]", self.description()["StackStatusReason"])
        self.assertEqual((set(self.physical_ids()), self.queues()), ({"Bucket"}, []))
        aws("s3").delete_object(Bucket=bucket, Key="file")
        self.assertEqual(self.delete(), "DELETE_COMPLETE")
