"""Change sets that import: a stack takes over what is there, as it is, and is refused what CloudFormation refuses."""

import json
from typing import Any

from botocore.exceptions import ClientError

from local_aws import LocalAwsTest, aws, parameter


class ImportTest(LocalAwsTest):
    def setUp(self) -> None:
        super().setUp()
        self.s3, self.dynamodb = aws("s3"), aws("dynamodb")

    def table(self, **more: Any) -> dict[str, Any]:
        """A table as a template has it."""
        keys = {"AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}
        properties = {"TableName": self.stack, "BillingMode": "PAY_PER_REQUEST", **keys}
        return {"Type": "AWS::DynamoDB::Table", "DeletionPolicy": "Retain", "Properties": properties, **more}

    def make_table(self) -> None:
        """Makes the table by hand, with an item in it."""
        self.dynamodb.create_table(**self.table()["Properties"])
        self.dynamodb.put_item(TableName=self.stack, Item={"id": {"S": "1"}})

    def items(self) -> list[Any]:
        """What the table has in it."""
        found: list[Any] = self.dynamodb.scan(TableName=self.stack)["Items"]
        return found

    def bring_in(self, resources: dict[str, Any], name: str = "Table", kind: str = "AWS::DynamoDB::Table", **more: Any) -> dict[str, Any]:
        """Makes a change set that imports; gives its description."""
        identifier = more.pop("identifier", {"TableName": self.stack})
        wanted = [{"ResourceType": kind, "LogicalResourceId": name, "ResourceIdentifier": identifier}]
        body = json.dumps({"Resources": resources, **more})
        self.cloudformation.create_change_set(
            StackName=self.stack, ChangeSetName="import", ChangeSetType="IMPORT", TemplateBody=body, ResourcesToImport=wanted
        )
        described: dict[str, Any] = self.cloudformation.describe_change_set(StackName=self.stack, ChangeSetName="import")
        return described

    def execute(self) -> None:
        """Executes the change set."""
        self.cloudformation.execute_change_set(StackName=self.stack, ChangeSetName="import")

    def test_a_new_stack_takes_over_what_is_there_with_its_data(self) -> None:
        self.make_table()
        described = self.bring_in({"Table": self.table()})
        change = described["Changes"][0]["ResourceChange"]
        self.assertEqual((change["Action"], change["PhysicalResourceId"], described["Status"]), ("Import", self.stack, "CREATE_COMPLETE"))
        self.assertEqual(self.description()["StackStatus"], "REVIEW_IN_PROGRESS")

        self.execute()

        self.assertEqual(self.description()["StackStatus"], "IMPORT_COMPLETE")
        self.assertEqual((self.physical_ids(), len(self.items())), ({"Table": self.stack}, 1))

    def test_a_stack_that_stands_takes_over_and_goes_on(self) -> None:
        self.make_table()
        mine = parameter(f"/{self.stack}/mine", "1")
        self.create({"Mine": mine})
        self.bring_in({"Mine": mine, "Table": self.table()})
        self.execute()

        arn = parameter(f"/{self.stack}/arn", {"Fn::GetAtt": ["Table", "Arn"]})
        changed = self.table()
        changed["Properties"]["PointInTimeRecoverySpecification"] = {"PointInTimeRecoveryEnabled": True}
        self.assertEqual(self.update({"Mine": mine, "Table": changed, "Arn": arn}), "UPDATE_COMPLETE")

        self.assertEqual(len(self.items()), 1)
        self.assertIn(f"table/{self.stack}", self.values()["arn"])
        backups = self.dynamodb.describe_continuous_backups(TableName=self.stack)["ContinuousBackupsDescription"]
        self.assertEqual(backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"], "ENABLED")

    def test_what_was_taken_over_outlives_its_stack(self) -> None:
        self.make_table()
        self.bring_in({"Table": self.table()})
        self.execute()
        self.cloudformation.delete_stack(StackName=self.stack)
        self.assertEqual(len(self.items()), 1)

    def test_an_import_changes_nothing_of_the_resource(self) -> None:
        self.s3.create_bucket(Bucket=self.stack)
        bucket = {
            "Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain",
            "Properties": {"BucketName": self.stack, "VersioningConfiguration": {"Status": "Enabled"}},
        }  # fmt: skip
        self.bring_in({"Bucket": bucket}, "Bucket", "AWS::S3::Bucket", identifier={"BucketName": self.stack})
        self.execute()
        self.assertNotIn("Status", self.s3.get_bucket_versioning(Bucket=self.stack))

    def test_a_queue_is_taken_over_by_its_url(self) -> None:
        url = aws("sqs").create_queue(QueueName=self.stack)["QueueUrl"]
        queue = {"Type": "AWS::SQS::Queue", "DeletionPolicy": "Delete", "Properties": {"QueueName": self.stack}}
        self.bring_in({"Queue": queue}, "Queue", "AWS::SQS::Queue", identifier={"QueueUrl": url})
        self.execute()
        self.assertEqual(self.physical_ids(), {"Queue": url})

    def test_what_is_not_there_fails_the_change_set(self) -> None:
        described = self.bring_in({"Table": self.table()})
        self.assertEqual((described["Status"], described["ExecutionStatus"]), ("FAILED", "UNAVAILABLE"))
        self.assertIn(f"'{self.stack}' was not found", described["StatusReason"])

    def test_what_another_stack_has_fails_the_change_set(self) -> None:
        self.create({"Table": self.table()}, stack=f"{self.stack}-owner")
        described = self.bring_in({"Table": self.table()})
        self.assertEqual(described["Status"], "FAILED")
        self.assertIn(f"{self.stack}-owner", described["StatusReason"])

    def refused(self, words: str, resources: dict[str, Any], **more: Any) -> None:
        """Expects the creation of the change set to be refused."""
        with self.assertRaisesRegex(ClientError, words):
            self.bring_in(resources, **more)

    def test_nothing_else_may_change(self) -> None:
        self.make_table()
        mine = parameter(f"/{self.stack}/mine", "1")
        self.create({"Mine": mine})
        self.refused(r"modified resources \[More\]", {"Mine": mine, "Table": self.table(), "More": parameter(f"/{self.stack}/more", "1")})
        self.refused(r"modified resources \[Mine\]", {"Mine": parameter(f"/{self.stack}/mine", "2"), "Table": self.table()})
        self.refused(r"modified resources \[Mine\]", {"Table": self.table()})
        self.refused(r"cannot modify or add \[Outputs\]", {"Mine": mine, "Table": self.table()}, Outputs={"Out": {"Value": "1"}})

    def test_a_policy_and_the_right_identifier_are_needed(self) -> None:
        self.make_table()
        without = self.table()
        del without["DeletionPolicy"]
        self.refused("DeletionPolicy", {"Table": without})
        self.refused("TableName", {"Table": self.table()}, identifier={"TableName": "other"})
        self.refused("is missing", {"Table": self.table()}, identifier={"Arn": "x"})

    def test_types_that_cannot_be_imported_are_refused(self) -> None:
        policy = {"Type": "AWS::S3::BucketPolicy", "DeletionPolicy": "Retain", "Properties": {"Bucket": "b", "PolicyDocument": {}}}
        self.refused("not supported for Import", {"Policy": policy}, name="Policy", kind="AWS::S3::BucketPolicy", identifier={"Bucket": "b"})

    def test_the_stack_of_a_resource_is_found_by_its_id(self) -> None:
        self.create({"Table": self.table()})
        found = self.cloudformation.describe_stack_resources(PhysicalResourceId=self.stack)["StackResources"]
        self.assertEqual([(item["StackName"], item["LogicalResourceId"]) for item in found], [(self.stack, "Table")])
        with self.assertRaisesRegex(ClientError, "does not exist"):
            self.cloudformation.describe_stack_resources(PhysicalResourceId=f"{self.stack}-none")

    def test_cloud_control_reads_what_is_there(self) -> None:
        self.make_table()
        client = aws("cloudcontrol")
        found = json.loads(client.get_resource(TypeName="AWS::DynamoDB::Table", Identifier=self.stack)["ResourceDescription"]["Properties"])
        self.assertEqual((found["BillingMode"], found["KeySchema"]), ("PAY_PER_REQUEST", self.table()["Properties"]["KeySchema"]))
        with self.assertRaises(client.exceptions.ResourceNotFoundException):
            client.get_resource(TypeName="AWS::DynamoDB::Table", Identifier=f"{self.stack}-none")
        with self.assertRaises(client.exceptions.UnsupportedActionException):
            client.get_resource(TypeName="AWS::RDS::DBCluster", Identifier="x")
