"""CloudFormation's spelling and types become those of a service's API."""

import unittest
from typing import Any

import local_aws

local_aws.endpoint()
import api


def shaped(service: str, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
    return api.input_of(service, operation, local_aws.REGION, parameters)


class ShapedTest(unittest.TestCase):
    def test_names_take_the_case_of_the_api(self) -> None:
        given = {"ContainerDefinitions": [{"PortMappings": [{"ContainerPort": 80}]}]}
        self.assertEqual(
            shaped("ecs", "register_task_definition", given), {"containerDefinitions": [{"portMappings": [{"containerPort": 80}]}]}
        )

    def test_text_becomes_the_number_or_truth_value_that_the_api_takes(self) -> None:
        given = {"DesiredCount": "2", "EnableExecuteCommand": "true"}
        self.assertEqual(shaped("ecs", "create_service", given), {"desiredCount": 2, "enableExecuteCommand": True})

    def test_a_truth_value_becomes_text_where_the_api_takes_text(self) -> None:
        given = {"QueueName": "q", "Attributes": {"FifoQueue": True, "DelaySeconds": 5}}
        self.assertEqual(shaped("sqs", "create_queue", given)["Attributes"], {"FifoQueue": "true", "DelaySeconds": "5"})

    def test_a_list_of_tags_becomes_a_map_where_the_api_takes_one(self) -> None:
        given = {"QueueName": "q", "Tags": [{"Key": "team", "Value": "shop"}]}
        self.assertEqual(shaped("sqs", "create_queue", given)["tags"], {"team": "shop"})

    def test_a_list_becomes_cloudfront_s_counted_list(self) -> None:
        given = {"DistributionConfig": {"Aliases": ["a.example.com", "b.example.com"]}}
        aliases = shaped("cloudfront", "create_distribution", given)["DistributionConfig"]["Aliases"]
        self.assertEqual(aliases, {"Quantity": 2, "Items": ["a.example.com", "b.example.com"]})

    def test_what_the_api_does_not_have_and_what_is_none_is_left_out(self) -> None:
        self.assertEqual(shaped("logs", "create_log_group", {"LogGroupName": "g", "RetentionInDays": 3, "KmsKeyId": None}), {"logGroupName": "g"})


class TypesTest(unittest.TestCase):
    """A misspelt operation or parameter in the table of types would show only when a template uses it."""

    def test_every_operation_of_every_type_exists_and_takes_its_parameters(self) -> None:
        import resource_types

        for name, kind in resource_types.API_TYPES.items():
            client = api.client(kind.service, local_aws.REGION)
            operations = [kind.create, kind.update, kind.delete, *(operation for _, operation, _ in kind.extras)]
            for operation in filter(None, operations):
                self.assertIn(operation, client.meta.method_to_api_mapping, name)
                shape = client.meta.service_model.operation_model(client.meta.method_to_api_mapping[operation]).input_shape
                members = {member.lower() for member in shape.members}
                if kind.key and operation != kind.create:
                    self.assertIn(kind.key.lower(), members, f"{name}: {operation}")
                for parameter in (extra[2] for extra in kind.extras if extra[1] == operation):
                    self.assertIn(parameter.lower(), members, f"{name}: {operation}")
            for parameter in kind.always:
                delete = client.meta.service_model.operation_model(client.meta.method_to_api_mapping[kind.delete])
                self.assertIn(parameter, delete.input_shape.members, name)
