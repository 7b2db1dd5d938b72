"""Creating stacks: order, names, what cannot be created, and what a template cannot say."""

from botocore.exceptions import ClientError

from local_aws import LocalAwsTest, aws, parameter, queue


class CreateTest(LocalAwsTest):
    def test_resources_follow_their_references(self) -> None:
        status = self.create(
            {
                "Last": parameter(f"/{self.stack}/url", {"Fn::Sub": "${Middle}"}),
                "Middle": queue(f"{self.stack}-b", RedrivePolicy={"deadLetterTargetArn": {"Fn::GetAtt": ["First", "Arn"]}, "maxReceiveCount": 3}),
                "First": queue(f"{self.stack}-a"),
            }
        )
        self.assertEqual(status, "CREATE_COMPLETE")
        finished = [event.split()[0] for event in self.events() if event.endswith("CREATE_COMPLETE")]
        self.assertEqual(finished, ["First", "Middle", "Last"])

    def test_depends_on_orders_what_has_no_reference(self) -> None:
        self.create({"A": {**queue(f"{self.stack}-a"), "DependsOn": ["B"]}, "B": queue(f"{self.stack}-b")})
        self.assertEqual(self.events()[0], "B CREATE_IN_PROGRESS")

    def test_a_resource_without_a_name_gets_one_of_the_stack_and_its_own(self) -> None:
        self.create({"Inbox": queue()})
        self.assertEqual(len(self.queues()), 1)
        self.assertRegex(self.queues()[0], rf"^{self.stack}-Inbox-[A-Z0-9]{{12}}$")

    def test_a_second_stack_of_the_name_is_refused(self) -> None:
        self.create({"A": queue()})
        with self.assertRaisesRegex(ClientError, "already exists"):
            self.create({"A": queue()})

    def test_a_wait_condition_is_no_resource(self) -> None:
        status = self.create({"Wait": {"Type": "AWS::CloudFormation::WaitConditionHandle"}, "A": queue()})
        self.assertEqual((status, set(self.physical_ids())), ("CREATE_COMPLETE", {"A"}))


class FailedCreationTest(LocalAwsTest):
    def test_what_was_created_is_deleted_and_the_reason_told(self) -> None:
        status = self.create({"Good": queue(f"{self.stack}-good"), "Bad": {**queue("not a name!"), "DependsOn": "Good"}})
        self.assertEqual(status, "ROLLBACK_COMPLETE")
        self.assertEqual(self.queues(), [])
        self.assertIn("Bad CREATE_FAILED", self.events())
        self.assertIn("Good DELETE_COMPLETE", self.events())
        self.assertTrue(any("alphanumeric" in reason for reason in self.reasons()), self.reasons())

    def test_a_resource_whose_last_setting_is_refused_is_not_left_behind(self) -> None:
        tags = [{"Key": str(number), "Value": "x"} for number in range(51)]  # SQS allows 50
        self.assertEqual(self.create({"A": queue(f"{self.stack}-a", Tags=tags)}), "ROLLBACK_COMPLETE")
        self.assertEqual(self.queues(), [])

    def test_it_has_no_outputs(self) -> None:
        self.create({"A": queue(), "Bad": queue("not a name!")}, Outputs={"Url": {"Value": {"Ref": "A"}}})
        self.assertEqual(self.outputs(), {})

    def test_an_undefined_reference_fails_the_resource(self) -> None:
        status = self.create({"A": parameter(f"/{self.stack}/a", {"Fn::GetAtt": ["Nobody", "Arn"]})})
        self.assertEqual((status, self.values()), ("ROLLBACK_COMPLETE", {}))


class ChangeSetTest(LocalAwsTest):
    def test_a_change_set_creates_and_updates_like_the_direct_way(self) -> None:
        for kind, name in (("CREATE", "one"), ("UPDATE", "two")):
            body = '{"Resources": {"A": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "%s-%s"}}}}' % (self.stack, name)
            self.cloudformation.create_change_set(StackName=self.stack, ChangeSetName=name, TemplateBody=body, ChangeSetType=kind)
            self.cloudformation.execute_change_set(StackName=self.stack, ChangeSetName=name)
            self.assertEqual(self.description()["StackStatus"], f"{kind}_COMPLETE")
            self.assertEqual(self.queues(), [f"{self.stack}-{name}"])


class RecordedTest(LocalAwsTest):
    def test_a_type_that_nothing_models_has_an_id_and_attributes(self) -> None:
        policy = {"Type": "AWS::CloudFront::ResponseHeadersPolicy", "Properties": {"ResponseHeadersPolicyConfig": {"Name": "x"}}}
        status = self.create({"Policy": policy}, Outputs={"Id": {"Value": {"Fn::GetAtt": ["Policy", "Id"]}}})
        self.assertEqual(status, "CREATE_COMPLETE")
        self.assertEqual(self.outputs(), {"Id": self.physical_ids()["Policy"]})

    def test_the_page_lists_it_and_nothing_that_is_real(self) -> None:
        import stacks

        self.create({"Policy": {"Type": "AWS::CloudFront::ResponseHeadersPolicy", "Properties": {}}, "A": queue()})
        listed = [item for item in stacks.recorded_resources() if item["stack"] == self.stack]
        self.assertEqual([(item["logicalId"], item["type"]) for item in listed], [("Policy", "AWS::CloudFront::ResponseHeadersPolicy")])

    def test_a_bucket_has_the_settings_of_its_template(self) -> None:
        name = f"{self.stack}-bucket"
        self.create(
            {
                "Bucket": {
                    "Type": "AWS::S3::Bucket",
                    "Properties": {
                        "BucketName": name,
                        "VersioningConfiguration": {"Status": "Enabled"},
                        "LifecycleConfiguration": {"Rules": [{"Id": "old", "Status": "Enabled", "ExpirationInDays": 9}]},
                        "Tags": [{"Key": "team", "Value": "shop"}],
                    },
                }
            }
        )
        s3 = aws("s3")
        self.assertEqual(s3.get_bucket_versioning(Bucket=name)["Status"], "Enabled")
        rule = s3.get_bucket_lifecycle_configuration(Bucket=name)["Rules"][0]
        self.assertEqual((rule["ID"], rule["Expiration"]["Days"]), ("old", 9))
        self.assertEqual(s3.get_bucket_tagging(Bucket=name)["TagSet"], [{"Key": "team", "Value": "shop"}])


class FailedCreationTest(LocalAwsTest):
    def test_a_stack_that_could_not_be_created_is_only_deleted(self) -> None:
        self.create({"Bad": queue("not a name!")})
        with self.assertRaisesRegex(Exception, "is in ROLLBACK_COMPLETE state and can not be updated"):
            self.update({"A": queue()})

    def test_what_a_failed_creation_cannot_undo_leaves_rollback_failed(self) -> None:
        table = {
            "Type": "AWS::DynamoDB::Table",
            "Properties": {
                "TableName": self.stack, "BillingMode": "PAY_PER_REQUEST", "DeletionProtectionEnabled": True,
                "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
            },
        }  # fmt: skip
        self.assertEqual(self.create({"Table": table, "Bad": {**queue("not a name!"), "DependsOn": "Table"}}), "ROLLBACK_FAILED")
        self.assertEqual(set(self.physical_ids()), {"Table"})

    def test_a_rollback_of_a_creation_keeps_what_is_retained_but_not_what_is_retained_except_on_create(self) -> None:
        self.create(
            {
                "Kept": {**queue(f"{self.stack}-kept"), "DeletionPolicy": "Retain"},
                "Gone": {**queue(f"{self.stack}-gone"), "DeletionPolicy": "RetainExceptOnCreate"},
                "Bad": {**queue("not a name!"), "DependsOn": ["Kept", "Gone"]},
            }
        )
        self.assertEqual((self.description()["StackStatus"], self.queues()), ("ROLLBACK_COMPLETE", [f"{self.stack}-kept"]))
