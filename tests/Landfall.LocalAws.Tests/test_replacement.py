"""Which changes make a new resource, in which order, and which CloudFormation cannot make."""

import unittest
from typing import Any

import local_aws
from local_aws import LocalAwsTest, aws, parameter, queue

local_aws.endpoint()
import replacement


class TakesReplacementTest(unittest.TestCase):
    def test_the_registry_decides(self) -> None:
        cases: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
            ("AWS::SQS::Queue", {"FifoQueue": True, "QueueName": "a.fifo"}, {"QueueName": "a"}, True),
            ("AWS::SQS::Queue", {"VisibilityTimeout": 30}, {"VisibilityTimeout": 40}, False),
            ("AWS::ElasticLoadBalancingV2::TargetGroup", {"Port": 80}, {"Port": "80"}, False),
            ("AWS::ElasticLoadBalancingV2::TargetGroup", {"Port": 80}, {"Port": 81}, True),
            ("AWS::ElasticLoadBalancingV2::ListenerRule", {"Priority": 1}, {"Priority": 2}, False),
            ("AWS::ECR::Repository", {}, {"EncryptionConfiguration": {"EncryptionType": "KMS"}}, True),
            ("AWS::EC2::VPC", {"CidrBlock": "10.0.0.0/16"}, {"CidrBlock": "10.1.0.0/16"}, True),
            ("AWS::DynamoDB::Table", {"KeySchema": [1]}, {"KeySchema": [2]}, True),
            ("AWS::RDS::DBInstance", {"Engine": "postgres"}, {"Engine": "mysql"}, True),
            ("AWS::RDS::DBInstance", {"MultiAZ": False}, {"MultiAZ": True}, False),
            ("AWS::RDS::DBInstance", {"MasterUsername": "a"}, {"MasterUsername": "b"}, True),
            ("AWS::ECS::TaskDefinition", {"Cpu": "256"}, {"Cpu": "512"}, True),
            ("AWS::ECS::TaskDefinition", {"Tags": [1]}, {"Tags": []}, False),
            ("AWS::ECS::Service", {"LaunchType": "EC2"}, {"LaunchType": "FARGATE"}, True),
            ("AWS::IAM::Role", {"Path": "/"}, {"Path": "/a/"}, True),
            ("Custom::Anything", {"A": 1}, {"A": 2}, False),
        ]
        for kind, before, after, replaces in cases:
            with self.subTest(kind=kind, after=after):
                self.assertEqual(replacement.takes_replacement(kind, before, after), replaces)


class OrderTest(LocalAwsTest):
    def test_the_new_one_is_made_before_the_old_one_goes_after_everything_else(self) -> None:
        self.create({"A": queue(f"{self.stack}-a"), "Z": parameter(f"/{self.stack}/z", "1")})
        seen = len(self.events())
        self.update({"A": queue(f"{self.stack}-b"), "Z": parameter(f"/{self.stack}/z", "2")})
        self.assertEqual(
            self.events(seen),
            ["A UPDATE_IN_PROGRESS", "A UPDATE_COMPLETE", "Z UPDATE_IN_PROGRESS", "Z UPDATE_COMPLETE", "A DELETE_COMPLETE"],
        )
        self.assertEqual(self.queues(), [f"{self.stack}-b"])

    def test_update_replace_policy_keeps_the_old_one(self) -> None:
        self.create({"A": queue(f"{self.stack}-a")})
        self.update({"A": {**queue(f"{self.stack}-b"), "UpdateReplacePolicy": "Retain"}})
        self.assertEqual(self.queues(), [f"{self.stack}-a", f"{self.stack}-b"])
        self.assertIn("A DELETE_SKIPPED", self.events())

    def test_a_rollback_keeps_the_old_one_and_deletes_the_new(self) -> None:
        self.create({"A": queue(f"{self.stack}-a")})
        before = self.physical_ids()
        status = self.update({"A": queue(f"{self.stack}-b"), "Bad": {**queue("not a name!"), "DependsOn": "A"}})
        self.assertEqual((status, self.physical_ids()), ("UPDATE_ROLLBACK_COMPLETE", before))
        self.assertEqual(self.queues(), [f"{self.stack}-a"])

    def test_a_name_that_stays_is_refused(self) -> None:
        def table(key: str) -> dict[str, Any]:
            return {
                "Type": "AWS::DynamoDB::Table",
                "Properties": {
                    "TableName": f"{self.stack}-t",
                    "BillingMode": "PAY_PER_REQUEST",
                    "AttributeDefinitions": [{"AttributeName": key, "AttributeType": "S"}],
                    "KeySchema": [{"AttributeName": key, "KeyType": "HASH"}],
                },
            }

        self.create({"T": table("id")})
        aws("dynamodb").put_item(TableName=f"{self.stack}-t", Item={"id": {"S": "1"}})
        self.assertEqual(self.update({"T": table("other")}), "UPDATE_ROLLBACK_COMPLETE")
        self.assertIn(
            "CloudFormation cannot update a stack when a custom-named resource requires replacing. "
            f"Rename {self.stack}-t and update the stack again.",
            self.reasons(),
        )
        self.assertEqual(aws("dynamodb").scan(TableName=f"{self.stack}-t")["Count"], 1)

    def test_an_unnamed_queue_made_fifo_is_another_queue(self) -> None:
        self.create({"A": queue()})
        before = self.physical_ids()["A"]
        self.assertEqual(self.update({"A": queue(FifoQueue=True)}), "UPDATE_COMPLETE")
        self.assertNotEqual(self.physical_ids()["A"], before)
        self.assertTrue(self.queues()[0].endswith(".fifo"), self.queues())
