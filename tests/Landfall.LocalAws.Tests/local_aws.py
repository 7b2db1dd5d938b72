"""A running local AWS for tests: the real server, in this process, on a free port of the loopback interface."""

import functools
import itertools
import json
import threading
import unittest
from typing import Any

import landfall_local_aws

REGION = "us-east-1"
_numbers = itertools.count(1)


@functools.cache
def endpoint() -> str:
    """Starts the server once for all tests; it ends with the process."""
    server, address = landfall_local_aws.create_server(0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return address


def aws(service: str) -> Any:
    """A client of a service."""
    endpoint()
    import api  # after the set-up: moto reads its settings when it is imported

    return api.client(service, REGION)


def queue(name: str = "", **more: Any) -> dict[str, Any]:
    """A queue as a template has it; its name decides whether a change replaces it."""
    properties = {**({"QueueName": name} if name else {}), **more}
    return {"Type": "AWS::SQS::Queue", "Properties": properties}


def parameter(name: str, value: Any) -> dict[str, Any]:
    """An SSM parameter as a template has it."""
    return {"Type": "AWS::SSM::Parameter", "Properties": {"Name": name, "Type": "String", "Value": value}}


class LocalAwsTest(unittest.TestCase):
    """What the tests of stacks have in common. Each test has stacks and names of its own, so their order is free."""

    def setUp(self) -> None:
        self.stack = f"test-{next(_numbers)}"
        self.cloudformation = aws("cloudformation")
        self.ssm = aws("ssm")

    def create(self, resources: dict[str, Any], *, stack: str = "", **sections: Any) -> str:
        """Creates a stack; gives its status."""
        return self._run("create_stack", resources, stack, sections)

    def update(self, resources: dict[str, Any], *, stack: str = "", **sections: Any) -> str:
        """Updates a stack; gives its status."""
        return self._run("update_stack", resources, stack, sections)

    def _run(self, operation: str, resources: dict[str, Any], stack: str, sections: dict[str, Any]) -> str:
        name = stack or self.stack
        given = [{"ParameterKey": key, "ParameterValue": value} for key, value in sections.pop("given", {}).items()]
        body = json.dumps({"Resources": resources, **sections})
        getattr(self.cloudformation, operation)(StackName=name, TemplateBody=body, Parameters=given)
        return self.description(name)["StackStatus"]

    def service(self, image: str, hook: dict[str, Any]) -> dict[str, Any]:
        """A service whose rollouts come to a hook, with its cluster and task definition."""
        return {
            "Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": self.stack}},
            "Task": {
                "Type": "AWS::ECS::TaskDefinition",
                "Properties": {"Family": self.stack, "ContainerDefinitions": [{"Name": "main", "Image": image, "Memory": "256"}]},
            },
            "Service": {
                "Type": "AWS::ECS::Service",
                "Properties": {
                    "Cluster": {"Ref": "Cluster"}, "ServiceName": "api", "TaskDefinition": {"Ref": "Task"},
                    "DeploymentConfiguration": {"Strategy": "BLUE_GREEN", "LifecycleHooks": [hook]},
                },
            },
        }  # fmt: skip

    def description(self, stack: str = "") -> dict[str, Any]:
        """What CloudFormation says of a stack."""
        described: dict[str, Any] = self.cloudformation.describe_stacks(StackName=stack or self.stack)["Stacks"][0]
        return described

    def outputs(self) -> dict[str, str]:
        """The stack's outputs by name."""
        return {item["OutputKey"]: item["OutputValue"] for item in self.description().get("Outputs", [])}

    def events(self, since: int = 0) -> list[str]:
        """What happened to the stack's resources, oldest first, as 'Name STATUS'; without the first ones where told."""
        events = reversed(self.cloudformation.describe_stack_events(StackName=self.stack)["StackEvents"])
        return [
            f"{item['LogicalResourceId']} {item['ResourceStatus']}" for item in events if item["LogicalResourceId"] != self.stack
        ][since:]

    def reasons(self) -> list[str]:
        """The reasons among the stack's events."""
        events = self.cloudformation.describe_stack_events(StackName=self.stack)["StackEvents"]
        return [item["ResourceStatusReason"] for item in events if item.get("ResourceStatusReason")]

    def physical_ids(self) -> dict[str, str]:
        """The physical ids of the stack's resources by logical id."""
        listed = self.cloudformation.list_stack_resources(StackName=self.stack)["StackResourceSummaries"]
        return {item["LogicalResourceId"]: item["PhysicalResourceId"] for item in listed}

    def queues(self) -> list[str]:
        """The names of the queues that begin with the stack's name."""
        urls = aws("sqs").list_queues(QueueNamePrefix=self.stack + "-").get("QueueUrls", [])
        return sorted(url.rsplit("/", 1)[-1] for url in urls)

    def values(self) -> dict[str, str]:
        """The SSM parameters below the stack's name, by the last part of theirs."""
        found = self.ssm.get_parameters_by_path(Path=f"/{self.stack}")["Parameters"]
        return {item["Name"].rsplit("/", 1)[-1]: item["Value"] for item in found}
