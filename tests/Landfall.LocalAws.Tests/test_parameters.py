"""Parameters that stand for SSM parameters: read anew, shown with their value, refused where there is none."""

import json
from typing import Any

from botocore.exceptions import ClientError

from local_aws import LocalAwsTest, parameter, queue


class SsmParameterTest(LocalAwsTest):
    def declared(self) -> dict[str, Any]:
        return {"Parameters": {"Vpc": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": f"/{self.stack}/vpc"}}}

    def test_a_description_has_the_name_and_the_value(self) -> None:
        self.ssm.put_parameter(Name=f"/{self.stack}/vpc", Value="vpc-1", Type="String")
        self.create({"A": queue()}, **self.declared())
        self.assertEqual(
            self.description()["Parameters"],
            [{"ParameterKey": "Vpc", "ParameterValue": f"/{self.stack}/vpc", "ResolvedValue": "vpc-1"}],
        )

    def test_a_changed_value_is_a_change_of_an_equal_template(self) -> None:
        resources = {"A": parameter(f"/{self.stack}/out", {"Ref": "Vpc"})}
        self.ssm.put_parameter(Name=f"/{self.stack}/vpc", Value="vpc-1", Type="String")
        self.create(resources, **self.declared())
        with self.assertRaisesRegex(ClientError, "No updates"):
            self.update(resources, **self.declared())
        self.ssm.put_parameter(Name=f"/{self.stack}/vpc", Value="vpc-2", Type="String", Overwrite=True)
        self.update(resources, **self.declared())
        self.assertEqual(self.values()["out"], "vpc-2")

    def test_a_missing_one_is_refused_at_once(self) -> None:
        for kind, operation in (("CREATE", "create_change_set"), ("", "create_stack")):
            more = {"ChangeSetName": "one", "ChangeSetType": kind} if kind else {}
            body = json.dumps({"Resources": {"A": queue()}, **self.declared()})
            with self.subTest(operation=operation), self.assertRaisesRegex(
                ClientError, rf"ValidationError.*Unable to fetch parameters \[/{self.stack}/vpc\] from parameter store for this account"
            ):
                getattr(self.cloudformation, operation)(StackName=self.stack, TemplateBody=body, **more)
            with self.assertRaisesRegex(ClientError, "does not exist"):
                self.description()

    def test_one_that_an_update_misses_leaves_the_stack_alone(self) -> None:
        self.create({"A": queue(f"{self.stack}-a")})
        with self.assertRaisesRegex(ClientError, "Unable to fetch parameters"):
            self.update({"B": queue()}, **self.declared())
        self.assertEqual((self.description()["StackStatus"], self.queues()), ("CREATE_COMPLETE", [f"{self.stack}-a"]))
