"""Stacks that are stuck: a rollback that goes on, with and without what it stopped at, and a deletion that leaves something."""

import json
from typing import Any

from botocore.exceptions import ClientError

from local_aws import LocalAwsTest, aws, queue


class RepairTest(LocalAwsTest):
    def resources(self, seconds: int) -> dict[str, Any]:
        return {"A": queue(f"{self.stack}-a", VisibilityTimeout=seconds), "B": queue(f"{self.stack}-b", DelaySeconds=seconds)}

    def get_stuck(self) -> None:
        """An update meets a queue that somebody has deleted, and so does its rollback."""
        self.create(self.resources(10))
        sqs = aws("sqs")
        sqs.delete_queue(QueueUrl=sqs.get_queue_url(QueueName=f"{self.stack}-a")["QueueUrl"])
        self.assertEqual(self.update(self.resources(20)), "UPDATE_ROLLBACK_FAILED")

    def status(self) -> str:
        return str(self.description()["StackStatus"])

    def test_a_rollback_stops_again_until_its_cause_is_mended(self) -> None:
        self.get_stuck()
        self.cloudformation.continue_update_rollback(StackName=self.stack)
        self.assertEqual(self.status(), "UPDATE_ROLLBACK_FAILED")
        aws("sqs").create_queue(QueueName=f"{self.stack}-a")
        self.cloudformation.continue_update_rollback(StackName=self.stack)
        self.assertEqual(self.status(), "UPDATE_ROLLBACK_COMPLETE")
        url = aws("sqs").get_queue_url(QueueName=f"{self.stack}-a")["QueueUrl"]
        self.assertEqual(aws("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]["VisibilityTimeout"], "10")

    def test_a_rollback_skips_what_it_stopped_at_and_nothing_else(self) -> None:
        self.get_stuck()
        with self.assertRaisesRegex(ClientError, "not in the UPDATE_FAILED state: .B"):
            self.cloudformation.continue_update_rollback(StackName=self.stack, ResourcesToSkip=["B"])
        self.assertEqual(self.status(), "UPDATE_ROLLBACK_FAILED")
        self.cloudformation.continue_update_rollback(StackName=self.stack, ResourcesToSkip=["A"])
        self.assertEqual(self.status(), "UPDATE_ROLLBACK_COMPLETE")

    def test_a_stack_that_stands_has_no_rollback_to_continue(self) -> None:
        self.create({"A": queue()})
        with self.assertRaisesRegex(ClientError, "CREATE_COMPLETE"):
            self.cloudformation.continue_update_rollback(StackName=self.stack)

    def test_a_deletion_leaves_what_is_named_only_after_it_has_failed(self) -> None:
        policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*"}]}
        trust = {"Statement": [{"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
        role = {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": trust}}
        self.create({"Role": role, "A": queue(f"{self.stack}-a")})
        name, identity = self.physical_ids()["Role"], self.description()["StackId"]
        aws("iam").put_role_policy(RoleName=name, PolicyName="by-hand", PolicyDocument=json.dumps(policy))
        with self.assertRaisesRegex(ClientError, "only when the stack is in the DELETE_FAILED state"):
            self.cloudformation.delete_stack(StackName=self.stack, RetainResources=["Role"])
        self.cloudformation.delete_stack(StackName=self.stack)
        self.assertEqual(self.description(identity)["StackStatus"], "DELETE_FAILED")
        self.cloudformation.delete_stack(StackName=self.stack, RetainResources=["Role"])
        self.assertEqual(self.description(identity)["StackStatus"], "DELETE_COMPLETE")
        self.assertEqual(aws("iam").get_role(RoleName=name)["Role"]["RoleName"], name)
