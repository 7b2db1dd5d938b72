"""Updating stacks: in place, by replacement, back after a failure; and random changes against what should be there."""

import random
from typing import Any

from botocore.exceptions import ClientError

from local_aws import LocalAwsTest, aws, parameter, queue


class UpdateTest(LocalAwsTest):
    def arn(self, logical_id: str) -> dict[str, Any]:
        return parameter(f"/{self.stack}/arn", {"Fn::GetAtt": [logical_id, "Arn"]})

    def test_a_changed_setting_reaches_the_resource_in_place(self) -> None:
        self.create({"A": queue(f"{self.stack}-a", VisibilityTimeout=30, MessageRetentionPeriod=60)})
        before = self.physical_ids()
        status = self.update({"A": queue(f"{self.stack}-a", VisibilityTimeout=40, MessageRetentionPeriod=120)})
        self.assertEqual((status, self.physical_ids()), ("UPDATE_COMPLETE", before))
        settings = aws("sqs").get_queue_attributes(QueueUrl=before["A"], AttributeNames=["All"])["Attributes"]
        self.assertEqual((settings["VisibilityTimeout"], settings["MessageRetentionPeriod"]), ("40", "120"))

    def test_a_new_name_replaces_and_reaches_who_refers_to_it(self) -> None:
        self.create({"A": queue(f"{self.stack}-old"), "Arn": self.arn("A")})
        self.update({"A": queue(f"{self.stack}-new"), "Arn": self.arn("A")})
        self.assertEqual(self.queues(), [f"{self.stack}-new"])
        self.assertTrue(self.values()["arn"].endswith(f":{self.stack}-new"), self.values())

    def test_a_new_name_replaces_what_moto_itself_models(self) -> None:
        self.create({"A": parameter(f"/{self.stack}/old", "x")})
        self.update({"A": parameter(f"/{self.stack}/new", "x")})
        self.assertEqual(self.values(), {"new": "x"})
        self.assertEqual(self.physical_ids(), {"A": f"/{self.stack}/new"})

    def test_another_type_is_refused_and_nothing_happens(self) -> None:
        self.create({"A": queue(f"{self.stack}-a")})
        with self.assertRaisesRegex(ClientError, r"Update of resource type is not permitted.*\[A\]"):
            self.update({"A": parameter(f"/{self.stack}/a", "x")})
        self.assertEqual((self.queues(), self.values(), self.description()["StackStatus"]), ([f"{self.stack}-a"], {}, "CREATE_COMPLETE"))

    def test_an_equal_template_is_no_update(self) -> None:
        resources = {"A": queue(f"{self.stack}-a"), "Arn": self.arn("A")}
        self.create(resources)
        seen = len(self.events())
        with self.assertRaisesRegex(ClientError, "No updates are to be performed"):
            self.update(resources)
        self.assertEqual(self.events(seen), [])

    def test_a_template_that_differs_outside_its_resources_touches_none(self) -> None:
        resources = {"A": queue(f"{self.stack}-a"), "Arn": self.arn("A")}
        self.create(resources)
        seen = len(self.events())
        self.assertEqual(self.update(resources, Description="other"), "UPDATE_COMPLETE")
        self.assertEqual(self.events(seen), [])

    def test_a_value_of_parameter_store_is_read_anew_and_a_rollback_keeps_the_old_one(self) -> None:
        name = f"/{self.stack}-outside/image"
        self.ssm.put_parameter(Name=name, Value="one", Type="String")
        parameters = {"P": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": name}}
        resources = {"A": parameter(f"/{self.stack}/seen", {"Ref": "P"})}
        self.create(resources, Parameters=parameters)
        self.ssm.put_parameter(Name=name, Value="two", Type="String", Overwrite=True)
        again = [{"ParameterKey": "P", "UsePreviousValue": True}]
        self.cloudformation.update_stack(StackName=self.stack, UsePreviousTemplate=True, Parameters=again)
        self.assertEqual(self.values(), {"seen": "two"})
        with self.assertRaisesRegex(ClientError, "No updates are to be performed"):
            self.cloudformation.update_stack(StackName=self.stack, UsePreviousTemplate=True, Parameters=again)
        self.ssm.put_parameter(Name=name, Value="three", Type="String", Overwrite=True)
        bad = {"Type": "AWS::SQS::Queue", "DependsOn": "A", "Properties": {"VisibilityTimeout": -1}}
        self.assertEqual(self.update({**resources, "Bad": bad}, Parameters=parameters), "UPDATE_ROLLBACK_COMPLETE")
        self.assertEqual(self.values(), {"seen": "two"})
        self.assertEqual(self.description()["Parameters"][0]["ResolvedValue"], "two")

    def test_what_a_template_no_longer_has_goes_last(self) -> None:
        self.create({"A": queue(f"{self.stack}-a")})
        seen = len(self.events())
        self.update({"B": queue(f"{self.stack}-b")})
        self.assertEqual(self.events(seen), ["B CREATE_IN_PROGRESS", "B CREATE_COMPLETE", "A DELETE_COMPLETE"])

    def test_a_replaced_task_definition_reaches_its_service(self) -> None:
        def resources(memory: str) -> dict[str, Any]:
            container = {"Name": "main", "Image": "nginx", "Memory": memory}
            return {
                "Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": self.stack}},
                "Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": self.stack, "ContainerDefinitions": [container]}},
                "Service": {
                    "Type": "AWS::ECS::Service",
                    "Properties": {"Cluster": {"Ref": "Cluster"}, "ServiceName": "api", "TaskDefinition": {"Ref": "Task"}},
                },
            }

        self.create(resources("256"))
        before = self.physical_ids()
        self.assertEqual(self.update(resources("512")), "UPDATE_COMPLETE")
        service = aws("ecs").describe_services(cluster=self.stack, services=["api"])["services"][0]
        self.assertTrue(service["taskDefinition"].endswith(f"{self.stack}:2"), service["taskDefinition"])
        self.assertEqual(self.physical_ids()["Service"], before["Service"])


class FailedUpdateTest(LocalAwsTest):
    def test_everything_is_as_before_and_the_reason_told(self) -> None:
        before = {"A": queue(f"{self.stack}-a"), "Value": parameter(f"/{self.stack}/v", "1")}
        self.create(before, Outputs={"Url": {"Value": {"Ref": "A"}}})
        outputs = self.outputs()
        status = self.update(
            {
                "Value": parameter(f"/{self.stack}/v", "2"),
                "New": {**queue(f"{self.stack}-new"), "DependsOn": "Value"},
                "Bad": {**queue("not a name!"), "DependsOn": "New"},
            }
        )
        self.assertEqual(status, "UPDATE_ROLLBACK_COMPLETE")
        self.assertEqual((self.queues(), self.values(), self.outputs()), ([f"{self.stack}-a"], {"v": "1"}, outputs))
        self.assertTrue(any("alphanumeric" in reason for reason in self.reasons()), self.reasons())

    def test_a_stack_that_was_rolled_back_can_be_updated(self) -> None:
        self.create({"A": queue(f"{self.stack}-a")})
        self.update({"Bad": queue("not a name!")})
        self.assertEqual(self.update({"B": queue(f"{self.stack}-b")}), "UPDATE_COMPLETE")
        self.assertEqual(self.queues(), [f"{self.stack}-b"])


class RandomChangesTest(LocalAwsTest):
    """Whatever way a stack came to a template, what exists is what the template says."""

    def test_after_every_change_exactly_the_wanted_exists(self) -> None:
        chance = random.Random(7)
        self.create({"Anchor": parameter(f"/{self.stack}/anchor", "0")})
        reached: dict[str, int] = {}
        for step in range(15):
            wanted = {name: chance.randint(1, 2) for name in "ABCDE" if chance.random() < 0.6}
            fails = chance.random() < 0.3
            resources = self.template(wanted) | ({"Bad": {**queue("not a name!"), "DependsOn": sorted(wanted)}} if fails else {})
            status = self.update(resources)
            self.assertEqual(status, "UPDATE_ROLLBACK_COMPLETE" if fails else "UPDATE_COMPLETE", f"step {step}")
            reached = reached if fails else wanted
            names = {name: f"{self.stack}-{name}{version}" for name, version in reached.items()}
            self.assertEqual(self.queues(), sorted(names.values()), f"step {step}")
            self.assertEqual({key: value.rsplit(":", 1)[-1] for key, value in self.values().items() if key != "anchor"}, names, f"step {step}")

    def template(self, wanted: dict[str, int]) -> dict[str, Any]:
        """A queue for each name, whose version decides its name, and a parameter with its ARN."""
        made = {"Anchor": parameter(f"/{self.stack}/anchor", "0")}
        for name, version in wanted.items():
            made[name] = queue(f"{self.stack}-{name}{version}")
            made[f"{name}Arn"] = parameter(f"/{self.stack}/{name}", {"Fn::GetAtt": [name, "Arn"]})
        return made
