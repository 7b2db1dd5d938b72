"""What CloudFormation takes of a template."""

import json
from typing import Any

from local_aws import LocalAwsTest, aws, parameter


class TemplateLimitsTest(LocalAwsTest):
    def refused(self, text: str, template: dict[str, Any], given: dict[str, str] | None = None) -> None:
        """A template of a bucket, which goes into neither a stack nor a change set."""
        values = [{"ParameterKey": key, "ParameterValue": value} for key, value in (given or {}).items()]
        url = self.upload(json.dumps({"Resources": {"P": parameter(f"/{self.stack}/p", "v")}, **template}))
        error = self.cloudformation.exceptions.ClientError
        with self.assertRaisesRegex(error, text):
            self.cloudformation.create_stack(StackName=self.stack, TemplateURL=url, Parameters=values)
        with self.assertRaisesRegex(error, text):
            self.cloudformation.create_change_set(
                StackName=self.stack, ChangeSetName="first", ChangeSetType="CREATE", TemplateURL=url, Parameters=values
            )
        with self.assertRaises(error):
            self.description()

    def upload(self, body: str) -> str:
        s3 = aws("s3")
        s3.create_bucket(Bucket=self.stack)
        s3.put_object(Bucket=self.stack, Key="template.json", Body=body.encode())
        return f"https://{self.stack}.s3.amazonaws.com/template.json"

    def test_a_body_in_the_request_has_fifty_kilobytes(self) -> None:
        def body(size: int) -> str:
            template = json.dumps({"Resources": {"P": parameter(f"/{self.stack}/p", "v")}})
            return template + " " * (size - len(template))

        error = self.cloudformation.exceptions.ClientError
        with self.assertRaisesRegex(error, "Member must have length less than or equal to 51200"):
            self.cloudformation.create_stack(StackName=self.stack, TemplateBody=body(51201))
        self.cloudformation.create_stack(StackName=self.stack, TemplateBody=body(51200))
        with self.assertRaisesRegex(error, "Member must have length less than or equal to 51200"):
            self.cloudformation.update_stack(StackName=self.stack, TemplateBody=body(51201))
        with self.assertRaisesRegex(error, "Member must have length less than or equal to 51200"):
            self.cloudformation.create_change_set(StackName=self.stack, ChangeSetName="more", TemplateBody=body(51201))

    def test_a_body_in_a_bucket_has_a_megabyte(self) -> None:
        self.refused("Template may not exceed 1000000 bytes in size", {"Metadata": {"x": "y" * 1_000_000}})

    def test_there_are_so_many_resources(self) -> None:
        resources = {f"P{number}": parameter(f"/{self.stack}/{number}", "v") for number in range(501)}
        self.refused("Number of resources, 501, is greater than maximum allowed, 500", {"Resources": resources})

    def test_there_are_so_many_outputs(self) -> None:
        self.refused("Number of outputs, 201, ", {"Outputs": {f"O{number}": {"Value": "v"} for number in range(201)}})

    def test_there_are_so_many_parameters(self) -> None:
        declared = {f"P{number}": {"Type": "String", "Default": "v"} for number in range(201)}
        self.refused("Number of parameters, 201, ", {"Parameters": declared})

    def test_there_are_so_many_mappings(self) -> None:
        self.refused("Number of mappings, 201, ", {"Mappings": {f"M{number}": {"a": {"b": "c"}} for number in range(201)}})

    def test_there_are_so_many_attributes_of_a_mapping(self) -> None:
        self.refused("Number of attributes of mapping M, 201, ", {"Mappings": {"M": {f"a{number}": {"b": "c"} for number in range(201)}}})

    def test_a_name_is_so_long(self) -> None:
        self.refused("longer than 255 characters", {"Parameters": {"P" * 256: {"Type": "String", "Default": "v"}}})

    def test_a_default_is_so_long(self) -> None:
        self.refused("the value of parameter P is longer than 4096 bytes", {"Parameters": {"P": {"Type": "String", "Default": "v" * 4097}}})

    def test_a_given_value_is_so_long(self) -> None:
        self.refused("the value of parameter P is longer", {"Parameters": {"P": {"Type": "String"}}}, {"P": "v" * 4097})

    def test_a_description_is_so_long(self) -> None:
        self.refused("'Description' length is greater than 1024", {"Description": "d" * 1025})

    def test_an_update_is_held_against_them_too(self) -> None:
        resources = {"P": parameter(f"/{self.stack}/p", "v")}
        self.create(resources)
        with self.assertRaisesRegex(self.cloudformation.exceptions.ClientError, "Number of outputs, 201, "):
            self.update(resources, Outputs={f"O{number}": {"Value": "v"} for number in range(201)})
        self.assertEqual(self.description()["StackStatus"], "CREATE_COMPLETE")
