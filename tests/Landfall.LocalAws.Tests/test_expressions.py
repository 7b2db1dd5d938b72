"""Conditions, intrinsic functions, parameters, outputs and exports."""

from typing import Any

from botocore.exceptions import ClientError

from local_aws import REGION, LocalAwsTest, parameter, queue

ACCOUNT = "123456789012"


class ExpressionTest(LocalAwsTest):
    def value_of(self, expression: Any, **sections: Any) -> str:
        """What an expression in a resource's property becomes."""
        resources = {"Value": parameter(f"/{self.stack}/value", expression), "A": queue(f"{self.stack}-a")}
        self.assertEqual(self.create(resources, **sections), "CREATE_COMPLETE", "see the reasons below")
        return self.values()["value"]

    def test_ref_gives_the_physical_id(self) -> None:
        self.assertEqual(self.value_of({"Ref": "A"}), f"https://sqs.{REGION}.amazonaws.com/{ACCOUNT}/{self.stack}-a")

    def test_get_att_gives_an_attribute(self) -> None:
        self.assertEqual(self.value_of({"Fn::GetAtt": ["A", "Arn"]}), f"arn:aws:sqs:{REGION}:{ACCOUNT}:{self.stack}-a")

    def test_join_select_split_and_pseudo_parameters(self) -> None:
        parts = {"Fn::Split": ["/", {"Ref": "A"}]}
        expression = {"Fn::Join": [":", [{"Ref": "AWS::Region"}, {"Ref": "AWS::AccountId"}, {"Fn::Select": [4, parts]}]]}
        self.assertEqual(self.value_of(expression), f"{REGION}:{ACCOUNT}:{self.stack}-a")

    def test_sub_with_attributes_and_names_of_its_own(self) -> None:
        expression = {"Fn::Sub": ["${A.QueueName}/${Suffix}/${AWS::StackName}", {"Suffix": "x"}]}
        self.assertEqual(self.value_of(expression), f"{self.stack}-a/x/{self.stack}")

    def test_find_in_map(self) -> None:
        mappings = {"Sizes": {"dev": {"memory": "512"}}}
        self.assertEqual(self.value_of({"Fn::FindInMap": ["Sizes", "dev", "memory"]}, Mappings=mappings), "512")

    def test_if_follows_its_condition_and_no_value_leaves_out(self) -> None:
        sections = {
            "Parameters": {"Stage": {"Type": "String"}},
            "Conditions": {"Live": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}, "Test": {"Fn::Not": [{"Condition": "Live"}]}},
        }
        resources = {
            "Value": parameter(f"/{self.stack}/value", {"Fn::If": ["Live", "live", "test"]}),
            "Live": {**queue(f"{self.stack}-live"), "Condition": "Live"},
            "Test": {**queue(f"{self.stack}-test", DelaySeconds={"Fn::If": ["Live", 9, {"Ref": "AWS::NoValue"}]}), "Condition": "Test"},
        }
        self.create(resources, given={"Stage": "dev"}, **sections)
        self.assertEqual((self.values(), self.queues()), ({"value": "test"}, [f"{self.stack}-test"]))
        self.update(resources, given={"Stage": "prod"}, **sections)
        self.assertEqual((self.values(), self.queues()), ({"value": "live"}, [f"{self.stack}-live"]))

    def test_an_output_whose_condition_is_false_is_left_out(self) -> None:
        self.create(
            {"A": queue()},
            Conditions={"Never": {"Fn::Equals": ["a", "b"]}},
            Outputs={"No": {"Condition": "Never", "Value": "x"}, "Yes": {"Value": {"Fn::Sub": "${AWS::StackName}!"}}},
        )
        self.assertEqual(self.outputs(), {"Yes": f"{self.stack}!"})


class ParameterTest(LocalAwsTest):
    def test_an_ssm_parameter_is_read_again_at_every_update(self) -> None:
        self.ssm.put_parameter(Name=f"/shared/{self.stack}", Value="one", Type="String")
        slots = {"Shared": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": f"/shared/{self.stack}"}}
        resources = {"Value": parameter(f"/{self.stack}/value", {"Ref": "Shared"})}
        self.create(resources, Parameters=slots)
        self.assertEqual(self.values(), {"value": "one"})
        self.ssm.put_parameter(Name=f"/shared/{self.stack}", Value="two", Type="String", Overwrite=True)
        self.update(resources, Parameters=slots)
        self.assertEqual(self.values(), {"value": "two"})

    def test_a_kept_parameter_that_was_never_given_keeps_its_default(self) -> None:
        body = """
            Parameters: { Size: { Type: String, Default: small } }
            Resources:
              Value: { Type: "AWS::SSM::Parameter", Properties: { Name: "/%s/value", Type: String, Value: !Ref Size } }
        """ % self.stack
        self.cloudformation.create_stack(StackName=self.stack, TemplateBody=body.replace("!Ref Size", '"-"'))
        self.assertEqual(self.values(), {"value": "-"})
        self.cloudformation.update_stack(
            StackName=self.stack, TemplateBody=body, Parameters=[{"ParameterKey": "Size", "UsePreviousValue": True}]
        )
        self.assertEqual(self.values(), {"value": "small"})


class ExportTest(LocalAwsTest):
    def setUp(self) -> None:
        super().setUp()
        self.exported = {"Outputs": {"Arn": {"Value": {"Fn::GetAtt": ["A", "Arn"]}, "Export": {"Name": f"{self.stack}-arn"}}}}
        self.create({"A": queue(f"{self.stack}-a")}, **self.exported)

    def create_reader(self) -> None:
        value = parameter(f"/{self.stack}/read", {"Fn::ImportValue": f"{self.stack}-arn"})
        self.create({"Read": value}, stack=f"{self.stack}-reader")

    def test_another_stack_reads_it(self) -> None:
        self.create_reader()
        self.assertTrue(self.values()["read"].endswith(f"{self.stack}-a"), self.values())

    def test_one_in_use_can_be_neither_changed_nor_removed(self) -> None:
        self.create_reader()
        self.assertEqual(self.update({"A": queue(f"{self.stack}-b")}, **self.exported), "UPDATE_ROLLBACK_COMPLETE")
        self.assertEqual(self.queues(), [f"{self.stack}-a"])
        self.assertTrue(any(f"in use by {self.stack}-reader" in reason for reason in self.reasons()), self.reasons())
        with self.assertRaisesRegex(ClientError, "in use"):
            self.cloudformation.delete_stack(StackName=self.stack)

    def test_one_that_nobody_reads_can_go(self) -> None:
        self.assertEqual(self.update({"A": queue(f"{self.stack}-a")}), "UPDATE_COMPLETE")
        exports = self.cloudformation.list_exports()["Exports"]
        self.assertNotIn(f"{self.stack}-arn", [item["Name"] for item in exports])

    def test_two_stacks_cannot_export_one_name(self) -> None:
        other = f"{self.stack}-other"
        self.assertEqual(self.create({"A": queue()}, stack=other, **self.exported), "ROLLBACK_COMPLETE")
