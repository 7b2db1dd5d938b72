"""What AWS takes of names, numbers and sizes."""

import unittest
from typing import Any

import limits
from local_aws import LocalAwsTest


def statement(count: int) -> dict[str, Any]:
    """A policy on so many tables."""
    arns = [f"arn:aws:dynamodb:us-east-1:123456789012:table/{number:020}" for number in range(count)]
    return {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": arns}]}


def role(count: int) -> dict[str, Any]:
    trust = {"Statement": [{"Effect": "Allow", "Principal": {"Service": "ecs.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
    policies = [{"PolicyName": "p", "PolicyDocument": statement(count)}]
    return {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": trust, "Policies": policies}}


class BreachesTest(unittest.TestCase):
    def test_breaches_values_on_both_sides(self) -> None:
        cases: list[tuple[str, dict[str, Any], bool]] = [
            ("AWS::SQS::Queue", {"QueueName": "a" * 80}, True),
            ("AWS::SQS::Queue", {"QueueName": "a" * 81}, False),
            ("AWS::SQS::Queue", {"QueueName": "a b"}, False),
            ("AWS::SQS::Queue", {"VisibilityTimeout": 43200}, True),
            ("AWS::SQS::Queue", {"VisibilityTimeout": 43201}, False),
            ("AWS::SQS::Queue", {"MessageRetentionPeriod": 59}, False),
            ("AWS::S3::Bucket", {"BucketName": "sthree-shop"}, False),
            ("AWS::S3::Bucket", {"BucketName": "sh"}, False),
            ("AWS::SSM::Parameter", {"Name": "/aws-shop/dev/x"}, False),
            ("AWS::SSM::Parameter", {"Name": "/shop/dev/x", "Value": "v" * 4097}, False),
            ("AWS::Logs::LogGroup", {"RetentionInDays": 31}, False),
            ("AWS::ECS::TaskDefinition", {"ContainerDefinitions": [{"Name": f"c{i}"} for i in range(11)]}, False),
            ("AWS::Cognito::UserPoolDomain", {"Domain": "my-aws-shop"}, False),
            ("AWS::IAM::Role", role(120)["Properties"], True),
            ("AWS::IAM::Role", role(170)["Properties"], False),
            ("AWS::DynamoDB::Table", {"AttributeDefinitions": [{"AttributeName": "k" * 256}]}, False),
            ("AWS::Unknown::Type", {"Name": "x"}, True),
        ]
        for kind, properties, taken in cases:
            with self.subTest(kind=kind, properties=str(properties)[:80]):
                self.assertEqual(taken, not list(limits.breaches(kind, properties)))


class StackTest(LocalAwsTest):
    def test_a_role_with_too_large_a_policy_is_refused(self) -> None:
        self.assertEqual(self.create({"Role": role(170)}), "ROLLBACK_COMPLETE")
        self.assertTrue(any("a role's inline policies" in reason for reason in self.reasons()), self.reasons())
